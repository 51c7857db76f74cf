// Measures the words of a cover.

#include "page/cover_table.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "page/letterhead.hpp"
#include "words/words.hpp"

namespace trialsheet {

using namespace literals;

namespace {

constexpr Length between = 9_pt;  ///< from column to column

/// Wider than any word: what is set into it shows how wide its words are.
constexpr Length wide = 1'000'000_pt;

/// A table of six columns where a line has room for so many ems.
constexpr int ems_for_columns = 40;

/// A column, in thousandths of the width. Titles and places may have words that no column
/// holds.
struct Share {
  int of_width;
  bool may_cut = false;
};
constexpr Share shares[] = {{340, true}, {150}, {158}, {106}, {184, true}, {62}};
/// The two columns in large type: what, and of this trial.
constexpr Share large_shares[] = {{340}, {660, true}};

/// The narrowest column that holds a word: rounded up, for a column is measured in ems
/// again.
Length width_of_word(const Word& word, const TextStyle& style) {
  constexpr std::int64_t million = 1'000'000;  // of a MicroEm
  return Length::from_thousandths(word.width * style.size.thousandths() / million + 1) +
         word.glyphs * style.tracking;
}

/// What the columns need before anything is known of their texts.
std::vector<ColumnNeed> bare_needs(std::span<const Share> of, Length width) {
  std::vector<ColumnNeed> needs;
  for (const auto& share : of)
    needs.push_back({share.of_width * width / 1000 - between,
                     {},
                     share.may_cut ? std::optional(Length()) : std::nullopt});
  needs.back().usual += between;
  return needs;
}

std::vector<Length> usual_widths(std::span<const Share> of, Length width) {
  std::vector<Length> widths;
  for (const auto& need : bare_needs(of, width))
    widths.push_back(need.usual);
  return widths;
}

}  // namespace

CoverTable::CoverTable(const CoverOrder& order, const Layout& layout, const Words& words,
                       Setter& setter)
    : order_(&order),
      styles_(&layout.styles),
      words_(&words),
      setter_(&setter),
      width_(text_width(layout)) {
  auto widths = width_ < ems_for_columns * styles_->detail.size ? std::nullopt
                                                                : column_widths(needs());
  is_large_ = !widths;
  if (is_large_)
    widths = column_widths(large_needs());
  widths_ = widths ? std::move(*widths) : usual_widths(large_shares, width_);
}

std::vector<CoverText> CoverTable::heads() const {
  std::vector<CoverText> heads;
  for (const auto* key :
       {"bundle.trial", "fact.status", "fact.type", "bundle.ages",
        order_->is_near ? "bundle.nearest" : "bundle.place", "bundle.page"})
    heads.push_back({words_->text(key), &styles_->label});
  return heads;
}

CoverText CoverTable::number_of(const CoverRow& row) const {
  return {row.nct, is_large_ ? &styles_->body : &styles_->detail};
}

std::vector<CoverText> CoverTable::texts_of(const CoverRow& row) const {
  const auto* plain = is_large_ ? &styles_->body : &styles_->detail;
  const auto* strong = is_large_ ? &styles_->body : &styles_->strong_detail;
  return {is_large_ ? number_of(row) : CoverText{row.title, strong},
          {row.glance.status, plain},
          {row.glance.type, plain},
          {row.glance.ages, plain},
          {row.glance.place, plain},
          {std::to_string(row.page), strong}};
}

/// `need` with room for each word of a text.
void CoverTable::widen(ColumnNeed& need, const CoverText& text) const {
  const auto& set = setter_->set(text.text, *text.style, wide);
  for (const auto& word : set.cut->words) {
    const auto width = width_of_word(word, *text.style);
    need.least = std::max(need.least, width);
    if (need.least_if_cut && width <= need.usual)
      need.least_if_cut = std::max(*need.least_if_cut, width);
  }
}

std::vector<ColumnNeed> CoverTable::needs() const {
  auto needs = bare_needs(shares, width_);
  const auto widen_all = [&](const std::vector<CoverText>& texts) {
    for (std::size_t i = 0; i < needs.size(); ++i)
      widen(needs[i], texts[i]);
  };
  widen_all(heads());
  for (const auto& row : order_->rows) {
    widen_all(texts_of(row));
    widen(needs.front(), number_of(row));
  }
  return needs;
}

std::vector<ColumnNeed> CoverTable::large_needs() const {
  auto needs = bare_needs(large_shares, width_);
  for (const auto& text : heads())
    widen(needs.front(), text);
  for (const auto& row : order_->rows)
    for (const auto& text : texts_of(row))
      widen(needs.back(), text);
  return needs;
}

Length CoverTable::left_of(std::size_t column) const {
  Length left;
  for (std::size_t i = 0; i < column; ++i)
    left += widths_[i] + between;
  return left;
}

}  // namespace trialsheet
