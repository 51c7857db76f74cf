// Cuts a text into pieces of one font and direction, words between breaks.

#include "page/pieces.hpp"

#include <algorithm>

#include "base/isolate.hpp"
#include "base/text.hpp"
#include "page/breaks.hpp"
#include "page/directions.hpp"
#include "page/font_impl.hpp"

namespace trialsheet {

namespace {

/// The text as it can be printed: every character has a font, and what only told its
/// languages apart is gone.
struct Printable {
  std::string text;
  std::vector<std::int16_t> fonts;  ///< of every byte
  std::vector<Isolate> isolates;
  IsolateOfByte isolate_of;
};

/// Takes note of where isolates begin and end, and of what is in which.
class IsolateReader {
 public:
  explicit IsolateReader(Printable& printable) : printable_(&printable) {}

  /// Whether `code` was for it.
  bool read(char32_t code) {
    const auto at = printable_->text.size();
    if (code == isolate_begin) {
      printable_->isolate_of.resize(at, static_cast<std::int16_t>(open_));
      printable_->isolates.push_back({at, at, open_});
      open_ = static_cast<int>(printable_->isolates.size()) - 1;
    } else if (code == isolate_end) {
      close(at);
    }
    return code == isolate_begin || code == isolate_end;
  }

  /// All that was appended to the text is in the isolate that is open.
  void mark() {
    if (!printable_->isolates.empty())
      printable_->isolate_of.resize(printable_->text.size(),
                                    static_cast<std::int16_t>(open_));
  }

  void finish() {
    while (open_ != no_isolate)
      close(printable_->text.size());
  }

 private:
  void close(std::size_t at) {
    if (open_ == no_isolate)
      return;
    auto& isolate = printable_->isolates[static_cast<std::size_t>(open_)];
    isolate.end = at;
    open_ = isolate.parent;
  }

  Printable* printable_;
  int open_ = no_isolate;
};

Weight weight_at(std::size_t byte, const std::vector<Stretch>& stretches, Weight weight) {
  for (const auto& stretch : stretches)
    if (byte < stretch.end)
      return stretch.weight;
  return weight;
}

/// Appends `code`, or its stand-in, with the font of each byte.
void append(Printable& printable, char32_t code, Weight weight, Shaper& shaper) {
  const auto& fonts = shaper.fonts().impl();
  const int before = printable.fonts.empty() ? -1 : printable.fonts.back();
  const int font = fonts.choose(code < U' ' ? U' ' : code, weight, before);
  const auto shown = font >= 0 ? to_utf8(code) : shaper.stand_in(code);
  printable.text += shown;
  const int used = font >= 0 ? font : fonts.choose(U'[', weight, before);
  printable.fonts.insert(printable.fonts.end(), shown.size(),
                         static_cast<std::int16_t>(used));
}

Printable make_printable(std::string_view text, const std::vector<Stretch>& stretches,
                         Weight weight, Shaper& shaper) {
  Printable printable;
  printable.text.reserve(text.size());
  printable.fonts.reserve(text.size());
  IsolateReader isolates(printable);
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, length] = character_at(text, at);
    if (!isolates.read(code))
      append(printable, code, weight_at(at, stretches, weight), shaper);
    isolates.mark();
    at += length;
  }
  isolates.finish();
  return printable;
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == bare_line_end;
}

class Cutter {
 public:
  Cutter(Printable printable, Direction base, Shaper& shaper)
      : printable_(std::move(printable)),
        base_(paragraph_direction(printable_.text, base, printable_.isolates,
                                  printable_.isolate_of)),
        shaper_(&shaper) {
    const auto level =
        static_cast<std::uint8_t>(base_ == Direction::right_to_left ? 1 : 0);
    levels_.assign(printable_.text.size(), level);
    if (level != 0 || has_right_to_left(printable_.text))
      levels_ =
          levels_of(printable_.text, base_, printable_.isolates, printable_.isolate_of);
  }

  Pieces cut(MicroEm widest) {
    auto offsets = break_offsets(printable_.text);
    auto cut = cut_at(offsets);
    for (const auto emergency : {Emergency::punctuation, Emergency::anywhere})
      if (add_emergency(cut, widest, emergency, offsets))
        cut = cut_at(offsets);
    std::replace(printable_.text.begin(), printable_.text.end(), '\n', ' ');
    cut.base = base_;
    cut.text = std::move(printable_.text);
    cut.isolates = std::move(printable_.isolates);
    return cut;
  }

 private:
  Pieces cut_at(const std::vector<std::size_t>& offsets) {
    Pieces cut;
    std::size_t begin = 0;
    for (const auto end : offsets) {
      if (end > begin)
        cut.words.push_back(word(begin, end, cut.pieces));
      begin = end;
    }
    return cut;
  }

  Word word(std::size_t begin, std::size_t end, std::vector<Piece>& pieces) {
    auto letters = end;
    while (letters > begin && is_space(printable_.text[letters - 1]))
      --letters;
    Word word;
    word.ends_line = printable_.text.find_first_of("\n\v", letters) < end;
    word.first_piece = static_cast<std::uint32_t>(pieces.size());
    for (const auto& glyphs : add_pieces(begin, letters, pieces)) {
      word.width += glyphs->advance;
      word.glyphs += static_cast<int>(glyphs->glyphs.size());
    }
    word.first_space = static_cast<std::uint32_t>(pieces.size());
    for (const auto& glyphs : add_pieces(letters, end, pieces))
      word.space += glyphs->advance;
    word.end_piece = static_cast<std::uint32_t>(pieces.size());
    return word;
  }

  std::vector<const Shaped*> add_pieces(std::size_t begin, std::size_t end,
                                        std::vector<Piece>& pieces) {
    std::vector<const Shaped*> added;
    while (begin < end) {
      if (printable_.text[begin] == bare_line_end) {
        ++begin;
        continue;
      }
      auto stop = begin + 1;
      while (stop < end && printable_.fonts[stop] == printable_.fonts[begin] &&
             levels_[stop] == levels_[begin] && isolate(stop) == isolate(begin) &&
             printable_.text[stop] != bare_line_end)
        ++stop;
      pieces.push_back(piece(begin, stop));
      added.push_back(pieces.back().shaped);
      begin = stop;
    }
    return added;
  }

  Piece piece(std::size_t begin, std::size_t end) {
    const auto direction =
        levels_[begin] % 2 == 1 ? Direction::right_to_left : Direction::left_to_right;
    const auto text = std::string_view(printable_.text).substr(begin, end - begin);
    // A line feed is shown as the space that it becomes.
    const auto& shaped =
        shaper_->shape(text.find('\n') == text.npos ? text : std::string_view(" "),
                       printable_.fonts[begin], direction);
    return {static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(end),
            printable_.fonts[begin],
            levels_[begin],
            isolate(begin),
            &shaped};
  }

  std::int16_t isolate(std::size_t byte) const {
    return printable_.isolate_of.empty() ? std::int16_t{no_isolate}
                                         : printable_.isolate_of[byte];
  }

  bool add_emergency(const Pieces& cut, MicroEm widest, Emergency emergency,
                     std::vector<std::size_t>& offsets) const {
    const auto before = offsets.size();
    for (const auto& word : cut.words) {
      if (word.width <= widest || word.first_piece == word.first_space)
        continue;
      const auto more =
          emergency_offsets(printable_.text, cut.pieces[word.first_piece].begin,
                            cut.pieces[word.first_space - 1].end, emergency);
      offsets.insert(offsets.end(), more.begin(), more.end());
    }
    std::sort(offsets.begin(), offsets.end());
    offsets.erase(std::unique(offsets.begin(), offsets.end()), offsets.end());
    return offsets.size() != before;
  }

  Printable printable_;
  Direction base_;
  std::vector<std::uint8_t> levels_;
  Shaper* shaper_;
};

}  // namespace

Pieces cut_into_pieces(std::string_view text, const std::vector<Stretch>& stretches,
                       Weight weight, Direction base, MicroEm widest, Shaper& shaper) {
  return Cutter(make_printable(text, stretches, weight, shaper), base, shaper)
      .cut(widest);
}

}  // namespace trialsheet
