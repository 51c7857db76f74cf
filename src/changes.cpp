// Writes the list of changes as JSON.

#include "changes.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace trialsheet {

namespace {

using Json = nlohmann::ordered_json;

const char* tier_name(Tier tier) {
  constexpr const char* names[] = {"fixed", "template", "grammar", "gloss", "verbatim"};
  return names[static_cast<std::size_t>(tier)];
}

Json entry(const Statement& statement, int depth, const char* shown) {
  const auto last = static_cast<int>(statement.wordings.size()) - 1;
  const auto& wording =
      statement.wordings[static_cast<std::size_t>(std::clamp(depth, 0, last))];
  return {{"id", statement.id},
          {"source", statement.source},
          {"tier", tier_name(wording.tier)},
          {"text", wording.text},
          {"shown", shown}};
}

void add_rule(const Rule& rule, const char* shown, Json& rules) {
  auto json = entry(rule.statement, 0, rule.covered ? "merged" : shown);
  json["kind"] = rule.kind;
  rules.push_back(std::move(json));
  for (const auto& child : rule.children)
    add_rule(child, shown, rules);
}

Json rules_of(const Summary& summary, const Choice& choice) {
  Json rules = Json::array();
  for (std::size_t b = 0; b < choice.rules.size(); ++b)
    for (std::size_t r = 0; r < choice.rules[b].size(); ++r)
      add_rule(summary.rule_blocks[b].rules[r], choice.rules[b][r] ? "full" : "no",
               rules);
  return rules;
}

Json questions_of(const Summary& summary, const Choice& choice) {
  Json questions = Json::array();
  for (std::size_t i = 0; i < choice.questions.size(); ++i) {
    const auto& question = summary.questions[i];
    auto json = entry(question.statement, choice.questions[i],
                      choice.questions[i] >= 0 ? "full" : "no");
    json["because"] = question.because;
    questions.push_back(std::move(json));
  }
  return questions;
}

}  // namespace

std::string list_changes(const Summary& summary, const Choice& choice) {
  Json statements = Json::array();
  statements.push_back(entry(summary.title, 0, "full"));
  for (const auto& statement : summary.what)
    statements.push_back(entry(statement, choice.what, "full"));
  for (const auto& fact : summary.facts)
    statements.push_back(
        entry(fact.value, 0, fact.needed || choice.optional_facts ? "full" : "no"));
  statements.push_back(entry(summary.places, choice.places, "full"));
  const Json list = {
      {"about",
       "What the sheet says of the record, where it comes from, and what is left out. "
       "Tier "
       "\"verbatim\" is the record's own words; \"template\" is made from its fields."},
      {"nct", summary.nct},
      {"record", summary.url},
      {"statements", std::move(statements)},
      {"rules", rules_of(summary, choice)},
      {"questions", questions_of(summary, choice)}};
  return list.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trialsheet
