// Wordings of the record's rules: what they may change, over the folder that
// TRIALSHEET_RECORDS names.

#include <catch2/catch.hpp>

#include "criteria/conserved.hpp"
#include "files.hpp"
#include "trials.hpp"
#include "words/equivalents.hpp"

namespace trialsheet {
namespace {

const Wording& plainest(const Rule& rule) {
  return rule.statement.wordings.front();
}

Summary summary_with(const std::string& inclusion, const std::string& exclusion) {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n" + inclusion + "\n\nExclusion Criteria:\n\n" + exclusion;
  return summary_of(trial);
}

TEST_CASE("a line that recurs is said to the reader, others in the record's words") {
  const Summary summary =
      summary_with("* Able to speak English\n* Patients with mild asthma",
                   "* Pregnant or lactating women\n* Pregnant, unless treated");
  const auto& inclusion = summary.rule_blocks[0].rules;  // age and sex, a line of names
  CHECK(plainest(inclusion[2]).text == "You can speak English.");
  CHECK(plainest(inclusion[2]).tier == Tier::grammar);
  CHECK(plainest(inclusion[3]).text == "“Patients with mild asthma”");
  CHECK(inclusion[3].statement.wordings.back().text == "“mild asthma”");
  const auto& exclusion = summary.rule_blocks[1].rules;
  CHECK(plainest(exclusion[0]).text == "You are pregnant or breastfeeding.");
  CHECK(plainest(exclusion[1]).text == "“Pregnant, unless treated”");
}

TEST_CASE("a term is explained once, in the first rule that names it") {
  const Summary summary =
      summary_with("* Asthma", "* NYHA class III heart failure\n* NYHA class IV at rest");
  const auto& exclusion = summary.rule_blocks[1].rules;
  REQUIRE(plainest(exclusion[0]).glosses.size() == 1);
  CHECK(plainest(exclusion[0]).tier == Tier::gloss);
  CHECK(plainest(exclusion[0]).text.find(plainest(exclusion[0]).glosses[0]) !=
        std::string::npos);
  CHECK(exclusion[0].statement.wordings[1].text == "“NYHA class III heart failure”");
  CHECK(plainest(exclusion[1]).glosses.empty());
}

/// Counts what was checked, so that a run that saw nothing fails.
struct Seen {
  int grammar = 0;
  int glossed = 0;
};

void check_wordings(const Rule& rule, const std::string& source, Seen& seen) {
  for (const Wording& wording : rule.statement.wordings) {
    CAPTURE(source, wording.text);
    if (wording.tier == Tier::gloss && wording.said != source) {
      CHECK(inserted_only(source, wording.said, wording.glosses));
      ++seen.glossed;
    } else if (wording.tier == Tier::grammar) {
      CHECK(conserves(equivalents(english()), source, wording.said));
      ++seen.grammar;
    } else if (wording.tier == Tier::verbatim) {
      CHECK(wording.said == source);
    }
  }
}

void check_item(const Criterion& criterion, const Rule& rule, Seen& seen) {
  check_wordings(rule, without_separator(criterion.text), seen);
  std::vector<Criterion> children = criterion.children;
  std::erase_if(children, [](const Criterion& child) {
    return child.note && child.text.starts_with("[Intentionally left blank]");
  });
  REQUIRE(rule.children.size() == children.size());
  for (std::size_t i = 0; i < rule.children.size(); ++i) {
    check_item(children[i], rule.children[i], seen);
  }
}

/// The item that a rule's id is the way to: "exclusion.3".
const Criterion& item_of(const Criteria& criteria, const std::string& id) {
  const Section& section = id.starts_with("inclusion")   ? criteria.inclusion
                           : id.starts_with("exclusion") ? criteria.exclusion
                                                         : criteria.other;
  return section.rules.at(std::stoul(id.substr(id.find('.') + 1)) - 1);
}

TEST_CASE("every wording of every record conserves its rule", "[long]") {
  if (tests::records_folder().empty()) {
    WARN("skipped: TRIALSHEET_RECORDS names no folder of records");
    return;
  }
  Seen seen;
  for (const auto& path : tests::files_in(tests::records_folder(), ".json")) {
    CAPTURE(path.string());
    const Trial trial = read_trial(tests::read_file(path)).value;
    const Criteria criteria = parse_criteria(trial.eligibility.criteria);
    for (const RuleBlock& block :
         summarize(trial, criteria, english()).value.rule_blocks) {
      for (const Rule& rule : block.rules) {
        if (rule.counted) {
          check_item(item_of(criteria, rule.statement.id), rule, seen);
        }
      }
    }
  }
  CHECK(seen.grammar > 1000);
  CHECK(seen.glossed > 1000);
}

}  // namespace
}  // namespace trialsheet
