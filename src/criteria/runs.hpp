// Runs: several rules that were typed on one line: "1) ... 2) ... 3) ...", "- a - b - c".

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "criteria/lines.hpp"

namespace trialsheet {

struct Run {
  Marker marker = Marker::none;
  std::size_t start = static_cast<std::size_t>(-1);  ///< of the first marker; npos: none
  std::vector<std::string_view> parts;
};

/// The numbered run in `text`; none if it is too short to be one.
Run find_run(std::string_view text);

/// Parts joined by "or" are alternatives: as rules of their own they would say something
/// else. Under a lead ("one of the following:") they may stand apart, the lead rules
/// them.
bool can_be_cut(std::string_view text, const Run& run);

/// Where a rule starts behind others on one line, and the bytes of its marker ("10. " or
/// "10."); npos: nowhere.
struct NumberAt {
  std::size_t at = static_cast<std::size_t>(-1);
  std::size_t length = 0;
};

/// The rule `number` in `text` from `from` on: "10. Words" and "10.Words" after words
/// that do not count, or, of any number, "2. words", "2) words" and "2-words" after a
/// semicolon.
NumberAt find_next_number(std::string_view text, std::size_t number, std::size_t from);

/// The rules of an item whose text goes on with the next number of its list ("24. a 25.
/// b"), the item's own words first; one part if it does not.
std::vector<std::string_view> next_numbers(std::string_view text, std::size_t number);

/// The sentences of a paragraph that is a list of short ones ("Age 22 or more. English
/// speaking. End stage dementia."), or none: fewer than three, long ones, or one that
/// goes on with what the one before it said.
std::vector<std::string_view> sentence_parts(std::string_view text);

}  // namespace trialsheet
