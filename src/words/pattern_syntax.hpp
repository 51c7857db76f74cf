// Pattern syntax: the small language of patterns.json, parsed and matched.

#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/tokens.hpp"

namespace trialsheet {

struct PatternPart;
using PatternParts = std::vector<PatternPart>;

/// A word or sign; a choice of parts; or a slot.
struct PatternPart {
  enum class Kind {
    word,    ///< `text` as a token's plain form
    choice,  ///< one of `options`
    number,  ///< slot `text` takes one number
    time,    ///< slot `text` takes a number and a unit of time: "30 days"
    few,     ///< slot `text` takes one to six words that name one thing
    words,   ///< slot `text` takes one token or more
  };
  Kind kind = Kind::word;
  std::string text;
  std::vector<PatternParts> options;
};

/// Named parts of patterns, as they are written.
using PatternSets = std::map<std::string, std::string, std::less<>>;

/// Parses `pattern`, of at most 1,000 parts. Throws std::invalid_argument with what is
/// wrong.
PatternParts parse_pattern(std::string_view pattern, const PatternSets& sets);

/// The plain forms that a text can start with to match; empty: any.
std::vector<std::string> first_words(const PatternParts& parts);

/// Tokens of a slot: index of the first, and of the one after the last.
struct SlotRange {
  std::size_t first = 0;
  std::size_t end = 0;
};
using SlotRanges = std::map<std::string, SlotRange>;

/// Whether tokens 0 to `end` match all of `parts`; then `slots` has what they took. A
/// slot of words takes as few tokens as it can. False too where there are too many ways
/// to match to try them all.
bool matches(const PatternParts& parts, const Tokens& tokens, std::size_t end,
             SlotRanges& slots);

}  // namespace trialsheet
