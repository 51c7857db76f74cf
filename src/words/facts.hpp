// Facts: what the question rules may ask about a record.
//
// The names and tokens are listed in facts.cpp, so that a misspelt rule is an error and
// not a question that nobody ever sees. src/summary/facts.cpp fills them from a Trial.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
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

/// A few short texts, each once.
class FactTokens {
 public:
  FactTokens() = default;
  FactTokens(std::initializer_list<std::string> tokens)
      : FactTokens(tokens.begin(), tokens.end()) {}
  template <typename Iterator>
  FactTokens(Iterator begin, Iterator end) {
    std::for_each(begin, end, [this](const std::string& each) { insert(each); });
  }

  void insert(const std::string& token) {
    if (!contains(token)) {
      tokens_.push_back(token);
      seen_ |= bit_of(token);
    }
  }
  /// Those that are not empty.
  void insert(const std::vector<std::string>& tokens) {
    tokens_.reserve(tokens_.size() + tokens.size());
    for (const std::string& each : tokens) {
      if (!each.empty()) {
        insert(each);
      }
    }
  }
  bool contains(std::string_view token) const {
    return (seen_ & bit_of(token)) != 0 &&
           std::find(tokens_.begin(), tokens_.end(), token) != tokens_.end();
  }
  /// False: none of those whose bits are among `bits` is here.
  bool may_contain(std::uint64_t bits) const { return (seen_ & bits) != 0; }
  std::size_t size() const { return tokens_.size(); }

  /// Most tokens differ in it.
  static std::uint64_t bit_of(std::string_view token) {
    const auto sum = token.empty() ? 0U
                                   : token.size() * 13U +
                                         static_cast<unsigned char>(token.front()) * 5U +
                                         static_cast<unsigned char>(token.back());
    return std::uint64_t{1} << sum % 64;
  }

 private:
  std::vector<std::string> tokens_;
  std::uint64_t seen_ = 0;  ///< the bits of all
};

struct Facts {
  FactValues<FactTokens> tokens;
  FactValues<std::int64_t> numbers;
  FactValues<bool> flags;
  FactValues<std::string> texts;  ///< only for placeholders
};

}  // namespace trialsheet
