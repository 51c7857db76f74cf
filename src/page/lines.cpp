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

MicroEm tracking_of(const TextStyle& style) {
  return style.tracking == Length() ? 0 : in_ems(style.tracking, style);
}

/// Most texts have no more.
constexpr std::size_t usual_lines = 8;

using LineEnds = std::pmr::vector<std::uint32_t>;

/// Breaks one text into lines, of one width or another.
class Breaker {
 public:
  Breaker(const Pieces& cut, const TextStyle& style, Length width,
          std::pmr::memory_resource* memory)
      : cut_(&cut),
        memory_(memory),
        words_(&cut.words),
        tracking_(tracking_of(style)),
        widest_(in_ems(width, style)) {}

  LineEnds break_lines(bool to_balance) const {
    auto ends = first_fit(widest_);
    if (to_balance)
      return balanced(std::move(ends));
    return has_orphan(ends) ? without_orphan(std::move(ends)) : ends;
  }

 private:
  MicroEm width_of(const Word& word) const {
    return word.width + word.glyphs * tracking_;
  }

  LineEnds first_fit(MicroEm widest) const {
    LineEnds ends(memory_);
    ends.reserve(usual_lines);
    MicroEm used = 0;
    std::uint32_t begin = 0;
    const auto count = static_cast<std::uint32_t>(words_->size());
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto& word = (*words_)[i];
      const auto width = width_of(word);
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
    if (ends.empty() || ends.back() < count)
      ends.push_back(count);
    return ends;
  }

  /// The lines of the narrowest column that still needs no more of them.
  LineEnds balanced(LineEnds ends) const {
    MicroEm too_narrow = 0;
    for (auto fits = widest_; fits - too_narrow > million / 20;) {
      const auto middle = (fits + too_narrow) / 2;
      auto tried = first_fit(middle);
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
  bool has_orphan(const LineEnds& ends) const {
    const auto lines = ends.size();
    if (lines < 2)
      return false;
    const auto words = ends[lines - 1] - ends[lines - 2];
    if (words > 2)
      return false;
    MicroEm width = 0;
    for (auto i = ends[lines - 2]; i < ends[lines - 1]; ++i)
      width += width_of((*words_)[i]);
    if (words == 1 && width < widest_ / 8)
      return true;
    return width < widest_ / 5 && ends_by_script();
  }

  /// Whether the last word begins in a script without spaces.
  bool ends_by_script() const {
    const auto& last = words_->back();
    return last.first_piece < last.end_piece &&
           breaks_by_script(
               character_at(cut_->text, cut_->pieces[last.first_piece].begin).code);
  }

  LineEnds without_orphan(LineEnds ends) const {
    for (int percent = 96; percent >= 72; percent -= 4) {
      auto tried = first_fit(widest_ * percent / 100);
      if (tried.size() > ends.size())
        break;
      if (!has_orphan(tried))
        return tried;
    }
    return ends;
  }

  const Pieces* cut_;
  std::pmr::memory_resource* memory_;
  const std::pmr::vector<Word>* words_;
  MicroEm tracking_;
  MicroEm widest_;
};

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
  const auto& cut = *set.cut;
  const auto& last = cut.words[set.line_ends[static_cast<std::size_t>(line)] - 1];
  const auto first = cut.words[line_begin(set, line)].first_piece;
  const auto end = &last == &cut.words.back() ? last.first_space : last.end_piece;
  std::vector<PlacedPiece> pieces;
  pieces.reserve(end - first);
  for (auto p = first; p < end; ++p)
    pieces.push_back({&cut.pieces[p], {}});
  return pieces;
}

Length piece_width(const Piece& piece, const TextStyle& style) {
  return scaled(piece.shaped->advance, style.size) +
         static_cast<std::int64_t>(piece.shaped->glyphs.size()) * style.tracking;
}

/// How many pieces at the end of a line are the space before the next.
std::size_t end_spaces(const SetText& set, int line) {
  const auto& last = set.cut->words[set.line_ends[static_cast<std::size_t>(line)] - 1];
  const bool ends_text = &last == &set.cut->words.back();
  return ends_text ? 0 : last.end_piece - last.first_space;
}

/// Sets spaces at the end of a line where their text leads, outside of its box (UAX #9,
/// L1).
void place_end(const SetText& set, std::vector<PlacedPiece>& pieces, std::size_t end,
               Length left, Length right) {
  const bool leads_right =
      set.cut->base == Direction::left_to_right ||
      std::all_of(pieces.begin(), pieces.end(),
                  [](const PlacedPiece& placed) { return placed.piece->level % 2 == 0; });
  for (auto i = end; i < pieces.size(); ++i) {
    const auto width = piece_width(*pieces[i].piece, set.style);
    if (!leads_right)
      left -= width;
    pieces[i].left = leads_right ? right : left;
    if (leads_right)
      right += width;
  }
}

/// The order in which the first `count` pieces are drawn, left to right.
std::vector<std::size_t> drawing_order(const std::vector<PlacedPiece>& pieces,
                                       std::size_t count) {
  std::vector<std::uint8_t> levels;
  levels.reserve(count);
  for (std::size_t i = 0; i < count; ++i)
    levels.push_back(pieces[i].piece->level);
  return visual_order(levels);
}

void place(std::vector<PlacedPiece>& pieces, const SetText& set, int line, Length left) {
  const auto end = pieces.size() - end_spaces(set, line);
  auto pen = left;
  const auto put = [&](PlacedPiece& placed) {
    placed.left = pen;
    pen += piece_width(*placed.piece, set.style);
  };
  const bool is_plain =
      std::all_of(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(end),
                  [](const PlacedPiece& placed) { return placed.piece->level == 0; });
  if (is_plain)
    for (std::size_t i = 0; i < end; ++i)
      put(pieces[i]);
  else
    for (const auto i : drawing_order(pieces, end))
      put(pieces[i]);
  place_end(set, pieces, end, left, pen);
}

/// Appends a piece's glyphs to a run, in logical order, x from the run's baseline.
void append_glyphs(TextRun& run, const PlacedPiece& placed, const TextStyle& style) {
  const auto& shaped = *placed.piece->shaped;
  const auto base = static_cast<std::uint32_t>(run.text.size());
  const auto first = static_cast<std::ptrdiff_t>(run.glyphs.size());
  auto pen = placed.left - run.baseline.x;
  MicroEm advanced = 0;
  for (const auto& glyph : shaped.glyphs) {
    run.glyphs.push_back({glyph.id, base + glyph.cluster,
                          pen + scaled(advanced + glyph.x, style.size),
                          scaled(glyph.y, style.size)});
    advanced += glyph.advance;
    pen += style.tracking;
  }
  if (run.right_to_left)
    std::reverse(run.glyphs.begin() + first, run.glyphs.end());
}

/// How many of the pieces from `first` on are of one run.
std::size_t run_length(const std::vector<PlacedPiece>& pieces, std::size_t first) {
  const auto& one = *pieces[first].piece;
  auto end = first + 1;
  while (end < pieces.size() && pieces[end].piece->font == one.font &&
         pieces[end].piece->level % 2 == one.level % 2 &&
         pieces[end].piece->isolate == one.isolate)
    ++end;
  return end - first;
}

LineRun run_of(const SetText& set, const PlacedPiece* pieces, std::size_t count,
               Length baseline) {
  const auto& first = *pieces->piece;
  LineRun run;
  run.baseline = {pieces->left, baseline};
  run.font = first.font;
  run.size = set.style.size;
  run.color = set.style.color;
  run.right_to_left = first.level % 2 == 1;
  run.isolate = first.isolate;
  std::size_t glyphs = 0;
  for (std::size_t i = 0; i < count; ++i)
    glyphs += pieces[i].piece->shaped->glyphs.size();
  run.glyphs.reserve(glyphs);
  run.text.reserve(pieces[count - 1].piece->end - first.begin);
  for (std::size_t i = 0; i < count; ++i) {
    const auto& piece = *pieces[i].piece;
    append_glyphs(run, pieces[i], set.style);
    run.text.append(set.cut->text, piece.begin, piece.end - piece.begin);
  }
  return run;
}

}  // namespace

bool is_too_wide(const Pieces& cut, const TextStyle& style, Length width) {
  return cut.widest_word > in_ems(width, style);
}

SetText set_pieces(std::shared_ptr<const Pieces> cut, const TextStyle& style,
                   Length width, std::pmr::memory_resource* memory) {
  if (cut->words.empty())
    return {std::move(cut), style, width, {}};
  auto ends = Breaker(*cut, style, width, memory).break_lines(style.balanced);
  return {std::move(cut), style, width, std::move(ends)};
}

SetText set_text(std::string_view text, const TextStyle& style, Length width,
                 Shaper& shaper, Direction base, const std::vector<Stretch>& stretches) {
  return set_pieces(
      std::make_shared<const Pieces>(cut_into_pieces(text, stretches, style.weight, base,
                                                     in_ems(width, style), shaper)),
      style, width);
}

Length line_width(const SetText& set, int line) {
  const auto end = set.line_ends[static_cast<std::size_t>(line)];
  const auto tracking = tracking_of(set.style);
  MicroEm width = 0;
  for (auto i = line_begin(set, line); i < end; ++i) {
    const auto& word = set.cut->words[i];
    width += word.width + word.glyphs * tracking + (i + 1 < end ? word.space : 0);
  }
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
  for (std::size_t first = 0; first < pieces.size();) {
    const auto count = run_length(pieces, first);
    runs.push_back(run_of(set, &pieces[first], count, left_baseline.y));
    first += count;
  }
  return runs;
}

}  // namespace trialsheet
