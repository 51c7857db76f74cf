// Measures words with the sums of page/plain_face.hpp; those that are not plain ASCII are
// shaped and remembered.

#include "page/plain_cut.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>

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

/// The face in which a plain text of this weight is set; without one where it is none of
/// ours.
PlainFont font_of(Weight weight, Shaper& shaper) {
  const int font = shaper.font_for('a', weight, -1);
  return {shaper.plain_face(font), font};
}

/// The fonts of a text, if it is plain in them.
std::optional<PlainText> plain_text(std::string_view text,
                                    const std::vector<Stretch>& stretches, Weight weight,
                                    Shaper& shaper) {
  PlainText plain{&shaper, font_of(weight, shaper), {}, 0, text};
  if (stretches.size() == 1 && stretches[0].weight != weight) {
    plain.lead_font = font_of(stretches[0].weight, shaper);
    plain.lead_end = static_cast<std::uint32_t>(std::min(stretches[0].end, text.size()));
  }
  const auto is_in = [&](std::string_view part, const PlainFont& font, Weight own) {
    return part.empty() ||
           (font.face != nullptr && is_plain(part, font.font, own, shaper));
  };
  const auto lead = text.substr(0, plain.lead_end);
  if (stretches.size() > 1 ||
      !is_in(lead, plain.lead_font, lead.empty() ? weight : stretches[0].weight) ||
      !is_in(text.substr(lead.size()), plain.font, weight))
    return {};
  return plain;
}

/// Measures the words of one text.
class Measurer {
 public:
  explicit Measurer(const PlainText& plain) : plain_(&plain) {}

  Word word(std::uint32_t begin, std::uint32_t end) {
    auto letters = end;
    while (letters > begin && plain_->text[letters - 1] == ' ')
      --letters;
    Word word;
    word.begin = begin;
    word.first_space = letters;
    word.end = end;
    word.is_plain = true;
    measure(begin, letters, word);
    if (end - letters == 1)
      word.space = one_space(plain_->font_at(letters));
    else
      word.space = width(letters, end);
    return word;
  }

 private:
  /// Adds what [begin, end) takes to `word`.
  void measure(std::uint32_t begin, std::uint32_t end, Word& word) {
    while (begin < end) {
      const auto stop = plain_->font_end(begin, end);
      add(plain_->text.substr(begin, stop - begin), plain_->font_at(begin), word);
      begin = stop;
    }
  }

  void add(std::string_view letters, const PlainFont& font, Word& word) {
    if (const auto width = font.face->advance(letters); width >= 0) {
      word.width += width;
      word.glyphs += static_cast<int>(letters.size());
      return;
    }
    const auto& shaped =
        plain_->shaper->shape(letters, font.font, Direction::left_to_right);
    word.is_plain = false;
    word.width += shaped.advance;
    word.glyphs += static_cast<int>(shaped.glyphs.size());
  }

  MicroEm width(std::uint32_t begin, std::uint32_t end) {
    Word part;
    measure(begin, end, part);
    return part.width;
  }

  /// Every other part is a space, mostly of the font of the one before.
  MicroEm one_space(const PlainFont& font) {
    if (space_font_ != font.font) {
      space_font_ = font.font;
      space_ = plain_->shaper->shape(" ", font.font, Direction::left_to_right).advance;
    }
    return space_;
  }

  const PlainText* plain_;
  int space_font_ = -1;
  MicroEm space_ = 0;
};

}  // namespace

bool cut_plainly(Pieces& cut, std::string_view text,
                 const std::vector<Stretch>& stretches, Weight weight, Shaper& shaper) {
  const auto plain = plain_text(text, stretches, weight, shaper);
  if (!plain)
    return false;
  cut.plain = *plain;
  Measurer measurer(cut.plain);
  const auto offsets = break_offsets(text);
  cut.words.reserve(offsets.size());
  std::uint32_t begin = 0;
  for (const auto offset : offsets) {
    const auto end = static_cast<std::uint32_t>(offset);
    if (end > begin) {
      cut.words.push_back(measurer.word(begin, end));
      cut.widest_word = std::max(cut.widest_word, cut.words.back().width);
    }
    begin = end;
  }
  return true;
}

}  // namespace trialsheet
