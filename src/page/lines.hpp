// Lines: a text set in one style into a column of one width.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.hpp"
#include "page/directions.hpp"
#include "page/page.hpp"
#include "page/shape.hpp"

namespace trialsheet {

/// A width in a type size.
inline Length scaled(MicroEm width, Length size) {
  return Length::from_thousandths(width * size.thousandths() / 1'000'000);
}

/// How a text is set. Sizes and colours come from the layout file.
struct TextStyle {
  Length size;
  Length leading;
  Weight weight = Weight::regular;
  Color color;
  Length tracking;        ///< added between glyphs
  bool balanced = false;  ///< lines of about the same length, for titles
  /// Taken instead of `leading` by a text in the sheet's own script, where that needs
  /// more; 0: it does not.
  Length script_leading;

  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

/// Text with a weight of its own up to byte `end`; what follows has the style's.
struct Stretch {
  std::size_t end = 0;
  Weight weight = Weight::regular;

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// A part of a line in one font, direction and language.
struct Piece {
  std::uint32_t begin = 0;  ///< bytes of Pieces::text
  std::uint32_t end = 0;
  int font = 0;
  std::uint8_t level = 0;             ///< bidi embedding level; odd runs right to left
  std::int16_t isolate = no_isolate;  ///< index into Pieces::isolates
  const Shaped* shaped = nullptr;
};

/// What stands between two places where a line may break: its letters, then its spaces.
struct Word {
  std::uint32_t begin = 0;        ///< the first three: pieces; of a plain text bytes
  std::uint32_t first_space = 0;  ///< from here on it is spaces
  std::uint32_t end = 0;
  MicroEm width = 0;  ///< of the letters
  MicroEm space = 0;
  int glyphs = 0;  ///< letters only, for tracking
  bool ends_line = false;
  bool is_plain = false;  ///< the letters are as page/plain_face.hpp has them
};

/// A face of a plain text.
struct PlainFont {
  PlainFace* face = nullptr;
  int font = 0;
};

/// A text that runs from left to right, in one font or with a lead in another. Its words
/// are measured, and shaped when they are painted.
struct PlainText {
  Shaper* shaper = nullptr;  ///< nullptr: the text is not plain
  PlainFont font;
  PlainFont lead_font;  ///< up to byte `lead_end`
  std::uint32_t lead_end = 0;
  std::string_view text;  ///< not owned

  const PlainFont& font_at(std::uint32_t byte) const {
    return byte < lead_end ? lead_font : font;
  }

  /// Where the font changes between two bytes, or `end`.
  std::uint32_t font_end(std::uint32_t begin, std::uint32_t end) const {
    return begin < lead_end && lead_end < end ? lead_end : end;
  }
};

/// A text cut where fonts, directions and lines may change, and shaped: the same for
/// every size. Points into the Shaper's memory; no longer than a page's work.
struct Pieces {
  std::pmr::string text;  ///< with stand-ins for characters that no font shows
  Direction base = Direction::left_to_right;  ///< of the paragraph
  std::pmr::vector<Piece> pieces;
  std::pmr::vector<Word> words;
  std::vector<Isolate> isolates;  ///< parts in the other language, by their begin
  MicroEm widest_word = 0;        ///< before words too wide for a column were cut
  PlainText plain;                ///< instead of text, pieces and isolates
};

/// What a text is cut into, before it is.
inline Pieces no_pieces(std::pmr::memory_resource* memory) {
  return {std::pmr::string(memory),
          Direction::left_to_right,
          std::pmr::vector<Piece>(memory),
          std::pmr::vector<Word>(memory),
          {},
          0,
          {}};
}

/// A text broken into lines.
struct SetText {
  std::shared_ptr<const Pieces> cut;
  TextStyle style;
  Length width;
  std::pmr::vector<std::uint32_t> line_ends;  ///< words before each line's end

  int lines() const { return static_cast<int>(line_ends.size()); }

  /// Index of the word that begins a line.
  std::uint32_t first_word(int line) const {
    return line == 0 ? 0 : line_ends[static_cast<std::size_t>(line) - 1];
  }

  Length height() const { return lines() * style.leading; }
};

/// Sets `text` into `width`; line feeds, and bare_line_end of page/breaks.hpp, end lines.
/// Never breaks between a number and its unit, nor inside a word, unless the word alone
/// is too wide.
SetText set_text(std::string_view text, const TextStyle& style, Length width,
                 Shaper& shaper, Direction base = Direction::left_to_right,
                 const std::vector<Stretch>& stretches = {});

/// Whether `cut` has a word that is too wide for a column, and so must be cut for it.
bool is_too_wide(const Pieces& cut, const TextStyle& style, Length width);

/// Breaks `cut` into lines. `memory` outlives what is returned.
SetText set_pieces(std::shared_ptr<const Pieces> cut, const TextStyle& style,
                   Length width,
                   std::pmr::memory_resource* memory = std::pmr::get_default_resource());

/// The width of line `line` without the space at its end.
Length line_width(const SetText& set, int line);

/// From the top of a line box to its baseline: half the leading above and below the
/// font's ascent and descent (CSS 2.2, 10.8.1), here of Noto Sans (hhea 1069, -293 of
/// 1000).
Length baseline_in(const TextStyle& style);

/// A run and the part of the text in another language that it is of.
struct LineRun : TextRun {
  int isolate = no_isolate;  ///< index into Pieces::isolates
};

/// The runs of `line` with its left edge at `left`, on `baseline`, in logical order. The
/// space that ends it stands outside of its width.
std::vector<LineRun> line_runs(const SetText& set, int line, Point left_baseline);

/// The same into `runs`, whose memory can be used for line after line.
void line_runs(const SetText& set, int line, Point left_baseline,
               std::vector<LineRun>& runs);

}  // namespace trialsheet
