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

/// A font from where the one before ends up to byte `end`.
struct FontRun {
  std::size_t end = 0;
  int font = 0;
};

/// The text as it can be printed: every character has a font, and what only told its
/// languages apart is gone.
struct Printable {
  std::pmr::string text;
  std::vector<FontRun> fonts;
  std::vector<Isolate> isolates;
  IsolateOfByte isolate_of;

  int last_font() const { return fonts.empty() ? -1 : fonts.back().font; }

  void append(std::string_view shown, int font) {
    text += shown;
    if (font != last_font() || fonts.empty())
      fonts.push_back({0, font});
    fonts.back().end = text.size();
  }
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

/// Appends `code` or its stand-in.
void append(Printable& printable, char32_t code, Weight weight, Shaper& shaper) {
  const int before = printable.last_font();
  const int font = shaper.font_for(code < U' ' ? U' ' : code, weight, before);
  if (font >= 0)
    printable.append(to_utf8(code), font);
  else
    printable.append(shaper.stand_in(code), shaper.font_for(U'[', weight, before));
}

/// How many characters of printable ASCII from `at` on are of the font that comes before.
std::size_t plain_run(std::string_view text, std::size_t at, int font, Weight weight,
                      Shaper& shaper) {
  const auto is_plain = [&](char c) {
    return c >= ' ' && c <= '~' &&
           shaper.font_for(static_cast<char32_t>(c), weight, font) == font;
  };
  auto end = at;
  while (end < text.size() && is_plain(text[end]))
    ++end;
  return end - at;
}

/// Reads a text into what can be printed.
class Reader {
 public:
  Reader(Printable& printable, Shaper& shaper)
      : printable_(&printable), shaper_(&shaper), isolates_(printable) {}

  /// Characters from `at` to the one that `end` is in; returns where that ends.
  std::size_t read(std::string_view text, std::size_t at, std::size_t end,
                   Weight weight) {
    while (at < end) {
      if (const auto font = printable_->last_font(); font >= 0)
        if (const auto run = plain_run(text.substr(0, end), at, font, weight, *shaper_);
            run > 0) {
          printable_->append(text.substr(at, run), font);
          isolates_.mark();
          at += run;
          continue;
        }
      const auto [code, length] = character_at(text, at);
      if (!isolates_.read(code))
        append(*printable_, code, weight, *shaper_);
      isolates_.mark();
      at += length;
    }
    return at;
  }

  void finish() { isolates_.finish(); }

 private:
  Printable* printable_;
  Shaper* shaper_;
  IsolateReader isolates_;
};

Printable make_printable(std::string_view text, const std::vector<Stretch>& stretches,
                         Weight weight, Shaper& shaper,
                         std::pmr::memory_resource* memory) {
  Printable printable{std::pmr::string(memory), {}, {}, {}};
  printable.text.reserve(text.size());
  Reader reader(printable, shaper);
  std::size_t at = 0;
  for (const auto& stretch : stretches)
    at = reader.read(text, at, std::min(stretch.end, text.size()), stretch.weight);
  reader.read(text, at, text.size(), weight);
  reader.finish();
  return printable;
}

/// The embedding level of every byte; empty if it is 0 everywhere.
std::vector<std::uint8_t> levels_in(const Printable& printable, Direction base) {
  if (base == Direction::left_to_right && !has_right_to_left(printable.text))
    return {};
  return levels_of(printable.text, base, printable.isolates, printable.isolate_of);
}

/// A stretch of the text in one font, direction and language.
struct Span {
  std::size_t end = 0;
  int font = 0;
  std::uint8_t level = 0;
  std::int16_t isolate = no_isolate;

  bool continues(const Span& before) const {
    return font == before.font && level == before.level && isolate == before.isolate;
  }
};

std::vector<Span> spans_of(const Printable& printable,
                           const std::vector<std::uint8_t>& levels) {
  std::vector<Span> spans;
  const auto add = [&spans](const Span& span) {
    if (!spans.empty() && span.continues(spans.back()))
      spans.back().end = span.end;
    else
      spans.push_back(span);
  };
  const auto& isolate_of = printable.isolate_of;
  std::size_t begin = 0;
  for (const auto& run : printable.fonts) {
    if (levels.empty() && isolate_of.empty())
      add({run.end, run.font});
    else
      for (auto byte = begin; byte < run.end; ++byte)
        add({byte + 1, run.font, levels.empty() ? std::uint8_t{0} : levels[byte],
             isolate_of.empty() ? std::int16_t{no_isolate} : isolate_of[byte]});
    begin = run.end;
  }
  return spans;
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
        spans_(spans_of(printable_, levels_in(printable_, base_))),
        has_bare_line_ends_(printable_.text.find(bare_line_end) != std::string::npos),
        shaper_(&shaper) {}

  Pieces cut(MicroEm widest) {
    auto offsets = break_offsets(printable_.text);
    auto cut = cut_at(offsets);
    const auto widest_word = cut.widest_word;
    for (const auto emergency : {Emergency::punctuation, Emergency::anywhere})
      if (cut.widest_word > widest && add_emergency(cut, widest, emergency, offsets))
        cut = cut_at(offsets);
    std::replace(printable_.text.begin(), printable_.text.end(), '\n', ' ');
    cut.text = std::move(printable_.text);
    cut.isolates = std::move(printable_.isolates);
    cut.widest_word = widest_word;
    return cut;
  }

 private:
  Pieces cut_at(const std::vector<std::size_t>& offsets) {
    auto cut = no_pieces(printable_.text.get_allocator().resource());
    cut.base = base_;
    cut.words.reserve(offsets.size());
    cut.pieces.reserve(2 * offsets.size());
    span_ = spans_.begin();
    std::size_t begin = 0;
    for (const auto end : offsets) {
      if (end > begin) {
        cut.words.push_back(word(begin, end, cut.pieces));
        cut.widest_word = std::max(cut.widest_word, cut.words.back().width);
      }
      begin = end;
    }
    return cut;
  }

  Word word(std::size_t begin, std::size_t end, std::pmr::vector<Piece>& pieces) {
    const std::string_view text = printable_.text;
    Word word;
    auto letters = end;
    for (; letters > begin && is_space(text[letters - 1]); --letters)
      word.ends_line = word.ends_line || text[letters - 1] != ' ';
    word.begin = static_cast<std::uint32_t>(pieces.size());
    add_pieces(begin, letters, pieces);
    word.first_space = static_cast<std::uint32_t>(pieces.size());
    for (auto i = word.begin; i < word.first_space; ++i) {
      word.width += pieces[i].shaped->advance;
      word.glyphs += static_cast<int>(pieces[i].shaped->glyphs.size());
    }
    add_pieces(letters, end, pieces);
    word.end = static_cast<std::uint32_t>(pieces.size());
    for (auto i = word.first_space; i < word.end; ++i)
      word.space += pieces[i].shaped->advance;
    return word;
  }

  /// From one call to the next `begin` does not fall.
  void add_pieces(std::size_t begin, std::size_t end, std::pmr::vector<Piece>& pieces) {
    while (begin < end) {
      if (printable_.text[begin] == bare_line_end) {
        ++begin;
        continue;
      }
      while (span_->end <= begin)
        ++span_;
      const auto stop = end_of_piece(begin, std::min(end, span_->end));
      pieces.push_back(piece(begin, stop, *span_));
      begin = stop;
    }
  }

  std::size_t end_of_piece(std::size_t begin, std::size_t end) const {
    if (!has_bare_line_ends_)
      return end;
    const auto text = std::string_view(printable_.text).substr(begin, end - begin);
    return begin + std::min(text.find(bare_line_end), text.size());
  }

  Piece piece(std::size_t begin, std::size_t end, const Span& span) {
    const auto text = std::string_view(printable_.text).substr(begin, end - begin);
    return {static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(end),
            span.font,
            span.level,
            span.isolate,
            &shape(text, span)};
  }

  const Shaped& shape(std::string_view text, const Span& span) {
    const auto direction =
        span.level % 2 == 1 ? Direction::right_to_left : Direction::left_to_right;
    // A line feed is shown as the space that it becomes.
    if (text.front() <= ' ' && text.find('\n') != text.npos)
      text = " ";
    if (text != " ")
      return shaper_->shape(text, span.font, direction);
    // Every other piece is a space, mostly the one before.
    if (space_ == nullptr || space_span_.font != span.font ||
        space_span_.level != span.level) {
      space_ = &shaper_->shape(text, span.font, direction);
      space_span_ = span;
    }
    return *space_;
  }

  bool add_emergency(const Pieces& cut, MicroEm widest, Emergency emergency,
                     std::vector<std::size_t>& offsets) const {
    const auto before = offsets.size();
    for (const auto& word : cut.words) {
      if (word.width <= widest || word.begin == word.first_space)
        continue;
      const auto more =
          emergency_offsets(printable_.text, cut.pieces[word.begin].begin,
                            cut.pieces[word.first_space - 1].end, emergency);
      offsets.insert(offsets.end(), more.begin(), more.end());
    }
    std::sort(offsets.begin(), offsets.end());
    offsets.erase(std::unique(offsets.begin(), offsets.end()), offsets.end());
    return offsets.size() != before;
  }

  Printable printable_;
  Direction base_;
  std::vector<Span> spans_;
  std::vector<Span>::const_iterator span_;  ///< of the last piece that was cut
  bool has_bare_line_ends_;
  const Shaped* space_ = nullptr;  ///< a space as it was shaped last, for a span like
  Span space_span_;                ///< this
  Shaper* shaper_;
};

}  // namespace

Pieces cut_into_pieces(std::string_view text, const std::vector<Stretch>& stretches,
                       Weight weight, Direction base, MicroEm widest, Shaper& shaper,
                       std::pmr::memory_resource* memory) {
  return Cutter(make_printable(text, stretches, weight, shaper, memory), base, shaper)
      .cut(widest);
}

}  // namespace trialsheet
