// Walks the tree of the record's rules and finds each again on the page, by its id.

#include "explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/isolate.hpp"
#include "criteria/criteria.hpp"
#include "page/choice.hpp"
#include "page/layout.hpp"
#include "summary/summary.hpp"

namespace trialsheet {
namespace {

std::string tier_name(Tier tier) {
  constexpr std::array<const char*, 5> names = {"fixed", "template", "grammar", "gloss",
                                                "verbatim"};
  return names[static_cast<std::size_t>(tier)];
}

const Wording& wording_at(const Statement& statement, int depth) {
  const auto last = static_cast<int>(statement.wordings.size()) - 1;
  return statement.wordings[static_cast<std::size_t>(std::clamp(depth, 0, last))];
}

/// The text as a reader sees it: without the marks of languages.
std::string plain(const Wording& wording) {
  return without_isolates(wording.text);
}

/// A rule as the summary has it, and what the page made of it.
struct Found {
  const Rule* rule;
  std::string category;
  int wording;       ///< as on the page, or the fullest
  const Rule* line;  ///< that tells it together with others; nullptr if none is shown
  Shown shown;
};

using FoundById = std::map<std::string, Found>;

void index_rule(const Rule& rule, const Found& own, FoundById& found) {
  auto here = own;
  here.rule = &rule;
  if (!rule.category.empty())
    here.category = rule.category;
  if (rule.covered)
    here.shown = Shown::merged;
  found[rule.statement.id] = here;
  for (const auto& child : rule.children)
    index_rule(child, here, found);
}

/// For each rule of a block the first line on the page that tells it together with
/// others; nullptr where none does.
std::vector<const Rule*> lines_of(const RuleBlock& block, const std::vector<int>& shown) {
  std::vector<const Rule*> lines(block.rules.size());
  for (std::size_t r = 0; r < block.rules.size(); ++r)
    if (shown[r] != not_shown)
      for (const auto told : block.rules[r].stands_for)
        lines[told] = lines[told] == nullptr ? &block.rules[r] : lines[told];
  return lines;
}

FoundById index_rules(const Summary& summary, const Choice& choice) {
  FoundById found;
  for (std::size_t b = 0; b < choice.rules.size(); ++b) {
    const auto& block = summary.rule_blocks[b];
    const auto lines = lines_of(block, choice.rules[b]);
    for (std::size_t r = 0; r < choice.rules[b].size(); ++r) {
      const auto wording = choice.rules[b][r];
      const auto* line = wording == not_shown ? lines[r] : nullptr;
      const auto shown = wording != not_shown ? Shown::full
                         : line != nullptr    ? Shown::merged
                                              : Shown::no;
      index_rule(block.rules[r], {nullptr, "other", std::max(wording, 0), line, shown},
                 found);
    }
  }
  return found;
}

/// The rows made from fields (age, sex): what the page says instead of a merged rule.
std::string field_rows(const Summary& summary) {
  std::string text;
  for (const auto& block : summary.rule_blocks)
    for (const auto& rule : block.rules)
      if (!rule.counted && !rule.remark && rule.stands_for.empty())
        text += (text.empty() ? "" : "; ") + plain(wording_at(rule.statement, 0));
  return text;
}

ExplainedRule as_in_record(const std::string& section, const std::string& source) {
  ExplainedRule explained;
  explained.section = section;
  explained.source = explained.text = source;
  explained.category = "other";
  explained.tier = tier_name(Tier::verbatim);
  return explained;
}

/// Goes down the criteria in the order of the text.
class RuleWalk {
 public:
  RuleWalk(const Summary& summary, const Choice& choice,
           std::vector<ExplainedRule>& rules)
      : found_(index_rules(summary, choice)),
        merged_text_(field_rows(summary)),
        rules_(&rules) {}
  void section(const std::string& name, const std::vector<Criterion>& criteria) {
    items(name, name, -1, criteria);
  }

 private:
  /// Ids are the way through the tree: "inclusion.3.1" is the first below the third.
  void items(const std::string& section, const std::string& id, int parent,
             const std::vector<Criterion>& criteria) {
    for (std::size_t i = 0; i < criteria.size(); ++i) {
      const auto own_id = id + "." + std::to_string(i + 1);
      rules_->push_back(item(section, own_id, parent, criteria[i]));
      items(section, own_id, static_cast<int>(rules_->size()) - 1, criteria[i].children);
    }
  }

  ExplainedRule item(const std::string& section, const std::string& id, int parent,
                     const Criterion& criterion) const {
    auto explained = as_in_record(section, without_separator(criterion.text));
    explained.parent = parent;
    explained.group = criterion.group;
    const auto found = found_.find(id);
    if (found == found_.end())
      return explained;
    const auto& [rule, category, depth, line, shown] = found->second;
    const auto& wording = wording_at(rule->statement, depth);
    explained.category = category;
    explained.tier = tier_name(wording.tier);
    explained.text = without_isolates(wording.said.empty() ? wording.text : wording.said);
    explained.pattern = wording.pattern;
    for (const auto& gloss : wording.glosses)
      explained.glosses.push_back(without_isolates(gloss));
    explained.shown = shown;
    if (shown == Shown::merged) {
      const auto text =
          line != nullptr ? plain(wording_at(line->statement, 0)) : merged_text_;
      explained.tier = tier_name(Tier::structured);
      explained.text = text.empty() ? explained.text : text;
    }
    return explained;
  }

  FoundById found_;
  std::string merged_text_;
  std::vector<ExplainedRule>* rules_;
};

std::vector<ExplainedRule> explain_rules(const Criteria& criteria, const Summary& summary,
                                         const Choice& choice) {
  std::vector<ExplainedRule> rules;
  RuleWalk walk(summary, choice, rules);
  walk.section("inclusion", criteria.inclusion.rules);
  walk.section("exclusion", criteria.exclusion.rules);
  walk.section("other", criteria.other.rules);
  for (const auto* list : {&criteria.inclusion, &criteria.exclusion, &criteria.other}) {
    for (const auto& text : list->unlisted)
      rules.push_back(as_in_record("unlisted", text));
    for (const auto& text : list->remarks)
      rules.push_back(as_in_record("remark", text));
  }
  return rules;
}

std::vector<ShownCount> count(const std::vector<ExplainedRule>& rules) {
  std::vector<ShownCount> counts = {{"inclusion"}, {"exclusion"}, {"other"}};
  for (const auto& rule : rules) {
    const auto section = std::find_if(
        counts.begin(), counts.end(),
        [&](const ShownCount& each) { return each.section == rule.section; });
    if (rule.parent >= 0 || section == counts.end())
      continue;
    ++section->total;
    section->shown += rule.shown == Shown::no ? 0 : 1;
  }
  return counts;
}

/// "U1" of "question.U1": the name that it has in words/<tag>/questions.json.
std::string without_prefix(const std::string& id) {
  return id.substr(id.rfind('.') + 1);
}

std::vector<ExplainedQuestion> explain_questions(const Summary& summary,
                                                 const Choice& choice) {
  std::vector<ExplainedQuestion> questions;
  for (std::size_t i = 0; i < choice.questions.size(); ++i) {
    const auto& question = summary.questions[i];
    questions.push_back({without_prefix(question.statement.id), question.topic,
                         plain(wording_at(question.statement, choice.questions[i])),
                         without_isolates(question.because), choice.questions[i] >= 0});
  }
  return questions;
}

std::vector<ExplainedStatement> explain_statements(const Summary& summary,
                                                   const Choice& choice) {
  std::vector<ExplainedStatement> statements;
  const auto add = [&](const Statement& statement, int depth, bool shown = true) {
    const auto& wording = wording_at(statement, depth);
    statements.push_back(
        {statement.id, statement.source, tier_name(wording.tier), plain(wording), shown});
  };
  if (summary.banner) {
    add(summary.banner->headline, 0);
    add(summary.banner->next_step, choice.banner);
  }
  add(summary.title, 0);
  for (const auto& statement : what_said(summary, choice))
    add(statement, what_depth(choice));
  for (const auto& fact : summary.facts)
    add(fact.value, 0, fact.needed || choice.optional_facts);
  for (std::size_t b = 0; b < choice.rules.size(); ++b)
    for (std::size_t r = 0; r < choice.rules[b].size(); ++r)
      if (const auto& rule = summary.rule_blocks[b].rules[r]; !rule.counted)
        add(rule.statement, choice.rules[b][r], choice.rules[b][r] != not_shown);
  if (!summary.more_rules.empty())
    statements.push_back({"rules.unlisted",
                          "/protocolSection/eligibilityModule/eligibilityCriteria",
                          tier_name(Tier::structured), summary.more_rules, true});
  add(summary.places, choice.places);
  return statements;
}

bool has_optional_facts(const Summary& summary) {
  return std::any_of(summary.facts.begin(), summary.facts.end(),
                     [](const Fact& fact) { return !fact.needed; });
}

bool has_shorter_what(const Summary& summary) {
  return std::any_of(
      summary.what.begin(), summary.what.end(),
      [](const Statement& statement) { return statement.wordings.size() > 1; });
}

/// In the order in which room is made; README.md lists these texts.
std::vector<std::string> conceded_of(const Summary& summary, const Choice& choice,
                                     const Layout& layout, const Explanation& made) {
  const auto most = static_cast<std::size_t>(layout.most_questions);
  const auto asked = std::count_if(choice.questions.begin(), choice.questions.end(),
                                   [](int wording) { return wording >= 0; });
  const bool lacks_rules =
      std::any_of(made.rules.begin(), made.rules.end(), [](const ExplainedRule& rule) {
        return rule.parent < 0 && rule.shown == Shown::no;
      });
  const std::array<std::pair<bool, const char*>, 11> steps = {{
      {choice.banner > 0, "shorter banner"},
      {choice.places > 0, "shorter places"},
      {std::any_of(choice.questions.begin(), choice.questions.end(),
                   [](int wording) { return wording > 0; }),
       "shorter questions"},
      {!choice.optional_facts && has_optional_facts(summary), "fewer facts"},
      {!choice.level, "columns not level"},
      {static_cast<std::size_t>(asked) < std::min(most, choice.questions.size()),
       "fewer questions"},
      {choice.contact != ContactDepth::all && !summary.contacts.empty(),
       "shorter contact"},
      {choice.small_facts, "smaller facts"},
      {made.title_size < layout.bodies.back().title_size, "smaller title"},
      {what_depth(choice) > 0 && has_shorter_what(summary), "shorter description"},
      {lacks_rules, "fewer rules"},
  }};
  std::vector<std::string> conceded;
  for (const auto& [given_up, name] : steps)
    if (given_up)
      conceded.emplace_back(name);
  return conceded;
}

Length title_size(const Choice& choice, const Layout& layout) {
  return choice.title >= 0
             ? layout.titles[static_cast<std::size_t>(choice.title)].size
             : layout.bodies[static_cast<std::size_t>(choice.body)].title_size;
}

std::string in_points(Length length) {
  return fmt::format("{:g} pt", static_cast<double>(length.thousandths()) / 1000);
}

std::string head_text(const Explanation& made) {
  std::string given_up;
  for (const auto& each : made.conceded)
    given_up += (given_up.empty() ? "" : ", ") + each;
  return fmt::format(
      "{}: layout {} on {}, words {}, body {}, title {}\nTo make room: {}\n", made.nct,
      made.layout, made.paper, made.language, in_points(made.body_size),
      in_points(made.title_size), given_up.empty() ? "nothing was given up" : given_up);
}

const char* reason(Shown shown) {
  switch (shown) {
    case Shown::full:
      return "shown";
    case Shown::merged:
      return "merged: another row says it";
    case Shown::no:
      return "not shown: no room";
  }
  return "";
}

/// What was changed, where it is not the record's own text.
std::string rule_line(const ExplainedRule& rule, int depth) {
  const bool verbatim = rule.tier == tier_name(Tier::verbatim);
  auto line =
      fmt::format("  {:<27} {:<8} {:<13} {}{}", reason(rule.shown), rule.tier,
                  rule.category, std::string(static_cast<std::size_t>(2 * depth), ' '),
                  verbatim ? rule.source : rule.text);
  if (!verbatim)
    line += " <- " + rule.source;
  return line + "\n";
}

std::string rules_text(const Explanation& made, const ShownCount& section) {
  if (section.total == 0)
    return {};
  auto text = fmt::format("\n{} rules: {} of {} shown\n",
                          section.section == "inclusion"   ? "Inclusion"
                          : section.section == "exclusion" ? "Exclusion"
                                                           : "Other",
                          section.shown, section.total);
  std::vector<int> depths;
  for (const auto& rule : made.rules) {
    depths.push_back(rule.parent < 0 ? 0
                                     : depths[static_cast<std::size_t>(rule.parent)] + 1);
    if (rule.section == section.section)
      text += rule_line(rule, depths.back());
  }
  return text;
}

}  // namespace

Explanation explain(const Criteria& criteria, const Summary& summary,
                    const Choice& choice, const Layout& layout, std::string_view paper,
                    const Notes& notes) {
  Explanation made;
  made.nct = summary.nct;
  made.url = summary.url;
  made.layout = layout.name;
  made.paper = paper;
  made.language = summary.language;
  made.body_size = layout.bodies[static_cast<std::size_t>(choice.body)].size;
  made.title_size = title_size(choice, layout);
  made.rules = explain_rules(criteria, summary, choice);
  made.questions = explain_questions(summary, choice);
  made.statements = explain_statements(summary, choice);
  made.counts = count(made.rules);
  made.conceded = conceded_of(summary, choice, layout, made);
  made.notes = notes;
  return made;
}

std::string to_text(const Explanation& explanation) {
  auto text = head_text(explanation);
  for (const auto& section : explanation.counts)
    text += rules_text(explanation, section);
  text += "\nQuestions\n";
  for (const auto& question : explanation.questions)
    text += fmt::format(
        "  {:<27} {:<8} {} ({})\n", reason(question.shown ? Shown::full : Shown::no),
        question.id, question.text,
        question.because.empty() ? "always worth asking" : question.because);
  if (!explanation.clinic.empty())
    text += "\nThe clinic's own words\n";
  for (const auto& own : explanation.clinic)
    text += fmt::format("  {:<27} {}: {}\n", reason(own.shown ? Shown::full : Shown::no),
                        own.source, own.text);
  if (!explanation.notes.empty())
    text += "\nNotes\n";
  for (const auto& note : explanation.notes)
    text +=
        fmt::format("  {:<9}  {}: {}\n", name_of(note.kind), note.source, note.message);
  return text;
}

std::string_view name_of(Shown shown) {
  constexpr std::array<std::string_view, 3> names = {"full", "merged", "no"};
  return names[static_cast<std::size_t>(shown)];
}

std::string_view name_of(Note::Kind kind) {
  constexpr std::array<std::string_view, 6> names = {"missing",   "ignored",  "reworded",
                                                     "shortened", "left_out", "replaced"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace trialsheet
