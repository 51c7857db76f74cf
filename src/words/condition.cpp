// Condition: read from JSON with every name checked, then evaluated without JSON.

#include "words/condition.hpp"

#include <algorithm>

#include "words/data.hpp"

namespace trialsheet {
namespace {

using Kind = Condition::Kind;

/// The names of signals.json, which only that file knows.
using Names = std::vector<std::string>;

std::vector<Condition> read_parts(const Data& data, const Names& signals) {
  if (data.kind != Data::Kind::list) {
    fail(data, "a list of conditions in brackets is needed here");
  }
  std::vector<Condition> parts;
  for (const Data& item : data.items) {
    parts.push_back(read_condition(item, signals));
  }
  return parts;
}

std::string read_token(const FactName& fact, const Data& data, const Names& signals) {
  std::string token(text_of(data));
  if (fact.kind == FactName::Kind::signals) {
    if (std::find(signals.begin(), signals.end(), token) == signals.end()) {
      fail(data, "there is no signal \"" + token + "\"; see src/words/en/signals.json");
    }
  } else if (std::find(fact.tokens.begin(), fact.tokens.end(), token) ==
             fact.tokens.end()) {
    fail(data, "\"" + token + "\" is no value of the fact \"" + std::string(fact.name) +
                   "\"; see src/words/facts.cpp");
  }
  return token;
}

std::vector<std::string> read_tokens(const FactName& fact, const Data& data,
                                     const Names& signals) {
  if (data.kind != Data::Kind::list || data.items.empty()) {
    return {read_token(fact, data, signals)};
  }
  std::vector<std::string> tokens;
  for (const Data& item : data.items) {
    tokens.push_back(read_token(fact, item, signals));
  }
  return tokens;
}

/// Which operators go with which facts, and what they then mean.
struct Operator {
  std::string_view name;
  FactName::Kind fact;
  Kind kind;
};

constexpr Operator operators[] = {
    {"is", FactName::Kind::tokens, Kind::exactly},
    {"has", FactName::Kind::tokens, Kind::some},
    {"in", FactName::Kind::tokens, Kind::some},
    {"has", FactName::Kind::signals, Kind::some},
    {"is", FactName::Kind::flag, Kind::flag},
    {"at_least", FactName::Kind::number, Kind::at_least},
    {"at_most", FactName::Kind::number, Kind::at_most},
};

const Operator& find_operator(const FactName& fact, std::string_view name,
                              const Data& value) {
  for (const Operator& each : operators) {
    if (each.name == name && each.fact == fact.kind) {
      return each;
    }
  }
  fail(value, "\"" + std::string(name) + "\" is no operator for the fact \"" +
                  std::string(fact.name) + "\"; see src/words/README.md");
}

Condition read_comparison(const Data& data, const Names& signals) {
  const Data& named = member(data, "fact");
  const FactName* fact = find_fact(text_of(named));
  if (fact == nullptr) {
    fail(named,
         "there is no fact \"" + std::string(named.text) + "\"; see src/words/facts.cpp");
  }
  if (data.items.size() != 2) {
    fail(data, "a comparison has a \"fact\" and one operator");
  }
  const std::size_t other = data.items[0].name == "fact" ? 1 : 0;
  const Data& value = data.items[other];
  Condition condition;
  condition.kind = find_operator(*fact, value.name, value).kind;
  condition.fact = number_of_fact(fact->name);
  if (fact->kind == FactName::Kind::tokens || fact->kind == FactName::Kind::signals) {
    condition.tokens = read_tokens(*fact, value, signals);
    for (const std::string& token : condition.tokens) {
      condition.bits |= FactTokens::bit_of(token);
    }
  } else if (fact->kind == FactName::Kind::number && value.kind == Data::Kind::number) {
    condition.number = value.number;
  } else if (fact->kind == FactName::Kind::flag && value.kind == Data::Kind::flag) {
    condition.flag = value.flag;
  } else {
    fail(value, fact->kind == FactName::Kind::flag ? "true or false is needed here"
                                                   : "a whole number is needed here");
  }
  return condition;
}

bool holds_tokens(const Condition& condition, const Facts& facts) {
  const auto* has = facts.tokens.find(condition.fact);
  if (has == nullptr || !has->may_contain(condition.bits)) {
    return false;
  }
  const auto is_there = [has](const std::string& token) { return has->contains(token); };
  const auto& wanted = condition.tokens;
  return condition.kind == Kind::some
             ? std::any_of(wanted.begin(), wanted.end(), is_there)
             : has->size() == wanted.size() &&
                   std::all_of(wanted.begin(), wanted.end(), is_there);
}

bool holds_number(const Condition& condition, const Facts& facts) {
  const std::int64_t* number = facts.numbers.find(condition.fact);
  return number != nullptr &&
         (condition.kind == Kind::at_least ? *number >= condition.number
                                           : *number <= condition.number);
}

bool holds_flag(const Condition& condition, const Facts& facts) {
  const bool* flag = facts.flags.find(condition.fact);
  return flag != nullptr && *flag == condition.flag;
}

}  // namespace

Condition read_condition(const Data& data, const std::vector<std::string>& signals) {
  if (data.kind != Data::Kind::object) {
    fail(data, "a condition in braces is needed here");
  }
  if (data.find("fact") != nullptr) {
    return read_comparison(data, signals);
  }
  if (data.items.size() != 1) {
    fail(data, "a condition is one of \"all\", \"any\", \"not\", or a \"fact\"");
  }
  Condition condition;
  const std::string_view name = data.items[0].name;
  if (name == "not") {
    condition.kind = Kind::opposite;
    condition.parts = {read_condition(data.items[0], signals)};
  } else if (name == "all" || name == "any") {
    condition.kind = name == "all" ? Kind::all : Kind::any;
    condition.parts = read_parts(data.items[0], signals);
  } else {
    fail(data.items[0], "\"" + std::string(name) +
                            "\" is not known; a condition is one of \"all\", \"any\", "
                            "\"not\", or a \"fact\"");
  }
  return condition;
}

bool holds(const Condition& condition, const Facts& facts) {
  const auto holds_here = [&facts](const Condition& part) { return holds(part, facts); };
  const auto& parts = condition.parts;
  switch (condition.kind) {
    case Kind::all:
      return std::all_of(parts.begin(), parts.end(), holds_here);
    case Kind::any:
      return std::any_of(parts.begin(), parts.end(), holds_here);
    case Kind::opposite:
      return !holds_here(parts.front());
    case Kind::flag:
      return holds_flag(condition, facts);
    case Kind::exactly:
    case Kind::some:
      return holds_tokens(condition, facts);
    case Kind::at_least:
    case Kind::at_most:
      return holds_number(condition, facts);
  }
  return false;
}

}  // namespace trialsheet
