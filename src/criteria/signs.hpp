// Signs: what parts the rules that were typed on one line without numbers: bullets,
// dashes, semicolons.

#pragma once

#include <string_view>
#include <vector>

#include "criteria/lines.hpp"

namespace trialsheet {

/// The rules that bullets or dashes part in the words of an item marked so. A dash needs
/// less around it where a heading has run into the rules.
std::vector<std::string_view> symbol_parts(std::string_view text, Marker marker,
                                           bool after_heading);

/// The rules of an item that a dash or a bullet is glued between, or a dash after a full
/// stop: "desire- History of stroke", "stroke. - Gout", not "Ehlers- Danlos". Empty if it
/// is one rule.
std::vector<std::string_view> glued_parts(std::string_view text);

/// The parts of a list typed with semicolons, or none if it is no list of rules of their
/// own: fewer than four, one that another word than the last's "and" or "or" joins, or a
/// lead over them all. Without the numbers that count them.
std::vector<std::string_view> semicolon_parts(std::string_view text);

/// "words or", "words, and/or": it is joined to what stands after it.
bool ends_in_conjunction(std::string_view text);

}  // namespace trialsheet
