// What Unicode says of a text: where lines may break, which parts run from right to left.
//
// The only source that sees ICU is unicode.cpp. Offsets are bytes of UTF-8.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace trialsheet {

enum class Direction { left_to_right, right_to_left };

/// The direction in which a language (BCP 47) is written, by its script or by the one
/// that CLDR finds most likely.
Direction direction_of(std::string_view language);

/// A letter of the script of a language, likewise; 0 if it is not known.
char32_t letter_of(std::string_view language);

/// Whether a character of `text` is of the script of `letter`.
bool has_script_of(std::string_view text, char32_t letter);

/// The direction of the first letter that has one (UAX #9, P2); none for signs and
/// numbers.
std::optional<Direction> first_strong(std::string_view text);

/// Whether there is a letter or a digit of any script.
bool has_letters(std::string_view text);

/// Whether any character needs the bidirectional algorithm (UAX #9): Hebrew, Arabic and
/// their like. A quick scan that spares Latin text the algorithm.
bool has_right_to_left(std::string_view text);

/// Whether `code` belongs to a script that breaks lines without spaces, or by rules of
/// its own (Thai to Hangul, CJK, their punctuation).
bool breaks_by_script(char32_t code);

/// Bytes [begin, end) that stand among the rest as one sign with a direction of its own
/// within (UAX #9, directional isolates). Such ranges may nest, not cross.
struct DirectedRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  Direction direction = Direction::left_to_right;
};

/// The embedding level of every byte, for a paragraph whose base direction is `base`.
std::vector<std::uint8_t> bidi_levels(std::string_view text, Direction base,
                                      const std::vector<DirectedRange>& isolates = {});

/// The order in which to draw pieces with these levels, left to right: indexes into
/// `levels`.
std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

/// The offsets at which a line may break by UAX #14, without 0 and with the text's size.
std::vector<std::size_t> line_break_offsets(std::string_view text);

}  // namespace trialsheet
