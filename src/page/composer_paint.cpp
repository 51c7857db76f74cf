// Paints the blocks of a choice in reading order, strip by strip.

#include <utility>

#include "base/isolate.hpp"
#include "page/composer.hpp"
#include "page/letterhead.hpp"

namespace trialsheet {

using namespace literals;

namespace {

constexpr Length section_rule = 1.2_pt;  ///< SHEET_DESIGN, section 3

// Most pages have no more: 120 and 130 are usual.
constexpr std::size_t usual_nodes = 192;
constexpr std::size_t usual_items = 224;

}  // namespace

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

void Composer::paint_strip(const Strip& strip, std::size_t column, Point at,
                           Painter& painter, Branch& branch) const {
  if (strip.section_rule)
    painter.fill({{at, layout_->columns[column].width, section_rule}}, layout_->ink);
  strip.paint(painter, at, branch);
}

/// The writing lines of each column that has some, below all else.
void Composer::paint_notes(const Scene& scene, const std::vector<Stack>& stacks,
                           Point origin, Painter& painter) const {
  for (std::size_t c = 0; c < stacks.size(); ++c) {
    const int lines = scene.choice->note_lines.empty() ? 0 : scene.choice->note_lines[c];
    if (lines == 0)
      continue;
    const auto column = static_cast<int>(c);
    const auto strip = notes_strip(
        scene, column, scene.elastic(layout_->measures.section_gap, column), lines);
    Branch branch;
    paint_strip(strip, c,
                {origin.x + layout_->columns[c].left,
                 origin.y + end_of_column(c, stacks) + strip.above},
                painter, branch);
  }
}

void Composer::paint_block(const Scene& scene, std::size_t block,
                           const std::vector<Stack>& stacks, Point origin,
                           Painter& painter) const {
  const auto& what = layout_->blocks[block];
  for (std::size_t c = 0; c < stacks.size(); ++c)
    for (const auto& placed : stacks[c]) {
      if (placed.block != block)
        continue;
      auto strips = block_strips(scene, what.kind, what.column);
      if (placed.ruled)
        strips.front() = below_rule(scene, what.kind, std::move(strips.front()), {});
      strips.front().above = {};
      Branch branch;
      Point at{origin.x + layout_->columns[c].left, origin.y + placed.top};
      for (const auto& strip : strips) {
        at.y += strip.above > Length() ? strip.above + placed.stretch : Length();
        paint_strip(strip, c, at, painter, branch);
        at.y += strip.height;
      }
    }
}

Sheet Composer::paint(const Choice& choice, const Letterhead* letterhead) const {
  const auto here = scene(choice);
  Sheet sheet;
  sheet.language = summary_->language;
  sheet.right_to_left = setter_->base() == Direction::right_to_left;
  sheet.title = without_isolates(summary_->document_title);
  sheet.structure.reserve(usual_nodes);
  sheet.structure.push_back({});
  Painter painter(sheet, summary_->record_language, paper_->width, setter_->base());
  painter.next_page(paper_->width, paper_->height);
  sheet.pages.back().items.reserve(usual_items);
  if (letterhead != nullptr)
    letterhead->paint_head(painter);
  const auto& columns = stacks(here);
  const Point origin{paper_->text_at.x, paper_->text_at.y + banner_height(here)};
  for (std::size_t b = 0; b < layout_->blocks.size(); ++b) {
    const auto& block = layout_->blocks[b];
    if (block.kind == BlockKind::banner)
      paint_banner(here, painter);
    else if (block.kind == BlockKind::source || block.kind == BlockKind::dates)
      paint_footer(here, block, painter);
    else if (block.kind == BlockKind::notes)
      paint_notes(here, columns, origin, painter);
    else
      paint_block(here, b, columns, origin, painter);
  }
  if (letterhead != nullptr)
    letterhead->paint_foot(painter);
  return sheet;
}

}  // namespace trialsheet
