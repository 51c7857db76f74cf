// Stacks what blocks take into columns; strips are made only of a choice that is painted.

#include "page/composer.hpp"

#include <algorithm>

namespace trialsheet {

using namespace literals;

namespace {

// SHEET_DESIGN, section 3.
constexpr Length footer_gap = 9_pt;  ///< above the footer's rule

Length total(const Strips& strips) {
  Length height;
  for (const auto& strip : strips)
    height += strip.above + strip.height;
  return height;
}

int rules_column(const Layout& layout) {
  for (const auto& block : layout.blocks)
    if (block.kind == BlockKind::rules)
      return std::max(block.column, 0);
  return 0;
}

}  // namespace

Composer::Composer(const Summary& summary, const Layout& layout, const Paper& paper,
                   const Words& words, Setter& setter)
    : summary_(&summary),
      layout_(&layout),
      paper_(&paper),
      words_(&words),
      setter_(&setter),
      styles_(layout, setter.line_height()),
      blocks_(layout.columns.size()),
      rules_(summary, rules_column(layout)),
      known_(layout.blocks.size()) {
  for (std::size_t b = 0; b < layout.blocks.size(); ++b)
    if (const int column = layout.blocks[b].column; column >= 0)
      blocks_[static_cast<std::size_t>(column)].push_back(b);
}

Composer::Part Composer::part_of(const Choice& choice, const Block& block) {
  const auto air = choice.air[static_cast<std::size_t>(std::max(block.column, 0))];
  switch (block.kind) {
    case BlockKind::title:
      return {choice.body, 0, choice.title, 0};
    case BlockKind::what:
      return {choice.body, air, choice.what, 0};
    case BlockKind::facts:
      return {choice.body, air, choice.optional_facts ? 1 : 0,
              choice.small_facts ? 1 : 0};
    case BlockKind::places:
      return {choice.body, air, choice.places, 0};
    case BlockKind::kicker:
    case BlockKind::code:
      return {choice.body, 0, 0, 0};
    case BlockKind::contacts:
      return {choice.body, 0, static_cast<int>(choice.contact), 0};
    default:
      return {choice.body, air, 0, 0};
  }
}

/// The extents of blocks of which one choice differs little from the next.
Extent Composer::remembered(const Scene& scene, std::size_t block) const {
  const auto& what = layout_->blocks[block];
  const auto part = part_of(*scene.choice, what);
  const bool asks = what.kind == BlockKind::questions;
  const auto is_of = [&](const Known& known) {
    return known.part == part && (!asks || known.questions == scene.choice->questions);
  };
  // Mostly as it was asked for last.
  auto& [all, last] = known_[block];
  if (last < all.size() && is_of(all[last]))
    return all[last].extent;
  for (last = 0; last < all.size(); ++last)
    if (is_of(all[last]))
      return all[last].extent;
  const auto extent = asks ? questions_.extent(scene, what.column)
                           : extent_of(block_strips(scene, what.kind, what.column));
  all.push_back({part, asks ? scene.choice->questions : std::vector<int>(), extent});
  return extent;
}

/// The same for all choices that show the same rules, in whatever wordings.
Length Composer::count_height(const Scene& scene) const {
  if (scene.choice->rules == counted_)
    return counted_height_;
  counted_ = scene.choice->rules;
  shown_.clear();
  for (const auto& block : counted_)
    for (const int wording : block)
      shown_ += wording == not_shown ? '-' : '+';
  for (const auto& known : counts_)
    if (known.shown == shown_)
      return counted_height_ = known.height;
  counted_height_ = extent_of(count_strips(scene, rules_.column())).height;
  counts_.push_back({shown_, counted_height_});
  return counted_height_;
}

Extent Composer::extent(const Scene& scene, std::size_t block) const {
  const auto kind = layout_->blocks[block].kind;
  if (kind == BlockKind::rules)
    return rules_.extent(scene);
  if (kind != BlockKind::count)
    return remembered(scene, block);
  Extent extent;
  extent.add({}, count_height(scene), false);
  return extent;
}

int Composer::first_row() const {
  int first = layout_->columns.front().row;
  for (const auto& column : layout_->columns)
    first = std::min(first, column.row);
  return first;
}

int Composer::last_row() const {
  int last = 0;
  for (const auto& column : layout_->columns)
    last = std::max(last, column.row);
  return last;
}

int Composer::row_of(int column) const {
  return layout_->columns[static_cast<std::size_t>(column)].row;
}

bool Composer::is_in_last_row(int column) const {
  return row_of(column) == last_row();
}

/// The same for all columns of a row, so that they begin on one line.
Length Composer::row_gap(const Scene& scene, int row) const {
  auto gap = layout_->measures.lower_gap.most;
  for (std::size_t c = 0; c < layout_->columns.size(); ++c)
    if (const auto column = static_cast<int>(c); row_of(column) == row)
      gap = std::min(gap, scene.elastic(layout_->measures.lower_gap, column));
  return gap;
}

/// Below another row a column begins with a rule.
void Composer::begin_column(const Scene& scene, int column, Placed& first) const {
  auto& extent = first.extent;
  if (row_of(column) == first_row()) {
    extent.above = {};
    return;
  }
  extent.above = row_gap(scene, row_of(column));
  first.ruled = !extent.section_rule;
  if (first.ruled)
    extent.height += inset_below_rule(scene, layout_->blocks[first.block].kind);
}

/// Makes `stack` the blocks of a column.
void Composer::fill(Stack& stack, const Scene& scene, int column) const {
  const auto& blocks = blocks_[static_cast<std::size_t>(column)];
  stack.clear();
  stack.reserve(blocks.size());
  for (const auto block : blocks)
    if (const auto extent = this->extent(scene, block); !extent.is_empty())
      stack.push_back({block, extent, {}, {}});
  if (!stack.empty())
    begin_column(scene, column, stack.front());
}

/// The first block of a column's lower part, and where it begins; nullptr if there is
/// none.
std::pair<Composer::Placed*, Length> Composer::lower_part(Stack& stack) const {
  Length top;
  for (auto& placed : stack) {
    top += placed.extent.above;
    if (layout_->blocks[placed.block].lower)
      return {&placed, top};
    top += placed.extent.height;
  }
  return {nullptr, {}};
}

/// Lets the lower part of a shorter column wait for the other's.
void Composer::level(const Choice& choice, int row, std::vector<Stack>& stacks) const {
  if (!choice.level)
    return;
  int parts = 0;
  Length least, most;
  const auto for_each_part = [&](auto&& act) {
    for (std::size_t c = 0; c < stacks.size(); ++c)
      if (row_of(static_cast<int>(c)) == row)
        if (const auto [first, top] = lower_part(stacks[c]); first != nullptr)
          act(*first, top);
  };
  for_each_part([&](const Placed&, Length top) {
    least = parts == 0 ? top : std::min(least, top);
    most = parts == 0 ? top : std::max(most, top);
    ++parts;
  });
  if (parts < 2 || most - least > layout_->wait)
    return;
  for_each_part([&](Placed& first, Length top) { first.extent.above += most - top; });
}

/// Adds `by` to the white spaces that may take what a column has left: those in its lower
/// part, or of a column in a lower row, but for its first. Returns how many they are.
int Composer::stretch(Stack& stack, Length by) const {
  int gaps = 0;
  bool below = false;
  const bool lower_row =
      !stack.empty() && stack.front().extent.above > Length();  // the others have none
  for (auto& placed : stack) {
    auto& extent = placed.extent;
    if (below && extent.above > Length()) {
      extent.above += by;
      ++gaps;
    }
    below = below || lower_row || layout_->blocks[placed.block].lower;
    if (below) {
      placed.stretch = by;
      extent.height += extent.gaps * by;
      gaps += extent.gaps;
    }
  }
  return gaps;
}

int Composer::gaps(const Choice& choice, int column) const {
  Stack blocks;
  fill(blocks, scene(choice), column);
  return stretch(blocks, {});
}

/// All columns with their blocks in place; valid until the next choice is weighed.
const std::vector<Composer::Stack>& Composer::stacks(const Scene& scene) const {
  stacks_.resize(layout_->columns.size());
  for (std::size_t c = 0; c < layout_->columns.size(); ++c) {
    fill(stacks_[c], scene, static_cast<int>(c));
    if (!scene.choice->stretch.empty())
      stretch(stacks_[c], scene.choice->stretch[c]);
  }
  Length top;
  for (int row = first_row(); row <= last_row(); ++row) {
    level(*scene.choice, row, stacks_);
    top = place_row(row, top, stacks_);
  }
  return stacks_;
}

/// Gives the blocks of a row their places from `begin` on; returns where the row ends.
Length Composer::place_row(int row, Length begin, std::vector<Stack>& stacks) const {
  auto end = begin;
  for (std::size_t c = 0; c < stacks.size(); ++c) {
    if (row_of(static_cast<int>(c)) != row)
      continue;
    auto top = begin;
    for (auto& placed : stacks[c]) {
      placed.top = top + placed.extent.above;
      top = placed.end();
    }
    end = std::max(end, top);
  }
  return end;
}

Length Composer::text_width() const {
  Length width;
  for (const auto& column : layout_->columns)
    width = std::max(width, column.left + column.width);
  return width;
}

Length Composer::banner_height(const Scene& scene) const {
  for (const auto& [wording, height] : banner_heights_)
    if (wording == scene.choice->banner)
      return height;
  const auto height = total(banner_strips(scene, text_width()));
  banner_heights_.push_back({scene.choice->banner, height});
  return height;
}

Length Composer::footer_text_height(const Scene& scene) const {
  if (!footer_height_) {
    footer_height_ = Length();
    for (const auto& block : layout_->blocks)
      if (block.kind == BlockKind::source || block.kind == BlockKind::dates)
        footer_height_ = std::max(*footer_height_,
                                  total(footer_strips(scene, block.kind, block.column)));
  }
  return *footer_height_;
}

Length Composer::footer_height(const Scene& scene) const {
  return footer_gap + footer_inset + footer_text_height(scene);
}

const std::vector<Length>& Composer::spare(const Choice& choice) const {
  const auto here = scene(choice);
  const auto room = paper_->text_height - banner_height(here) - footer_height(here);
  const auto& columns = stacks(here);
  // A column has what its page has left, and what is left of its row beside others.
  const auto left = room - end_of_row(last_row(), columns);
  spare_.clear();
  for (std::size_t c = 0; c < columns.size(); ++c)
    spare_.push_back(left + end_of_row(row_of(static_cast<int>(c)), columns) -
                     end_of_column(c, columns));
  return spare_;
}

/// Where the columns of `row` and those above it end.
Length Composer::end_of_row(int row, const std::vector<Stack>& stacks) const {
  Length end;
  for (std::size_t c = 0; c < stacks.size(); ++c)
    if (row_of(static_cast<int>(c)) <= row && !stacks[c].empty())
      end = std::max(end, stacks[c].back().end());
  return end;
}

Length Composer::end_of_column(std::size_t column,
                               const std::vector<Stack>& stacks) const {
  const auto& stack = stacks[column];
  return stack.empty() ? end_of_row(row_of(static_cast<int>(column)) - 1, stacks)
                       : stack.back().end();
}

Length Composer::notes_gap(const Choice& choice, int column) const {
  return scene(choice).elastic(layout_->measures.section_gap, column);
}

}  // namespace trialsheet
