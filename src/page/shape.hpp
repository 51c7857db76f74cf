// Shaping: from characters to glyphs, each word once.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/note.hpp"
#include "page/font.hpp"
#include "page/plain_face.hpp"
#include "page/recurring_texts.hpp"
#include "page/unicode.hpp"
#include "page/word_table.hpp"

struct hb_buffer_t;

namespace trialsheet {

/// Shapes with HarfBuzz and remembers. For one thread at a time; the memory is only
/// speed, never a difference. Between pages it holds at most `most_words` words in about
/// `most_bytes`.
class Shaper {
 public:
  static constexpr std::size_t most_words = 20'000;
  static constexpr std::size_t most_bytes = 8'000'000;

  explicit Shaper(const FontSet& fonts);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  const FontSet& fonts() const { return *fonts_; }

  /// `text` is all of one font and direction. Valid until the next forget_if_full().
  const Shaped& shape(std::string_view text, int font, Direction direction);

  /// The same from HarfBuzz itself, not remembered.
  Shaped shape_anew(std::string_view text, int font, Direction direction) const;

  /// What knows the plain words of a face that is in the program; nullptr for others.
  /// Valid as long as the Shaper.
  PlainFace* plain_face(int font);

  /// What the faces in the program say of plain words, one behind the other; for the
  /// build, which puts it into the program.
  std::string asked_of_plain_words() const;

  /// The texts that many sheets have, as they were cut.
  RecurringTexts& recurring() { return recurring_; }

  /// The font of `code` in `weight` where the character before is in font `before`, or
  /// -1: that of `before` if it has the character, else the first that has. -1 if none
  /// has.
  int font_for(char32_t code, Weight weight, int before) {
    if (code < known_codes)
      if (const int first = known_[index(weight)][code];
          first != not_known && (before < 0 || before == first))
        return first;
    return look_up_font(code, weight, before);
  }

  /// Drops words not seen twice if there are too many; to be called between pages.
  void forget_if_full();

  /// A character that no font shows, as it is printed; the note says which package to
  /// install. Notes are kept until taken.
  std::string stand_in(char32_t code);
  Notes take_notes();

 private:
  static constexpr char32_t known_codes = 0x3000;
  static constexpr std::int16_t not_known = -2;

  static std::size_t index(Weight weight) { return weight == Weight::bold ? 1 : 0; }
  int look_up_font(char32_t code, Weight weight, int before);
  Shaped shape_unknown(const WordTable::Key& key);
  Shaped shape_in(std::string_view text, int font, PlainFace::Script script) const;
  Shaped shaped_buffer(int font) const;

  const FontSet* fonts_;
  hb_buffer_t* buffer_;
  WordTable words_;
  std::vector<PlainFace> plain_faces_;  ///< of the faces in the program, in their order
  RecurringTexts recurring_;
  /// By weight: the first fonts of the characters below `known_codes`.
  std::array<std::vector<std::int16_t>, 2> known_;
  Notes notes_;
};

}  // namespace trialsheet
