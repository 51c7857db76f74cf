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
  const std::string_view text = text_of(data);
  for (const std::string_view name : placeholders(text)) {
    const FactName* fact = find_fact(name);
    if (fact == nullptr ||
        (fact->kind != FactName::Kind::text && fact->kind != FactName::Kind::number)) {
      fail(data, "{" + std::string(name) + "} is not a fact with a text or a number");
    }
  }
  return std::string(text);
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

/// The same in every language: its texts have the placeholders of the English ones.
std::vector<std::size_t> facts_named_by(const QuestionRule& rule) {
  std::vector<std::size_t> facts;
  std::vector<std::string> texts = rule.wordings;
  texts.push_back(rule.because);
  for (const std::string& text : texts) {
    for (const std::string_view name : placeholders(text)) {
      facts.push_back(number_of_fact(name));
    }
  }
  return facts;
}

CompiledRule read_rule(const Data& data, const std::vector<std::string>& signals) {
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
    compiled.when = read_condition(*when, signals);
  }
  compiled.named = facts_named_by(rule);
  return compiled;
}

void same_placeholders(const Data& data, const std::string& english) {
  if (placeholder_names(data.text) != placeholder_names(english)) {
    fail(data, "needs the placeholders of the English text: " + english);
  }
}

/// The texts of `rule` from `data`, which stand for the English ones that it has.
void replace_texts(const Data& data, QuestionRule& rule) {
  allow_only(data, {"because", "ask"});
  const Data* because = data.find("because");
  if ((because != nullptr) != !rule.because.empty()) {
    fail(data, rule.because.empty() ? "must have no \"because\", as in English"
                                    : "needs a \"because\", as in English");
  }
  if (because != nullptr) {
    question_text(*because);
    same_placeholders(*because, rule.because);
    rule.because = because->text;
  }
  const Data& ask = member(data, "ask");
  const std::vector<std::string> wordings = read_wordings(ask);
  if (wordings.size() != rule.wordings.size()) {
    fail(ask,
         "needs as many wordings as English: " + std::to_string(rule.wordings.size()));
  }
  for (std::size_t i = 0; i < wordings.size(); ++i) {
    same_placeholders(ask.items[i], rule.wordings[i]);
  }
  rule.wordings = wordings;
}

/// What stands for the placeholder `name`, if the record fills it.
std::optional<std::string> value_of(const Words& words, std::string_view name,
                                    const Facts& facts) {
  const std::size_t fact = number_of_fact(name);
  if (const std::string* text = facts.texts.find(fact)) {
    return *text;
  }
  const std::int64_t* number = facts.numbers.find(fact);
  return number == nullptr ? std::nullopt
                           : std::optional<std::string>(words.number(*number));
}

bool is_filled(const CompiledRule& rule, const Facts& facts) {
  return std::all_of(rule.named.begin(), rule.named.end(), [&facts](std::size_t fact) {
    return facts.texts.find(fact) != nullptr || facts.numbers.find(fact) != nullptr;
  });
}

}  // namespace

std::vector<CompiledRule> read_questions(std::string_view file, std::string_view json,
                                         const std::vector<std::string>& signals) {
  const DataFile read = read_data(file, json);
  const Data& data = read.root();
  allow_only(data, {"$schema", "questions"});
  const Data& list = member(data, "questions");
  if (list.kind != Data::Kind::list) {
    fail(list, "a list of rules in brackets is needed here");
  }
  std::vector<CompiledRule> rules;
  std::set<std::string> ids;
  for (const Data& item : list.items) {
    rules.push_back(read_rule(item, signals));
    if (!ids.insert(rules.back().rule.id).second) {
      fail(item, "another rule has the id \"" + rules.back().rule.id + "\"");
    }
  }
  return rules;
}

std::vector<CompiledRule> with_texts(std::vector<CompiledRule> rules,
                                     std::string_view file, std::string_view json) {
  const DataFile read = read_data(file, json);
  const Data& data = read.root();
  allow_only(data, {"$schema", "questions"});
  const Data& texts = member(data, "questions");
  std::vector<std::string_view> ids;
  for (CompiledRule& compiled : rules) {
    replace_texts(member(texts, compiled.rule.id), compiled.rule);
    ids.push_back(compiled.rule.id);
  }
  allow_only(texts, ids);
  return rules;
}

std::vector<const QuestionRule*> applying(const Words& words, const Facts& facts) {
  std::vector<const QuestionRule*> rules;
  for (const CompiledRule& compiled : *words.impl().questions) {
    if (holds(compiled.when, facts) && is_filled(compiled, facts)) {
      rules.push_back(&compiled.rule);
    }
  }
  std::stable_sort(rules.begin(), rules.end(),
                   [](const QuestionRule* a, const QuestionRule* b) {
                     return a->priority > b->priority;
                   });
  return rules;
}

std::string filled(const Words& words, const std::string& text, const Facts& facts) {
  if (text.find('{') == std::string::npos) {
    return text;
  }
  // In one pass: what a record says may hold braces of its own.
  std::string result;
  std::size_t at = 0;
  for (const std::string_view name : placeholders(text)) {
    const std::size_t open = text.find('{', at);
    result.append(text, at, open - at);
    result += value_of(words, name, facts).value_or("");
    at = open + name.size() + 2;
  }
  return result.append(text, at);
}

}  // namespace trialsheet
