// Facts: what the question rules may ask about a record.
//
// The names and tokens are listed in facts.cpp, so that a misspelt rule is an error and
// not a question that nobody ever sees. src/summary/facts.cpp fills them from a Trial.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

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

/// The place in fact_names() of the fact called `name`; of one that is not there, behind
/// the last.
std::size_t number_of_fact(std::string_view name);

/// What a record states, by the number of the fact.
template <typename Value>
class FactValues {
 public:
  /// nullptr: the record does not state it.
  const Value* find(std::size_t fact) const {
    return fact < values_.size() && values_[fact] ? &*values_[fact] : nullptr;
  }
  /// Of one of fact_names(); made if it is not stated.
  Value& operator[](std::string_view name) {
    const std::size_t fact = number_of_fact(name);
    values_.resize(std::max(values_.size(), fact_names().size()));
    return values_.at(fact) ? *values_[fact] : values_[fact].emplace();
  }
  void erase(std::string_view name) {
    if (const std::size_t fact = number_of_fact(name); fact < values_.size()) {
      values_[fact].reset();
    }
  }

 private:
  std::vector<std::optional<Value>> values_;
};

struct Facts {
  FactValues<std::set<std::string, std::less<>>> tokens;
  FactValues<std::int64_t> numbers;
  FactValues<bool> flags;
  FactValues<std::string> texts;  ///< only for placeholders
};

}  // namespace trialsheet
