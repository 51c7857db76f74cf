// Condition: read from JSON with every name checked, then evaluated without JSON.

#include "words/condition.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "words/data.hpp"

namespace trialsheet {
namespace {

using Kind = Condition::Kind;

/// The names of signals.json, which only that file knows.
using Names = std::vector<std::string>;

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

/// `size` as a step has it.
template <typename Small>
Small small(std::size_t size, const Data& data) {
  if (size > std::numeric_limits<Small>::max()) {
    fail(data, "a condition of this size is not read");
  }
  return static_cast<Small>(size);
}

/// Adds the steps of conditions, each with its parts behind it.
class ConditionReader {
 public:
  explicit ConditionReader(const Names& signals) : signals_(signals) {}

  void read(const Data& data) {
    if (data.kind != Data::Kind::object) {
      fail(data, "a condition in braces is needed here");
    }
    const std::size_t at = made_.steps.size();
    made_.steps.emplace_back();
    if (data.find("fact") != nullptr) {
      read_comparison(data, made_.steps[at]);
    } else {
      read_combination(data, at);
    }
    made_.steps[at].end = small<std::uint16_t>(made_.steps.size(), data);
  }

  Condition take() { return std::move(made_); }

 private:
  void read_combination(const Data& data, std::size_t at) {
    if (data.items.size() != 1) {
      fail(data, "a condition is one of \"all\", \"any\", \"not\", or a \"fact\"");
    }
    const Data& parts = data.items[0];
    if (parts.name == "not") {
      made_.steps[at].kind = Kind::opposite;
      read(parts);
    } else if (parts.name == "all" || parts.name == "any") {
      made_.steps[at].kind = parts.name == "all" ? Kind::all : Kind::any;
      read_parts(parts);
    } else {
      fail(parts, "\"" + std::string(parts.name) +
                      "\" is not known; a condition is one of \"all\", \"any\", "
                      "\"not\", or a \"fact\"");
    }
  }

  void read_parts(const Data& data) {
    if (data.kind != Data::Kind::list) {
      fail(data, "a list of conditions in brackets is needed here");
    }
    for (const Data& item : data.items) {
      read(item);
    }
  }

  void read_comparison(const Data& data, Condition::Step& step) {
    const Data& named = member(data, "fact");
    const FactName* fact = find_fact(text_of(named));
    if (fact == nullptr) {
      fail(named, "there is no fact \"" + std::string(named.text) +
                      "\"; see src/words/facts.cpp");
    }
    if (data.items.size() != 2) {
      fail(data, "a comparison has a \"fact\" and one operator");
    }
    const std::size_t other = data.items[0].name == "fact" ? 1 : 0;
    const Data& value = data.items[other];
    step.kind = find_operator(*fact, value.name, value).kind;
    step.fact = small<std::uint8_t>(number_of_fact(fact->name), data);
    read_value(*fact, value, step);
  }

  void read_value(const FactName& fact, const Data& value, Condition::Step& step) {
    if (fact.kind == FactName::Kind::tokens || fact.kind == FactName::Kind::signals) {
      add_tokens(read_tokens(fact, value, signals_), value, step);
    } else if (fact.kind == FactName::Kind::number && value.kind == Data::Kind::number) {
      step.value = value.number;
    } else if (fact.kind == FactName::Kind::flag && value.kind == Data::Kind::flag) {
      step.flag = value.flag ? 1 : 0;
    } else {
      fail(value, fact.kind == FactName::Kind::flag ? "true or false is needed here"
                                                    : "a whole number is needed here");
    }
  }

  void add_tokens(const std::vector<std::string>& tokens, const Data& data,
                  Condition::Step& step) {
    step.first_token = small<std::uint16_t>(made_.tokens.size(), data);
    step.token_count = small<std::uint8_t>(tokens.size(), data);
    std::uint64_t bits = 0;
    for (const std::string& token : tokens) {
      bits |= FactTokens::bit_of(token);
      made_.tokens.push_back(token);
    }
    step.value = static_cast<std::int64_t>(bits);
  }

  const Names& signals_;
  Condition made_;
};

bool holds_tokens(const Condition& condition, const Condition::Step& step,
                  const Facts& facts) {
  const FactTokens* has = facts.tokens.find(step.fact);
  if (has == nullptr || !has->may_contain(static_cast<std::uint64_t>(step.value))) {
    return false;
  }
  const auto is_there = [has](const std::string& token) { return has->contains(token); };
  const auto first = condition.tokens.begin() + step.first_token;
  const auto end = first + step.token_count;
  return step.kind == Kind::some
             ? std::any_of(first, end, is_there)
             : has->size() == step.token_count && std::all_of(first, end, is_there);
}

bool holds_number(const Condition::Step& step, const Facts& facts) {
  const std::int64_t* number = facts.numbers.find(step.fact);
  return number != nullptr &&
         (step.kind == Kind::at_least ? *number >= step.value : *number <= step.value);
}

bool holds_flag(const Condition::Step& step, const Facts& facts) {
  const bool* flag = facts.flags.find(step.fact);
  return flag != nullptr && *flag == (step.flag != 0);
}

bool holds_at(const Condition& condition, std::size_t at, const Facts& facts);

/// Whether a part of the step at `at` comes out as `wanted`.
bool any_part(const Condition& condition, std::size_t at, bool wanted,
              const Facts& facts) {
  const std::size_t end = condition.steps[at].end;
  for (std::size_t part = at + 1; part < end; part = condition.steps[part].end) {
    if (holds_at(condition, part, facts) == wanted) {
      return true;
    }
  }
  return false;
}

bool holds_at(const Condition& condition, std::size_t at, const Facts& facts) {
  const Condition::Step& step = condition.steps[at];
  switch (step.kind) {
    case Kind::all:
      return !any_part(condition, at, false, facts);
    case Kind::opposite:
      return any_part(condition, at, false, facts);
    case Kind::any:
      return any_part(condition, at, true, facts);
    case Kind::flag:
      return holds_flag(step, facts);
    case Kind::exactly:
    case Kind::some:
      return holds_tokens(condition, step, facts);
    case Kind::at_least:
    case Kind::at_most:
      return holds_number(step, facts);
  }
  return false;
}

}  // namespace

Condition read_condition(const Data& data, const std::vector<std::string>& signals) {
  ConditionReader reader(signals);
  reader.read(data);
  return reader.take();
}

bool holds(const Condition& condition, const Facts& facts) {
  return condition.steps.empty() || holds_at(condition, 0, facts);
}

}  // namespace trialsheet
