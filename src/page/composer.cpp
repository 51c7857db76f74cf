// Stacks strips into columns and paints them in reading order.

#include "page/composer.hpp"

#include <algorithm>

#include "base/isolate.hpp"

namespace trialsheet {

using namespace literals;

namespace {

// SHEET_DESIGN, sections 3 and 4.
constexpr Length section_rule = 1.2_pt;
constexpr Length footer_gap = 9_pt;    ///< above the footer's rule
constexpr Length footer_inset = 3_pt;  ///< from the rule to the text

Length total(const Strips& strips) {
  Length height;
  for (const auto& strip : strips)
    height += strip.above + strip.height;
  return height;
}

Length end_of(const Strip& strip, Length top) {
  return top + strip.height;
}

int first_row(const Layout& layout) {
  int first = layout.columns.front().row;
  for (const auto& column : layout.columns)
    first = std::min(first, column.row);
  return first;
}

int last_row(const Layout& layout) {
  int last = 0;
  for (const auto& column : layout.columns)
    last = std::max(last, column.row);
  return last;
}

/// The parts of a choice that decide what something looks like, as a key.
class Key {
 public:
  explicit Key(const Choice& choice) {
    for (const int part : {choice.body, choice.title})
      add(part);
  }
  void add(int part) {
    text_ += static_cast<char>(part & 0xFF);
    text_ += static_cast<char>((part >> 8) & 0xFF);
  }
  void add(const std::vector<int>& parts) {
    for (const int part : parts)
      add(part);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

Key key_of(const Choice& choice, const Block& block, std::size_t index) {
  Key key(choice);
  key.add(static_cast<int>(index));
  key.add(choice.air[static_cast<std::size_t>(std::max(block.column, 0))]);
  switch (block.kind) {
    case BlockKind::what:
      key.add(choice.what);
      break;
    case BlockKind::facts:
      key.add(choice.optional_facts ? 1 : 0);
      key.add(choice.small_facts ? 1 : 0);
      break;
    case BlockKind::rules:
    case BlockKind::count:
      for (const auto& rules : choice.rules)
        key.add(rules);
      break;
    case BlockKind::questions:
      key.add(choice.questions);
      break;
    case BlockKind::places:
      key.add(choice.places);
      break;
    case BlockKind::contacts:
      key.add(static_cast<int>(choice.contact));
      break;
    default:
      break;
  }
  return key;
}

/// What `measure` says, asked once for each key.
template <typename Measure>
Length remembered(std::unordered_map<std::string, Length>& memory, const Key& key,
                  Measure measure) {
  const auto found = memory.find(key.text());
  return found != memory.end() ? found->second
                               : memory.emplace(key.text(), measure()).first->second;
}

}  // namespace

/// The strips of a block without what paints them.
const Strips& Composer::measured(const Scene& scene, std::size_t block) const {
  const auto& what = layout_->blocks[block];
  const auto [found, is_new] =
      measured_.try_emplace(key_of(*scene.choice, what, block).text());
  if (is_new) {
    found->second = block_strips(scene, what.kind, what.column);
    for (auto& strip : found->second)
      strip.paint = nullptr;
  }
  return found->second;
}

int Composer::row_of(int column) const {
  return layout_->columns[static_cast<std::size_t>(column)].row;
}

bool Composer::is_in_last_row(int column) const {
  return row_of(column) == last_row(*layout_);
}

/// The same for all columns of a row, so that they begin on one line.
Length Composer::row_gap(const Scene& scene, int row) const {
  auto gap = layout_->measures.lower_gap.most;
  for (std::size_t c = 0; c < layout_->columns.size(); ++c)
    if (const auto column = static_cast<int>(c); row_of(column) == row)
      gap = std::min(gap, scene.elastic(layout_->measures.lower_gap, column));
  return gap;
}

Composer::Stack Composer::stack(const Scene& scene, int column, Use use) const {
  Stack stack;
  for (std::size_t b = 0; b < layout_->blocks.size(); ++b) {
    const auto& block = layout_->blocks[b];
    if (block.column != column)
      continue;
    if (use == Use::to_measure)
      for (const auto& strip : measured(scene, b))
        stack.push_back({b, strip, {}});
    else
      for (auto& strip : block_strips(scene, block.kind, column))
        stack.push_back({b, std::move(strip), {}});
  }
  if (stack.empty())
    return stack;
  auto& first = stack.front().strip;
  if (row_of(column) == first_row(*layout_))
    first.above = {};
  else if (first.section_rule)
    first.above = row_gap(scene, row_of(column));
  else
    first = below_rule(scene, layout_->blocks[stack.front().block].kind, std::move(first),
                       row_gap(scene, row_of(column)));
  return stack;
}

/// Lets the lower part of a shorter column wait for the other's.
void Composer::level(const Choice& choice, int row, std::vector<Stack>& stacks) const {
  std::vector<Placed*> lower;
  std::vector<Length> tops;
  for (std::size_t c = 0; c < stacks.size(); ++c) {
    if (row_of(static_cast<int>(c)) != row)
      continue;
    Length top;
    for (auto& placed : stacks[c]) {
      top += placed.strip.above;
      if (layout_->blocks[placed.block].lower) {
        lower.push_back(&placed);
        tops.push_back(top);
        break;
      }
      top += placed.strip.height;
    }
  }
  if (!choice.level || tops.size() < 2)
    return;
  const auto [least, most] = std::minmax_element(tops.begin(), tops.end());
  const auto line = *most;
  if (line - *least > layout_->wait)
    return;
  for (std::size_t i = 0; i < lower.size(); ++i)
    lower[i]->strip.above += line - tops[i];
}

/// The strips whose space above may take what a column has left: those in its lower part,
/// or of a column in a lower row, that have some, but for its first.
std::vector<Composer::Placed*> Composer::stretchable(Stack& stack) const {
  std::vector<Placed*> strips;
  bool below = false;
  const bool lower_row =
      !stack.empty() && stack.front().strip.above > Length();  // the others have none
  for (auto& placed : stack) {
    if (below && placed.strip.above > Length())
      strips.push_back(&placed);
    below = below || lower_row || layout_->blocks[placed.block].lower;
  }
  return strips;
}

int Composer::gaps(const Choice& choice, int column) const {
  auto strips = stack(scene(choice), column, Use::to_measure);
  return static_cast<int>(stretchable(strips).size());
}

std::vector<Composer::Stack> Composer::stacks(const Scene& scene, Use use) const {
  std::vector<Stack> stacks;
  for (std::size_t c = 0; c < layout_->columns.size(); ++c) {
    stacks.push_back(stack(scene, static_cast<int>(c), use));
    if (!scene.choice->stretch.empty())
      for (auto* placed : stretchable(stacks.back()))
        placed->strip.above += scene.choice->stretch[c];
  }
  Length top;
  for (int row = first_row(*layout_); row <= last_row(*layout_); ++row) {
    level(*scene.choice, row, stacks);
    top = place_row(row, top, stacks);
  }
  return stacks;
}

/// Gives the strips of a row their places from `begin` on; returns where the row ends.
Length Composer::place_row(int row, Length begin, std::vector<Stack>& stacks) const {
  auto end = begin;
  for (std::size_t c = 0; c < stacks.size(); ++c) {
    if (row_of(static_cast<int>(c)) != row)
      continue;
    auto top = begin;
    for (auto& placed : stacks[c]) {
      placed.top = top + placed.strip.above;
      top = end_of(placed.strip, placed.top);
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
  Key key(*scene.choice);
  key.add(scene.choice->banner);
  return remembered(frame_heights_, key,
                    [&] { return total(banner_strips(scene, text_width())); });
}

Length Composer::footer_text_height(const Scene& scene) const {
  return remembered(frame_heights_, Key(*scene.choice), [&] {
    Length height;
    for (const auto& block : layout_->blocks)
      if (block.kind == BlockKind::source || block.kind == BlockKind::dates)
        height = std::max(height, total(footer_strips(scene, block.kind, block.column)));
    return height;
  });
}

Length Composer::footer_height(const Scene& scene) const {
  return footer_gap + footer_inset + footer_text_height(scene);
}

std::vector<Length> Composer::spare(const Choice& choice) const {
  const auto here = scene(choice);
  const auto room = paper_->text_height - banner_height(here) - footer_height(here);
  const auto columns = stacks(here, Use::to_measure);
  // A column has what its page has left, and what is left of its row beside others.
  const auto left = room - end_of_row(last_row(*layout_), columns);
  std::vector<Length> spare;
  for (std::size_t c = 0; c < columns.size(); ++c)
    spare.push_back(left + end_of_row(row_of(static_cast<int>(c)), columns) -
                    end_of_column(c, columns));
  return spare;
}

/// Where the columns of `row` and those above it end.
Length Composer::end_of_row(int row, const std::vector<Stack>& stacks) const {
  Length end;
  for (std::size_t c = 0; c < stacks.size(); ++c)
    if (row_of(static_cast<int>(c)) <= row && !stacks[c].empty())
      end = std::max(end, end_of(stacks[c].back().strip, stacks[c].back().top));
  return end;
}

Length Composer::end_of_column(std::size_t column,
                               const std::vector<Stack>& stacks) const {
  const auto& stack = stacks[column];
  return stack.empty() ? end_of_row(row_of(static_cast<int>(column)) - 1, stacks)
                       : end_of(stack.back().strip, stack.back().top);
}

Length Composer::notes_gap(const Choice& choice, int column) const {
  return scene(choice).elastic(layout_->measures.section_gap, column);
}

void Composer::add_notes(const Scene& scene, std::vector<Stack>& stacks) const {
  const auto found =
      std::find_if(layout_->blocks.begin(), layout_->blocks.end(),
                   [](const Block& block) { return block.kind == BlockKind::notes; });
  const auto index = static_cast<std::size_t>(found - layout_->blocks.begin());
  for (std::size_t c = 0; c < stacks.size(); ++c) {
    const int lines = scene.choice->note_lines.empty() ? 0 : scene.choice->note_lines[c];
    if (lines == 0)
      continue;
    const auto column = static_cast<int>(c);
    auto strip = notes_strip(scene, column,
                             scene.elastic(layout_->measures.section_gap, column), lines);
    const auto top = end_of_column(c, stacks) + strip.above;
    stacks[c].push_back({index, std::move(strip), top});
  }
}

void Composer::paint_banner(const Scene& scene, Painter& painter) const {
  Branch branch;
  for (const auto& strip : banner_strips(scene, text_width()))
    strip.paint(painter, paper_->text_at, branch);
}

void Composer::paint_footer(const Scene& scene, const Block& block,
                            Painter& painter) const {
  const auto& column = layout_->columns[static_cast<std::size_t>(block.column)];
  Point at{paper_->text_at.x + column.left,
           paper_->text_at.y + paper_->text_height - footer_text_height(scene)};
  painter.fill({{{at.x, at.y - footer_inset}, column.width, section_rule}}, layout_->ink);
  Branch branch;
  for (const auto& strip : footer_strips(scene, block.kind, block.column)) {
    strip.paint(painter, at, branch);
    at.y += strip.height;
  }
}

void Composer::paint_block(std::size_t block, const std::vector<Stack>& stacks,
                           Point origin, Painter& painter) const {
  for (std::size_t c = 0; c < stacks.size(); ++c) {
    Branch branch;
    for (const auto& placed : stacks[c]) {
      if (placed.block != block)
        continue;
      const Point at{origin.x + layout_->columns[c].left, origin.y + placed.top};
      if (placed.strip.section_rule)
        painter.fill({{at, layout_->columns[c].width, section_rule}}, layout_->ink);
      placed.strip.paint(painter, at, branch);
    }
  }
}

Sheet Composer::paint(const Choice& choice) const {
  const auto here = scene(choice);
  Sheet sheet;
  sheet.language = summary_->language;
  sheet.right_to_left = setter_->base() == Direction::right_to_left;
  sheet.title = without_isolates(summary_->document_title);
  sheet.structure.push_back({});
  Painter painter(sheet, summary_->record_language, paper_->width, setter_->base());
  painter.next_page(paper_->width, paper_->height);
  auto columns = stacks(here, Use::to_paint);
  add_notes(here, columns);
  const Point origin{paper_->text_at.x, paper_->text_at.y + banner_height(here)};
  for (std::size_t b = 0; b < layout_->blocks.size(); ++b) {
    const auto& block = layout_->blocks[b];
    if (block.kind == BlockKind::banner)
      paint_banner(here, painter);
    else if (block.kind == BlockKind::source || block.kind == BlockKind::dates)
      paint_footer(here, block, painter);
    else
      paint_block(b, columns, origin, painter);
  }
  return sheet;
}

}  // namespace trialsheet
