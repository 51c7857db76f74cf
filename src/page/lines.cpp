// Breaks lines.
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
    return cut_->plain.shaper == nullptr && last.begin < last.end &&
           breaks_by_script(
               character_at(cut_->text, cut_->pieces[last.begin].begin).code);
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
  for (auto i = set.first_word(line); i < end; ++i) {
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

}  // namespace trialsheet
