// Measures words with the sums of page/plain_face.hpp; those that are not plain ASCII are
// shaped and remembered.

#include "page/plain_cut.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/isolate.hpp"
#include "base/text.hpp"
#include "page/breaks.hpp"

namespace trialsheet {

namespace {

bool is_ascii(char c) {
  return c >= ' ' && c <= '~';
}

/// Whether eight bytes are all printable ASCII. One that is not may carry into its
/// neighbours, but then the answer is no already.
bool are_ascii(const char* eight) {
  constexpr std::uint64_t each = 0x0101'0101'0101'0101;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof bytes);
  return ((bytes | (bytes + each) | (bytes - each * ' ')) & (each * 0x80)) == 0;
}

/// Where printable ASCII from `at` on ends.
std::size_t ascii_end(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size() && are_ascii(&text[at]))
    at += 8;
  while (at < text.size() && is_ascii(text[at]))
    ++at;
  return at;
}

/// Whether a character beyond ASCII is one more letter of `font`.
bool is_like_ascii(char32_t code, int font, Weight weight, Shaper& shaper) {
  return code != isolate_begin && code != isolate_end && !breaks_by_script(code) &&
         shaper.font_for(code, weight, -1) == font;
}

bool is_plain(std::string_view text, int font, Weight weight, Shaper& shaper) {
  auto at = ascii_end(text, 0);
  if (at == text.size())
    return true;
  for (; at < text.size(); at = ascii_end(text, at)) {
    const auto [code, length] = character_at(text, at);
    if (code < 0x80 || to_utf8(code) != text.substr(at, length) ||
        !is_like_ascii(code, font, weight, shaper))
      return false;
    at += length;
  }
  return !has_right_to_left(text);
}

/// Measures the words of one text.
class Measurer {
 public:
  Measurer(std::string_view text, int font, PlainFace& face, Shaper& shaper)
      : text_(text), font_(font), face_(&face), shaper_(&shaper) {}

  Word word(std::size_t begin, std::size_t end) {
    auto letters = end;
    while (letters > begin && text_[letters - 1] == ' ')
      --letters;
    Word word;
    word.begin = static_cast<std::uint32_t>(begin);
    word.first_space = static_cast<std::uint32_t>(letters);
    word.end = static_cast<std::uint32_t>(end);
    if (letters > begin)
      measure(text_.substr(begin, letters - begin), word);
    if (end > letters)
      word.space = end - letters == 1 ? one_space() : width(letters, end);
    return word;
  }

 private:
  void measure(std::string_view letters, Word& word) {
    word.width = face_->advance(letters);
    word.glyphs = static_cast<int>(letters.size());
    if (word.width >= 0)
      return;
    const auto& shaped = shaper_->shape(letters, font_, Direction::left_to_right);
    word.width = shaped.advance;
    word.glyphs = static_cast<int>(shaped.glyphs.size());
  }

  MicroEm width(std::size_t begin, std::size_t end) {
    Word part;
    measure(text_.substr(begin, end - begin), part);
    return part.width;
  }

  MicroEm one_space() {
    if (space_ < 0)
      space_ = shaper_->shape(" ", font_, Direction::left_to_right).advance;
    return space_;
  }

  std::string_view text_;
  int font_;
  PlainFace* face_;
  Shaper* shaper_;
  MicroEm space_ = -1;
};

}  // namespace

bool cut_plainly(Pieces& cut, std::string_view text, Weight weight, Shaper& shaper) {
  const int font = shaper.font_for('a', weight, -1);
  auto* face = shaper.plain_face(font);
  if (face == nullptr || !is_plain(text, font, weight, shaper))
    return false;
  cut.plain = {&shaper, face, font, text};
  Measurer measurer(text, font, *face, shaper);
  const auto offsets = break_offsets(text);
  cut.words.reserve(offsets.size());
  std::size_t begin = 0;
  for (const auto end : offsets) {
    if (end > begin) {
      cut.words.push_back(measurer.word(begin, end));
      cut.widest_word = std::max(cut.widest_word, cut.words.back().width);
    }
    begin = end;
  }
  return true;
}

}  // namespace trialsheet
