// Text: UTF-8 as the pipeline passes it on, valid and free of control characters.

#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace trialsheet {

/// One character read from UTF-8: its code point and how many bytes it takes.
struct Character {
  char32_t code;
  std::size_t length;
};

/// The character that starts at `at` (< text.size()). Bytes that are not UTF-8 read as
/// U+FFFD of length 1, so a loop over any bytes ends.
Character character_at(std::string_view text, std::size_t at);

/// `code` as UTF-8; a surrogate or a value above U+10FFFF becomes U+FFFD.
std::string to_utf8(char32_t code);

/// The byte of the first character that is not UTF-8, or npos.
std::size_t find_invalid_utf8(std::string_view text);

/// `text` without control, bidi-control, zero-width and noncharacter code points, white
/// space of every kind folded to single spaces and none at either end. What a one-line
/// record field becomes before anything looks at it. The joiners U+200C and U+200D stay
/// where they are spelling: after a character of a script from Hebrew upwards.
std::string one_line(std::string_view text);

/// `text` cleaned as by one_line, but with its lines and their indentation kept: tabs and
/// other white space become spaces, carriage returns go, no line ends in a space.
std::string kept_lines(std::string_view text);

/// ASCII letters lowered, all else as it is; the locale plays no part.
std::string lower_ascii(std::string_view text);

/// The same, written to the text.size() bytes at `lower`.
void lower_ascii(std::string_view text, char* lower);

/// The same for one look: a text of usual length is kept where this is, on the stack.
class LowerText {
 public:
  explicit LowerText(std::string_view text);

  std::string_view view() const { return view_; }

  LowerText(const LowerText&) = delete;
  LowerText& operator=(const LowerText&) = delete;
  LowerText(LowerText&&) = delete;
  LowerText& operator=(LowerText&&) = delete;
  ~LowerText() = default;

 private:
  static constexpr std::size_t usual_size = 512;

  std::array<char, usual_size> near_;
  std::string far_;
  std::string_view view_;
};

}  // namespace trialsheet
