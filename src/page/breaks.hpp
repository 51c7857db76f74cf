// Breaks: the places at which a line may end.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace trialsheet {

/// Ends a line without a space between what it parts: inside an address.
constexpr char bare_line_end = '\v';

/// Offsets at which a line may end, ascending; the spaces before an offset belong to the
/// line that ends there. The text's size is always the last. Not between a number or
/// comparison sign and what it counts, nor after a number that opens a bracket; in a
/// token only after a hyphen, slash, comma or semicolon of one of 16 characters or more
/// (SHEET_DESIGN, section 3), or where its script allows (UAX #14).
std::vector<std::size_t> break_offsets(std::string_view text);

/// Whether two tokens, with a space between them, stay on one line: a number and its
/// unit, a sign and its number, "phase 2".
bool belong_together(std::string_view before, std::string_view after);

/// Further offsets inside [begin, end), for a word wider than its column: after any
/// punctuation, or between any two characters.
enum class Emergency { punctuation, anywhere };
std::vector<std::size_t> emergency_offsets(std::string_view text, std::size_t begin,
                                           std::size_t end, Emergency emergency);

}  // namespace trialsheet
