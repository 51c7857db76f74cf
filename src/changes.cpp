// Writes explanations as JSON, straight into its bytes: the list of changes of every page
// is one.

#include "changes.hpp"

#include <string_view>

#include "base/json_writer.hpp"

namespace trialsheet {

namespace {

void add(JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key).text(value);
}

void add(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
  json.key(key).open_array();
  for (const auto& value : values)
    json.text(value);
  json.close_array();
}

void add_fit(JsonWriter& json, const Explanation& explanation) {
  json.key("fit").open_object();
  add(json, "conceded", explanation.conceded);
  json.key("body_pt").points(explanation.body_size);
  json.key("title_pt").points(explanation.title_size);
  json.close_object();
}

void add_element(JsonWriter& json, const ExplainedRule& rule) {
  add(json, "section", rule.section);
  json.key("parent");
  if (rule.parent < 0)
    json.null();
  else
    json.integer(rule.parent);
  add(json, "group", rule.group);
  add(json, "source", rule.source);
  add(json, "category", rule.category);
  add(json, "tier", rule.tier);
  add(json, "pattern", rule.pattern);
  add(json, "glosses", rule.glosses);
  add(json, "text", rule.text);
  add(json, "shown", name_of(rule.shown));
}

void add_element(JsonWriter& json, const ExplainedQuestion& question) {
  add(json, "id", question.id);
  add(json, "topic", question.topic);
  add(json, "text", question.text);
  add(json, "because", question.because);
  json.key("shown").boolean(question.shown);
}

void add_element(JsonWriter& json, const ExplainedClinicText& own) {
  add(json, "source", own.source);
  add(json, "text", own.text);
  json.key("shown").boolean(own.shown);
}

void add_element(JsonWriter& json, const Note& note) {
  add(json, "kind", name_of(note.kind));
  add(json, "source", note.source);
  add(json, "message", note.message);
}

void add_element(JsonWriter& json, const ExplainedStatement& statement) {
  add(json, "id", statement.id);
  add(json, "source", statement.source);
  add(json, "tier", statement.tier);
  add(json, "text", statement.text);
  json.key("shown").boolean(statement.shown);
}

template <typename Element>
void add_list(JsonWriter& json, std::string_view key, const std::vector<Element>& list) {
  json.key(key).open_array();
  for (const auto& element : list) {
    json.open_object();
    add_element(json, element);
    json.close_object();
  }
  json.close_array();
}

void add_counts(JsonWriter& json, const Explanation& explanation) {
  json.key("counts").open_object();
  for (const auto& count : explanation.counts) {
    json.key(count.section).open_object();
    json.key("total").integer(count.total).key("shown").integer(count.shown);
    json.close_object();
  }
  json.close_object();
}

void add_explanation(JsonWriter& json, const Explanation& explanation) {
  add(json, "nct", explanation.nct);
  add(json, "layout", explanation.layout);
  add(json, "paper", explanation.paper);
  add(json, "lang", explanation.language);
  add_fit(json, explanation);
  add_list(json, "criteria", explanation.rules);
  add_list(json, "questions", explanation.questions);
  add_counts(json, explanation);
  if (!explanation.clinic.empty())
    add_list(json, "clinic", explanation.clinic);
  add_list(json, "notes", explanation.notes);
}

}  // namespace

std::string to_json(const Explanation& explanation) {
  JsonWriter json;
  json.open_object();
  add_explanation(json, explanation);
  return json.close_object().take() + "\n";
}

std::string list_changes(const Explanation& explanation) {
  constexpr std::size_t usual_size = 20 * 1024;
  JsonWriter json(usual_size);
  json.open_object();
  add(json, "about",
      "What the sheet says of the record, where it comes from, and what is left out. "
      "Tier \"verbatim\" is the record's own words; \"template\" is made from its "
      "fields.");
  add(json, "record", explanation.url);
  add_explanation(json, explanation);
  add_list(json, "statements", explanation.statements);
  return json.close_object().take() + "\n";
}

}  // namespace trialsheet
