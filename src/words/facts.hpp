// Facts: what the question rules may ask about a record.
//
// The names and tokens are listed in facts.cpp, so that a misspelt rule is an error and
// not a question that nobody ever sees. src/summary/facts.cpp fills them from a Trial.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

/// A fact that the record does not state is absent from its map.
struct Facts {
  template <typename Value>
  using ByName = std::map<std::string, Value, std::less<>>;

  ByName<std::set<std::string, std::less<>>> tokens;
  ByName<std::int64_t> numbers;
  ByName<bool> flags;
  ByName<std::string> texts;  ///< only for placeholders
};

struct FactName {
  enum class Kind {
    tokens,
    signals,  ///< tokens too: the names of signals.json
    number,
    flag,
    text,  ///< only for placeholders
  };

  std::string_view name;
  Kind kind;
  std::vector<std::string_view> tokens;  ///< those it can hold
};

/// Every fact there is.
const std::vector<FactName>& fact_names();

/// The fact called `name`, or nullptr.
const FactName* find_fact(std::string_view name);

}  // namespace trialsheet
