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
  if (!run.right_to_left)
    run.tracking = set.style.tracking;
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

/// The runs of a line of plain text: one, or two where its lead ends.
class PlainRuns {
 public:
  PlainRuns(const SetText& set, Point left_baseline, std::vector<LineRun>& runs)
      : set_(&set), plain_(&set.cut->plain), runs_(runs), left_(left_baseline) {}

  /// The words [first, last) of the text.
  void write(std::uint32_t first, std::uint32_t last) {
    const auto& words = set_->cut->words;
    const auto end =
        last == words.size() ? words[last - 1].first_space : words[last - 1].end;
    if (end > words[first].begin)
      begin_run(words[first].begin, end);
    for (auto i = first; i < last; ++i) {
      append(words[i].begin, words[i].first_space, words[i].is_plain);
      append(words[i].first_space, std::min(words[i].end, end), words[i].is_plain);
    }
    end_run();
    std::erase_if(runs_, [](const LineRun& run) { return run.glyphs.empty(); });
  }

 private:
  /// Begins a run at byte `begin` of a line that goes on to `end`.
  void begin_run(std::uint32_t begin, std::uint32_t end) {
    const auto stop = plain_->font_end(begin, end);
    auto& run = runs_.emplace_back();
    run.baseline = {left_.x + pen_, left_.y};
    run.font = plain_->font_at(begin).font;
    run.size = set_->style.size;
    run.tracking = set_->style.tracking;
    run.color = set_->style.color;
    run.text = plain_->text.substr(begin, stop - begin);
    run.glyphs.resize(stop - begin);
    left_ = run.baseline;
    pen_ = {};
    begin_ = begin;
    stop_ = stop;
    end_ = end;
    count_ = 0;
  }

  void end_run() {
    if (!runs_.empty())
      runs_.back().glyphs.resize(count_);
  }

  /// Bytes [begin, end) of a word or of spaces; `is_plain`: it is known that HarfBuzz
  /// need not see them.
  void append(std::uint32_t begin, std::uint32_t end, bool is_plain) {
    while (begin < end) {
      if (begin == stop_) {
        end_run();
        begin_run(begin, end_);
      }
      const auto stop = std::min(end, stop_);
      const auto part = plain_->text.substr(begin, stop - begin);
      if (is_plain || plain_->font_at(begin).face->advance(part) >= 0)
        append_letters(begin, stop);
      else
        append_shaped(begin, stop);
      begin = stop;
    }
  }

  void append_shaped(std::uint32_t begin, std::uint32_t end) {
    const auto& shaped =
        plain_->shaper->shape(plain_->text.substr(begin, end - begin),
                              plain_->font_at(begin).font, Direction::left_to_right);
    auto& run = runs_.back();
    run.glyphs.resize(count_);
    append_glyphs(run, shaped, pen_, begin - begin_, set_->style);
    count_ = run.glyphs.size();
    run.glyphs.resize(count_ + (stop_ - end));
    pen_ += width_of(shaped, set_->style);
  }

  void append_letters(std::uint32_t begin, std::uint32_t end) {
    const auto size = set_->style.size;
    const auto tracking = set_->style.tracking;
    auto* next = &runs_.back().glyphs[count_];
    auto cluster = begin - begin_;
    auto pen = pen_;
    MicroEm advanced = 0;
    plain_->font_at(begin).face->visit(
        plain_->text.substr(begin, end - begin),
        [&](std::uint16_t glyph, MicroEm advance) {
          *next++ = {glyph, cluster++, pen + scaled(advanced, size), {}};
          advanced += advance;
          pen += tracking;
        });
    pen_ = pen + scaled(advanced, size);
    count_ += end - begin;
  }

  const SetText* set_;
  const PlainText* plain_;
  std::vector<LineRun>& runs_;
  Point left_;               ///< baseline of the last run
  Length pen_;               ///< from there
  std::uint32_t begin_ = 0;  ///< of the last run, in bytes of the text
  std::uint32_t stop_ = 0;   ///< where it ends
  std::uint32_t end_ = 0;    ///< and where the line does
  std::size_t count_ = 0;    ///< its glyphs so far; it has room for one a byte
};

}  // namespace

void line_runs(const SetText& set, int line, Point left_baseline,
               std::vector<LineRun>& runs) {
  runs.clear();
  if (set.cut->plain.shaper != nullptr) {
    PlainRuns(set, left_baseline, runs)
        .write(set.first_word(line), set.line_ends[static_cast<std::size_t>(line)]);
    return;
  }
  auto pieces = pieces_of(set, line);
  place(pieces, set, line, left_baseline.x);
  for (std::size_t first = 0; first < pieces.size();) {
    const auto count = run_length(pieces, first);
    runs.push_back(run_of(set, &pieces[first], count, left_baseline.y));
    first += count;
  }
}

std::vector<LineRun> line_runs(const SetText& set, int line, Point left_baseline) {
  std::vector<LineRun> runs;
  line_runs(set, line, left_baseline, runs);
  return runs;
}

}  // namespace trialsheet
