// Questions: reads the rules and picks those that a record calls for.

#include "words/questions.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "words/catalog.hpp"
#include "words/data.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

/// A text whose placeholders are all facts that have a text or a number.
std::string question_text(const Data& data) {
  const std::string& text = text_of(data);
  for (const std::string_view name : placeholders(text)) {
    const FactName* fact = find_fact(name);
    if (fact == nullptr || fact->kind != FactName::Kind::text) {
      fail(data, "{" + std::string(name) + "} is not a fact with a text");
    }
  }
  return text;
}

std::vector<std::string> read_wordings(const Data& data) {
  if (data.kind != Data::Kind::list || data.items.empty()) {
    fail(data, "a list of wordings, the fullest first, is needed here");
  }
  std::vector<std::string> wordings;
  for (const Data& item : data.items) {
    wordings.push_back(question_text(item));
    if (wordings.size() > 1 &&
        wordings.back().size() >= wordings[wordings.size() - 2].size()) {
      fail(item, "each wording must be shorter than the one before");
    }
  }
  return wordings;
}

int read_priority(const Data& data) {
  if (data.kind != Data::Kind::number || data.number < 1 || data.number > 999) {
    fail(data, "a whole number from 1 to 999 is needed here");
  }
  return static_cast<int>(data.number);
}

CompiledRule read_rule(const Data& data) {
  allow_only(data, {"id", "priority", "topic", "when", "because", "ask"});
  CompiledRule compiled;
  QuestionRule& rule = compiled.rule;
  rule.id = text_of(member(data, "id"));
  rule.priority = read_priority(member(data, "priority"));
  rule.topic = text_of(member(data, "topic"));
  rule.wordings = read_wordings(member(data, "ask"));
  if (const Data* because = data.find("because")) {
    rule.because = question_text(*because);
  }
  if (const Data* when = data.find("when")) {
    compiled.when = read_condition(*when);
    rule.when = when->where;
  }
  return compiled;
}

/// `text` with its placeholders filled; nothing if the record does not fill one.
std::optional<std::string> filled(std::string_view text, const Facts& facts) {
  // In one pass: what a record says may hold braces of its own.
  std::string result;
  std::size_t at = 0;
  for (const std::string_view name : placeholders(text)) {
    const auto fact = facts.texts.find(name);
    if (fact == facts.texts.end()) {
      return std::nullopt;
    }
    const std::size_t open = text.find('{', at);
    result += text.substr(at, open - at);
    result += fact->second;
    at = open + name.size() + 2;
  }
  result += text.substr(at);
  return result;
}

std::optional<QuestionRule> filled(QuestionRule rule, const Facts& facts) {
  const std::optional<std::string> because =
      filled(std::string_view(rule.because), facts);
  if (!because) {
    return std::nullopt;
  }
  rule.because = *because;
  for (std::string& wording : rule.wordings) {
    const std::optional<std::string> text = filled(std::string_view(wording), facts);
    if (!text) {
      return std::nullopt;
    }
    wording = *text;
  }
  return rule;
}

}  // namespace

std::vector<CompiledRule> read_questions(std::string_view file, std::string_view json) {
  const Data data = read_data(file, json);
  allow_only(data, {"$schema", "questions"});
  const Data& list = member(data, "questions");
  if (list.kind != Data::Kind::list) {
    fail(list, "a list of rules in brackets is needed here");
  }
  std::vector<CompiledRule> rules;
  std::set<std::string> ids;
  for (const Data& item : list.items) {
    rules.push_back(read_rule(item));
    if (!ids.insert(rules.back().rule.id).second) {
      fail(item, "another rule has the id \"" + rules.back().rule.id + "\"");
    }
  }
  return rules;
}

std::vector<QuestionRule> applying(const Words& words, const Facts& facts) {
  std::vector<QuestionRule> rules;
  for (const CompiledRule& compiled : words.impl().questions) {
    if (!holds(compiled.when, facts)) {
      continue;
    }
    if (std::optional<QuestionRule> rule = filled(compiled.rule, facts)) {
      rules.push_back(std::move(*rule));
    }
  }
  std::stable_sort(rules.begin(), rules.end(),
                   [](const QuestionRule& a, const QuestionRule& b) {
                     return a.priority > b.priority;
                   });
  return rules;
}

}  // namespace trialsheet
