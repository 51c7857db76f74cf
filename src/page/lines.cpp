// Breaks lines and places their glyphs.
//
// Lines are filled first-fit: for ragged text the fewest lines, which is what a page with
// no room to spare needs. A title is then narrowed as far as its number of lines allows,
// so that they come out balanced; other texts are narrowed a little where the last line
// would be one short word.

#include "page/lines.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "page/pieces.hpp"

namespace trialsheet {

namespace {

constexpr std::int64_t million = 1'000'000;

/// Noto Sans: hhea ascender 1069, descender -293, 1000 units per em.
constexpr std::int64_t ascent = 1'069;
constexpr std::int64_t descent = 293;

Length scaled(MicroEm width, Length size) {
  return Length::from_thousandths(width * size.thousandths() / million);
}

MicroEm in_ems(Length width, const TextStyle& style) {
  return width.thousandths() * million /
         std::max<std::int64_t>(1, style.size.thousandths());
}

MicroEm width_of(const Word& word, const TextStyle& style) {
  return word.width + word.glyphs * in_ems(style.tracking, style);
}

using LineEnds = std::vector<std::uint32_t>;

LineEnds first_fit(const SetText& set, MicroEm widest) {
  LineEnds ends;
  MicroEm used = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < set.words.size(); ++i) {
    const auto& word = set.words[i];
    const auto width = width_of(word, set.style);
    if (i > begin && used + width > widest) {
      ends.push_back(i);
      begin = i;
      used = 0;
    }
    used += width + word.space;
    if (word.ends_line) {
      ends.push_back(i + 1);
      begin = i + 1;
      used = 0;
    }
  }
  if (ends.empty() || ends.back() < set.words.size())
    ends.push_back(static_cast<std::uint32_t>(set.words.size()));
  return ends;
}

/// The lines of the narrowest column that still needs no more of them.
LineEnds balanced(const SetText& set, MicroEm widest, LineEnds ends) {
  MicroEm too_narrow = 0;
  for (auto fits = widest; fits - too_narrow > million / 20;) {
    const auto middle = (fits + too_narrow) / 2;
    auto tried = first_fit(set, middle);
    if (tried.size() > ends.size()) {
      too_narrow = middle;
    } else {
      fits = middle;
      ends = std::move(tried);
    }
  }
  return ends;
}

/// Whether the last line is one word of less than an eighth of the column; in a script
/// without spaces, one or two characters of less than a fifth.
bool has_orphan(const SetText& set, MicroEm widest, const LineEnds& ends) {
  const auto lines = ends.size();
  if (lines < 2)
    return false;
  const auto words = ends[lines - 1] - ends[lines - 2];
  const auto& last = set.words.back();
  MicroEm width = 0;
  for (auto i = ends[lines - 2]; i < ends[lines - 1]; ++i)
    width += width_of(set.words[i], set.style);
  if (words == 1 && width < widest / 8)
    return true;
  return words <= 2 && width < widest / 5 && last.first_piece < last.end_piece &&
         breaks_by_script(
             character_at(set.text, set.pieces[last.first_piece].begin).code);
}

LineEnds without_orphan(const SetText& set, MicroEm widest, const LineEnds& ends) {
  for (int percent = 96; percent >= 72; percent -= 4) {
    auto tried = first_fit(set, widest * percent / 100);
    if (tried.size() > ends.size())
      break;
    if (!has_orphan(set, widest, tried))
      return tried;
  }
  return ends;
}

LineEnds break_lines(const SetText& set) {
  const auto widest = in_ems(set.width, set.style);
  auto ends = first_fit(set, widest);
  if (set.style.balanced)
    return balanced(set, widest, std::move(ends));
  return has_orphan(set, widest, ends) ? without_orphan(set, widest, ends) : ends;
}

std::uint32_t line_begin(const SetText& set, int line) {
  return line == 0 ? 0 : set.line_ends[static_cast<std::size_t>(line) - 1];
}

struct PlacedPiece {
  const Piece* piece = nullptr;
  Length left;
};

/// The pieces of a line in logical order. Spaces at the end of a paragraph are dropped;
/// those at the end of another line stay, so that copied lines do not run together.
std::vector<PlacedPiece> pieces_of(const SetText& set, int line) {
  std::vector<PlacedPiece> pieces;
  const auto end = set.line_ends[static_cast<std::size_t>(line)];
  for (auto i = line_begin(set, line); i < end; ++i) {
    const auto& word = set.words[i];
    const bool last = i + 1 == set.words.size();
    for (auto p = word.first_piece; p < (last ? word.first_space : word.end_piece); ++p)
      pieces.push_back({&set.pieces[p], {}});
  }
  return pieces;
}

Length piece_width(const Piece& piece, const TextStyle& style) {
  return scaled(piece.shaped->advance, style.size) +
         static_cast<std::int64_t>(piece.shaped->glyphs.size()) * style.tracking;
}

/// How many pieces at the end of a line are the space before the next.
std::size_t end_spaces(const SetText& set, int line) {
  const auto& last = set.words[set.line_ends[static_cast<std::size_t>(line)] - 1];
  const bool ends_text = &last == &set.words.back();
  return ends_text ? 0 : last.end_piece - last.first_space;
}

/// Sets spaces at the end of a line where their text leads, outside of its box (UAX #9,
/// L1).
void place_end(const SetText& set, std::vector<PlacedPiece>& pieces, std::size_t end,
               Length left, Length right) {
  const bool all_left_to_right =
      std::all_of(pieces.begin(), pieces.end(),
                  [](const PlacedPiece& placed) { return placed.piece->level % 2 == 0; });
  for (auto i = end; i < pieces.size(); ++i) {
    const auto width = piece_width(*pieces[i].piece, set.style);
    const bool leads_right = set.base == Direction::left_to_right || all_left_to_right;
    if (!leads_right)
      left -= width;
    pieces[i].left = leads_right ? right : left;
    if (leads_right)
      right += width;
  }
}

void place(std::vector<PlacedPiece>& pieces, const SetText& set, int line, Length left) {
  const auto end = pieces.size() - end_spaces(set, line);
  std::vector<std::uint8_t> levels;
  bool plain = true;
  for (std::size_t i = 0; i < end; ++i) {
    levels.push_back(pieces[i].piece->level);
    plain = plain && pieces[i].piece->level == 0;
  }
  std::vector<std::size_t> order(end);
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  if (!plain)
    order = visual_order(levels);
  auto pen = left;
  for (const auto i : order) {
    pieces[i].left = pen;
    pen += piece_width(*pieces[i].piece, set.style);
  }
  place_end(set, pieces, end, left, pen);
}

/// Appends a piece's glyphs to a run, in logical order, x from the run's baseline.
void append_glyphs(TextRun& run, const PlacedPiece& placed, const TextStyle& style) {
  const auto& shaped = *placed.piece->shaped;
  const auto base = static_cast<std::uint32_t>(run.text.size());
  auto pen = placed.left - run.baseline.x;
  std::vector<Glyph> glyphs;
  glyphs.reserve(shaped.glyphs.size());
  MicroEm advanced = 0;
  std::int64_t drawn = 0;
  for (const auto& glyph : shaped.glyphs) {
    glyphs.push_back(
        {glyph.id, base + glyph.cluster,
         pen + scaled(advanced + glyph.x, style.size) + drawn * style.tracking,
         scaled(glyph.y, style.size)});
    advanced += glyph.advance;
    ++drawn;
  }
  if (run.right_to_left)
    std::reverse(glyphs.begin(), glyphs.end());
  run.glyphs.insert(run.glyphs.end(), glyphs.begin(), glyphs.end());
}

bool continues(const std::vector<LineRun>& runs, const Piece& piece) {
  return !runs.empty() && runs.back().right_to_left == (piece.level % 2 == 1) &&
         runs.back().font == piece.font && runs.back().isolate == piece.isolate;
}

}  // namespace

SetText set_text(std::string_view text, const TextStyle& style, Length width,
                 Shaper& shaper, Direction base, const std::vector<Stretch>& stretches) {
  auto cut =
      cut_into_pieces(text, stretches, style.weight, base, in_ems(width, style), shaper);
  SetText set;
  set.text = std::move(cut.text);
  set.style = style;
  set.width = width;
  set.base = cut.base;
  set.pieces = std::move(cut.pieces);
  set.words = std::move(cut.words);
  set.isolates = std::move(cut.isolates);
  if (!set.words.empty())
    set.line_ends = break_lines(set);
  return set;
}

Length line_width(const SetText& set, int line) {
  const auto end = set.line_ends[static_cast<std::size_t>(line)];
  MicroEm width = 0;
  for (auto i = line_begin(set, line); i < end; ++i)
    width += width_of(set.words[i], set.style) + (i + 1 < end ? set.words[i].space : 0);
  return scaled(width, set.style.size);
}

Length baseline_in(const TextStyle& style) {
  const auto size = style.size.thousandths();
  const auto box = (ascent + descent) * size / 1'000;
  return Length::from_thousandths((style.leading.thousandths() - box) / 2 +
                                  ascent * size / 1'000);
}

std::vector<LineRun> line_runs(const SetText& set, int line, Point left_baseline) {
  auto pieces = pieces_of(set, line);
  place(pieces, set, line, left_baseline.x);
  std::vector<LineRun> runs;
  for (const auto& placed : pieces) {
    const auto& piece = *placed.piece;
    if (!continues(runs, piece)) {
      LineRun run;
      run.baseline = {placed.left, left_baseline.y};
      run.font = piece.font;
      run.size = set.style.size;
      run.color = set.style.color;
      run.right_to_left = piece.level % 2 == 1;
      run.isolate = piece.isolate;
      runs.push_back(std::move(run));
    }
    append_glyphs(runs.back(), placed, set.style);
    runs.back().text.append(set.text, piece.begin, piece.end - piece.begin);
  }
  return runs;
}

}  // namespace trialsheet
