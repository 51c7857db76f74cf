// Condition: when a question rule applies; the small language of README.md.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "words/facts.hpp"

namespace trialsheet {

struct Data;

/// Small and in one piece: a page asks some hundred conditions, and the cache has other
/// work.
struct Condition {
  enum class Kind : std::uint8_t {
    all,       ///< every part holds (none: always true)
    any,       ///< some part holds
    opposite,  ///< the one part does not hold
    flag,      ///< the fact is stated and is `flag`
    exactly,   ///< the fact's tokens are the step's and no others
    some,      ///< the fact has one of the step's tokens
    at_least,  ///< the fact is `value` or more
    at_most,   ///< the fact is `value` or less
  };

  /// A condition or a part of one; its parts stand behind it, each before its own.
  struct Step {
    std::int64_t value = 0;         ///< a number; of tokens their bits in FactTokens
    std::uint16_t end = 0;          ///< the step behind its last part
    std::uint16_t first_token = 0;  ///< its place in `tokens`
    std::uint8_t token_count = 0;
    std::uint8_t fact = 0;  ///< its place in fact_names()
    Kind kind = Kind::all;
    std::uint8_t flag = 0;
  };

  std::vector<Step> steps;  ///< none: always true
  std::vector<std::string> tokens;
};

/// Throws Error{Fault::layout} with the file and the pointer if `data` is no condition or
/// names a fact, token, operator or one of `signals` that does not exist.
Condition read_condition(const Data& data, const std::vector<std::string>& signals = {});

/// Whether `condition` is true of `facts`. A comparison with a fact that is not stated is
/// false, whatever it compares with.
bool holds(const Condition& condition, const Facts& facts);

}  // namespace trialsheet
