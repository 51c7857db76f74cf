// What Unicode says of a text: where lines may break, which parts run from right to left.
//
// The only source that sees ICU is unicode.cpp. Offsets are bytes of UTF-8.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace trialsheet {

enum class Direction { left_to_right, right_to_left };

/// Whether any character needs the bidirectional algorithm (UAX #9): Hebrew, Arabic and
/// their like. A quick scan that spares Latin text the algorithm.
bool has_right_to_left(std::string_view text);

/// Whether `code` belongs to a script that breaks lines without spaces, or by rules of
/// its own (Thai to Hangul, CJK, their punctuation).
bool breaks_by_script(char32_t code);

/// The embedding level of every byte, for a paragraph whose base direction is `base`.
std::vector<std::uint8_t> bidi_levels(std::string_view text, Direction base);

/// The order in which to draw pieces with these levels, left to right: indexes into
/// `levels`.
std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

/// The offsets at which a line may break by UAX #14, without 0 and with the text's size.
std::vector<std::size_t> line_break_offsets(std::string_view text);

}  // namespace trialsheet
