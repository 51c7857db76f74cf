// Gives what some columns can spare to those that lack it.

#include "page/cover_columns.hpp"

#include <algorithm>
#include <bit>

namespace trialsheet {

namespace {

/// The widths without a word cut, if there is room.
std::optional<std::vector<Length>> divided(const std::vector<ColumnNeed>& needs) {
  Length lacking;
  Length spare;
  for (const auto& need : needs) {
    lacking += std::max(Length(), need.least - need.usual);
    spare += std::max(Length(), need.usual - need.least);
  }
  if (lacking > spare)
    return std::nullopt;
  std::vector<Length> widths;
  for (const auto& need : needs) {
    const auto own = need.usual - need.least;
    widths.push_back(own <= Length() ? need.least
                                     : need.usual - lacking.thousandths() * own /
                                                        spare.thousandths());
  }
  return widths;
}

/// `needs` with the words of some columns cut: bit i of `cut` is column i.
std::vector<ColumnNeed> with_cuts(std::vector<ColumnNeed> needs, unsigned cut) {
  for (std::size_t i = 0; i < needs.size(); ++i)
    if ((cut >> i & 1) != 0)
      needs[i].least = *needs[i].least_if_cut;
  return needs;
}

/// The sets of columns whose words may be cut, those of few columns first.
std::vector<unsigned> possible_cuts(const std::vector<ColumnNeed>& needs) {
  unsigned all = 0;
  for (std::size_t i = 0; i < needs.size(); ++i)
    all |= needs[i].least_if_cut ? 1U << i : 0;
  std::vector<unsigned> cuts;
  for (unsigned cut = 0; cut <= all; ++cut)
    if ((cut & ~all) == 0)
      cuts.push_back(cut);
  std::stable_sort(cuts.begin(), cuts.end(), [](unsigned a, unsigned b) {
    return std::popcount(a) < std::popcount(b);
  });
  return cuts;
}

}  // namespace

std::optional<std::vector<Length>> column_widths(const std::vector<ColumnNeed>& needs) {
  for (const auto cut : possible_cuts(needs))
    if (auto widths = divided(with_cuts(needs, cut)))
      return widths;
  return std::nullopt;
}

}  // namespace trialsheet
