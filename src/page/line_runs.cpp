// Places the glyphs of lines.

#include <algorithm>
#include <utility>

#include "page/lines.hpp"

namespace trialsheet {

namespace {

struct PlacedPiece {
  const Piece* piece = nullptr;
  Length left;
};

/// The pieces of a line in logical order. Spaces at the end of a paragraph are dropped;
/// those at the end of another line stay, so that copied lines do not run together.
std::vector<PlacedPiece> pieces_of(const SetText& set, int line) {
  const auto& cut = *set.cut;
  const auto& last = cut.words[set.line_ends[static_cast<std::size_t>(line)] - 1];
  const auto first = cut.words[set.first_word(line)].begin;
  const auto end = &last == &cut.words.back() ? last.first_space : last.end;
  std::vector<PlacedPiece> pieces;
  pieces.reserve(end - first);
  for (auto p = first; p < end; ++p)
    pieces.push_back({&cut.pieces[p], {}});
  return pieces;
}

Length width_of(const Shaped& shaped, const TextStyle& style) {
  return scaled(shaped.advance, style.size) +
         static_cast<std::int64_t>(shaped.glyphs.size()) * style.tracking;
}

Length piece_width(const Piece& piece, const TextStyle& style) {
  return width_of(*piece.shaped, style);
}

/// How many pieces at the end of a line are the space before the next.
std::size_t end_spaces(const SetText& set, int line) {
  const auto& last = set.cut->words[set.line_ends[static_cast<std::size_t>(line)] - 1];
  const bool ends_text = &last == &set.cut->words.back();
  return ends_text ? 0 : last.end - last.first_space;
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

/// Appends glyphs to a run, in logical order, the first at `pen` from the run's baseline.
void append_glyphs(TextRun& run, const Shaped& shaped, Length pen, std::uint32_t base,
                   const TextStyle& style) {
  const auto first = static_cast<std::ptrdiff_t>(run.glyphs.size());
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
    append_glyphs(run, *piece.shaped, pieces[i].left - run.baseline.x,
                  static_cast<std::uint32_t>(run.text.size()), set.style);
    run.text.append(set.cut->text, piece.begin, piece.end - piece.begin);
  }
  return run;
}

/// The run of a line of plain text.
class PlainRun {
 public:
  PlainRun(const SetText& set, Point left_baseline) : set_(&set) {
    run_.baseline = left_baseline;
    run_.font = set.cut->plain.font;
    run_.size = set.style.size;
    run_.color = set.style.color;
  }

  /// The words [first, last) of the text.
  LineRun of(std::uint32_t first, std::uint32_t last) {
    const auto& words = set_->cut->words;
    begin_ = words[first].begin;
    const auto end =
        last == words.size() ? words[last - 1].first_space : words[last - 1].end;
    run_.text = set_->cut->plain.text.substr(begin_, end - begin_);
    run_.glyphs.reserve(end - begin_);
    for (auto i = first; i < last; ++i) {
      append(words[i].begin, words[i].first_space);
      append(words[i].first_space, std::min(words[i].end, end));
    }
    return std::move(run_);
  }

 private:
  void append(std::uint32_t begin, std::uint32_t end) {
    if (begin >= end)
      return;
    const auto& [shaper, face, font, text] = set_->cut->plain;
    const auto part = text.substr(begin, end - begin);
    if (append_plain(*face, part, begin - begin_))
      return;
    const auto& shaped = shaper->shape(part, font, Direction::left_to_right);
    append_glyphs(run_, shaped, pen_, begin - begin_, set_->style);
    pen_ += width_of(shaped, set_->style);
  }

  /// The same for a word that HarfBuzz need not see.
  bool append_plain(PlainFace& face, std::string_view word, std::uint32_t cluster) {
    const auto size = set_->style.size;
    const auto tracking = set_->style.tracking;
    auto pen = pen_;
    MicroEm advanced = 0;
    const bool is_plain = face.visit(word, [&](std::uint16_t glyph, MicroEm advance) {
      run_.glyphs.push_back({glyph, cluster++, pen + scaled(advanced, size), {}});
      advanced += advance;
      pen += tracking;
    });
    if (is_plain)
      pen_ = pen + scaled(advanced, size);
    return is_plain;
  }

  const SetText* set_;
  LineRun run_;
  Length pen_;  ///< from the baseline's left
  std::uint32_t begin_ = 0;
};

}  // namespace

std::vector<LineRun> line_runs(const SetText& set, int line, Point left_baseline) {
  std::vector<LineRun> runs;
  if (set.cut->plain.shaper != nullptr) {
    auto run =
        PlainRun(set, left_baseline)
            .of(set.first_word(line), set.line_ends[static_cast<std::size_t>(line)]);
    if (!run.glyphs.empty())
      runs.push_back(std::move(run));
    return runs;
  }
  auto pieces = pieces_of(set, line);
  place(pieces, set, line, left_baseline.x);
  for (std::size_t first = 0; first < pieces.size();) {
    const auto count = run_length(pieces, first);
    runs.push_back(run_of(set, &pieces[first], count, left_baseline.y));
    first += count;
  }
  return runs;
}

}  // namespace trialsheet
