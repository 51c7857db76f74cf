// Shaping: from characters to glyphs, each word once.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/note.hpp"
#include "page/font.hpp"
#include "page/unicode.hpp"

namespace trialsheet {

/// A distance in millionths of the type size. Words are measured in it once and hold for
/// every size; whole numbers, so sums do not depend on order.
using MicroEm = std::int64_t;

struct ShapedGlyph {
  std::uint16_t id = 0;
  std::uint32_t cluster = 0;  ///< byte within the shaped text
  MicroEm advance = 0;
  MicroEm x = 0;  ///< drawn this far right of the pen
  MicroEm y = 0;  ///< and this far above the baseline
};

/// Glyphs from left to right as drawn.
struct Shaped {
  std::vector<ShapedGlyph> glyphs;
  MicroEm advance = 0;
};

/// Shapes with HarfBuzz and remembers. For one thread at a time; the memory is only
/// speed, never a difference. Holds at most `most_words` words.
class Shaper {
 public:
  static constexpr std::size_t most_words = 20'000;

  explicit Shaper(const FontSet& fonts) : fonts_(&fonts) {}

  const FontSet& fonts() const { return *fonts_; }

  /// `text` is all of one font and direction. Valid until the next forget_if_full().
  const Shaped& shape(std::string_view text, int font, Direction direction);

  /// Drops all words if there are too many; to be called between pages.
  void forget_if_full();

  /// A character that no font shows, as it is printed; the note says which package to
  /// install. Notes are kept until taken.
  std::string stand_in(char32_t code);
  Notes take_notes();

 private:
  Shaped shape_anew(std::string_view text, int font, Direction direction) const;

  const FontSet* fonts_;
  std::unordered_map<std::string, Shaped> words_;
  std::string key_;
  Notes notes_;
};

}  // namespace trialsheet
