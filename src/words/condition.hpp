// Condition: when a question rule applies; the small language of README.md.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "words/facts.hpp"

namespace trialsheet {

struct Data;

struct Condition {
  enum class Kind {
    all,       ///< every part holds (none: always true)
    any,       ///< some part holds
    opposite,  ///< the one part does not hold
    flag,      ///< the fact is stated and is `flag`
    exactly,   ///< the fact's tokens are `tokens` and no others
    some,      ///< the fact has one of `tokens`
    at_least,  ///< the fact is `number` or more
    at_most,   ///< the fact is `number` or less
  };

  Kind kind = Kind::all;
  std::vector<Condition> parts;
  std::size_t fact = 0;  ///< its place in fact_names()
  std::vector<std::string> tokens;
  std::uint64_t bits = 0;  ///< of `tokens`, as FactTokens has them
  std::int64_t number = 0;
  bool flag = false;
};

/// Throws Error{Fault::layout} with the file and the pointer if `data` is no condition or
/// names a fact, token, operator or one of `signals` that does not exist.
Condition read_condition(const Data& data, const std::vector<std::string>& signals = {});

/// Whether `condition` is true of `facts`. A comparison with a fact that is not stated is
/// false, whatever it compares with.
bool holds(const Condition& condition, const Facts& facts);

}  // namespace trialsheet
