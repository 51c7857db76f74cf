// Every record: what must hold of any summary, over the folder that TRIALSHEET_RECORDS
// names.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "base/text.hpp"
#include "files.hpp"
#include "summary/arms.hpp"
#include "summary/subject.hpp"
#include "trials.hpp"

namespace trialsheet {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// The fixed parts of our sentences never hold these; a record's own words may.
void check_text(const std::string& text) {
  CAPTURE(text);
  CHECK_FALSE(text.empty());
  CHECK_FALSE(has(text, "  "));
  CHECK_FALSE(text.starts_with(' '));
  CHECK_FALSE(text.ends_with(' '));
}

/// `run_in`: from that wording on the texts are of another kind.
/// Of a rule with children a wording may be as long as the one before: that of the
/// children is then shorter.
void check_statement(const Statement& statement, std::size_t run_in = 0,
                     bool has_children = false) {
  CAPTURE(statement.id);
  CHECK_FALSE(statement.wordings.empty());
  for (std::size_t i = 0; i < statement.wordings.size(); ++i) {
    check_text(statement.wordings[i].text);
    if (i > 0 && i != run_in) {
      const std::size_t before = length_of(statement.wordings[i - 1].text);
      CHECK(length_of(statement.wordings[i].text) < before + (has_children ? 1 : 0));
    }
  }
}

void check_rule(const Rule& rule) {
  check_statement(rule.statement, rule.run_in, !rule.children.empty());
  CHECK(english().has("count.kind." + rule.kind));
  for (const Rule& child : rule.children) {
    check_statement(child.statement, child.run_in, !child.children.empty());
  }
}

/// Whatever wordings are chosen, the controls are told: every wording of the last
/// paragraph names them.
void check_controls(const Trial& trial, const Summary& summary) {
  const Controls controls = controls_of(trial);
  const bool shows_groups = trial.design.study_type != "EXPANDED_ACCESS";
  for (const Wording& wording : summary.what.back().wordings) {
    const std::string text = lower_ascii(wording.text);
    CAPTURE(text);
    CHECK((!shows_groups || !controls.placebo || has(text, "placebo")));
    CHECK((!shows_groups || !controls.sham || has(text, "sham")));
    CHECK((!shows_groups || controls.untreated == 0 || has(text, "study treatment")));
  }
}

void check_what(const Trial& trial, const Summary& summary) {
  CHECK(!summary.what.empty());
  CHECK(summary.what.size() <= 3);
  for (const Statement& statement : summary.what) {
    check_statement(statement);
    for (const Wording& wording : statement.wordings) {
      CAPTURE(wording.text);
      CHECK(wording.text.ends_with("."));
      CHECK_FALSE(has(wording.text, ".. "));
      CHECK_FALSE(has(lower_ascii(wording.text), "new treatment"));
    }
  }
  check_controls(trial, summary);
}

void check_questions(const Summary& summary) {
  CHECK(summary.questions.size() >= 8);
  CHECK(summary.questions.size() <= 12);
  for (const Question& question : summary.questions) {
    check_statement(question.statement);
    CHECK(question.statement.wordings.back().text.size() <= 46);
  }
}

void check_summary(const Trial& trial, const Summary& summary) {
  CHECK(summary.title.wordings.front().text == trial.brief_title);
  check_what(trial, summary);
  check_questions(summary);
  check_statement(summary.places);
  for (const Fact& fact : summary.facts) {
    check_statement(fact.value);
  }
  for (const RuleBlock& block : summary.rule_blocks) {
    const bool has_rows = std::any_of(block.rules.begin(), block.rules.end(),
                                      [](const Rule& rule) { return !rule.covered; });
    CHECK(has_rows == block.empty.empty());
    for (const Rule& rule : block.rules) {
      check_rule(rule);
    }
  }
  if (summary.banner) {
    check_statement(summary.banner->headline);
    check_statement(summary.banner->next_step);
  }
  CHECK(summary.banner.has_value() == (trial.status != "RECRUITING"));
}

TEST_CASE("What must hold of any summary holds of every record", "[long]") {
  const char* folder = std::getenv("TRIALSHEET_RECORDS");
  if (folder == nullptr) {
    WARN("TRIALSHEET_RECORDS names no folder of records");
    return;
  }
  for (const auto& path : tests::files_in(folder, ".json")) {
    CAPTURE(path.string());
    const Trial trial = read_trial(tests::read_file(path)).value;
    check_summary(trial, summary_of(trial));
  }
}

TEST_CASE("A summary is the same every time") {
  const Trial trial = plain_trial();
  CHECK(to_text(summary_of(trial)) == to_text(summary_of(trial)));
}

}  // namespace
}  // namespace trialsheet
