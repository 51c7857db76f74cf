// Writes explanations as JSON.

#include "changes.hpp"

#include <nlohmann/json.hpp>

namespace trialsheet {

namespace {

using Json = nlohmann::ordered_json;

Json points(Length length) {
  const auto thousandths = length.thousandths();
  return thousandths % 1000 == 0 ? Json(thousandths / 1000)
                                 : Json(static_cast<double>(thousandths) / 1000);
}

Json fit_json(const Explanation& explanation) {
  return {{"conceded", explanation.conceded},
          {"body_pt", points(explanation.body_size)},
          {"title_pt", points(explanation.title_size)}};
}

Json rules_json(const Explanation& explanation) {
  Json rules = Json::array();
  for (const auto& rule : explanation.rules)
    rules.push_back({{"section", rule.section},
                     {"parent", rule.parent < 0 ? Json() : Json(rule.parent)},
                     {"group", rule.group},
                     {"source", rule.source},
                     {"category", rule.category},
                     {"tier", rule.tier},
                     {"pattern", rule.pattern},
                     {"glosses", rule.glosses},
                     {"text", rule.text},
                     {"shown", name_of(rule.shown)}});
  return rules;
}

Json questions_json(const Explanation& explanation) {
  Json questions = Json::array();
  for (const auto& question : explanation.questions)
    questions.push_back({{"id", question.id},
                         {"topic", question.topic},
                         {"text", question.text},
                         {"because", question.because},
                         {"shown", question.shown}});
  return questions;
}

Json counts_json(const Explanation& explanation) {
  Json counts = Json::object();
  for (const auto& count : explanation.counts)
    counts[count.section] = {{"total", count.total}, {"shown", count.shown}};
  return counts;
}

Json notes_json(const Explanation& explanation) {
  Json notes = Json::array();
  for (const auto& note : explanation.notes)
    notes.push_back({{"kind", name_of(note.kind)},
                     {"source", note.source},
                     {"message", note.message}});
  return notes;
}

Json statements_json(const Explanation& explanation) {
  Json statements = Json::array();
  for (const auto& statement : explanation.statements)
    statements.push_back({{"id", statement.id},
                          {"source", statement.source},
                          {"tier", statement.tier},
                          {"text", statement.text},
                          {"shown", statement.shown}});
  return statements;
}

void add_explanation(const Explanation& explanation, Json& json) {
  json["nct"] = explanation.nct;
  json["layout"] = explanation.layout;
  json["paper"] = explanation.paper;
  json["lang"] = explanation.language;
  json["fit"] = fit_json(explanation);
  json["criteria"] = rules_json(explanation);
  json["questions"] = questions_json(explanation);
  json["counts"] = counts_json(explanation);
  json["notes"] = notes_json(explanation);
}

std::string written(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string to_json(const Explanation& explanation) {
  Json json = Json::object();
  add_explanation(explanation, json);
  return written(json);
}

std::string list_changes(const Explanation& explanation) {
  Json json = Json::object();
  json["about"] =
      "What the sheet says of the record, where it comes from, and what is left out. "
      "Tier "
      "\"verbatim\" is the record's own words; \"template\" is made from its fields.";
  json["record"] = explanation.url;
  add_explanation(explanation, json);
  json["statements"] = statements_json(explanation);
  return written(json);
}

}  // namespace trialsheet
