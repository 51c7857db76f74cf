// The checks, each with the sentence that says what would be right.

#include "page/layout_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "page/contrast.hpp"
#include "page/layout_blocks.hpp"

namespace trialsheet {

using namespace literals;

namespace {

constexpr Length least_margin = 36_pt;  ///< half an inch, which every printer can print
constexpr Length least_gutter = 9_pt;   ///< the code's quiet zone (ISO/IEC 18004) fits in
constexpr Length least_type = 10_pt;
constexpr Length least_body = 12_pt;

// From blocks_rules.cpp and blocks_talk.cpp: what is left beside three columns of boxes
// for a text of some words, and a code beside its address.
constexpr Length least_rules_text = 157_pt;
constexpr Length least_column = 158_pt;

/// A page of less than this has no room for a heading, the heads of its boxes and a part
/// of a rule that can be read.
constexpr int least_lines = 10;

constexpr Length above_heading = 3_pt;  ///< from the section rule to the heading's line

double points(Length length) {
  return static_cast<double>(length.thousandths()) / 1000;
}

Length right_end(const Layout& layout) {
  Length right;
  for (const auto& column : layout.columns)
    right = std::max(right, column.left + column.width);
  return right;
}

void check_page_height(const Paper& paper, Length least, const LayoutPlace& place) {
  if (paper.text_height < least)
    place.at("text_height")
        .fail(fmt::format("should be at least {:g} points, for {} lines of /styles/body",
                          points(least), least_lines));
}

void check_paper(const Paper& paper, Length text_width, const LayoutPlace& place) {
  const auto room_below = paper.height - least_margin - paper.text_at.y;
  if (paper.text_height > room_below)
    place.at("text_height")
        .fail(fmt::format("should be at most {:g} points, to leave a margin of {:g}",
                          points(room_below), points(least_margin)));
  const auto most_left = paper.width - least_margin - text_width;
  if (most_left < least_margin)
    place.at("width").fail(fmt::format(
        "should be at least {:g} points, for columns of {:g} between margins "
        "of {:g}",
        points(text_width + 2 * least_margin), points(text_width), points(least_margin)));
  if (paper.text_at.x > most_left)
    place.at("left").fail(
        fmt::format("should be at most {:g} points, to leave a margin of {:g} at the "
                    "right of the columns",
                    points(most_left), points(least_margin)));
}

const Block& block_of(const Layout& layout, BlockKind kind) {
  return *std::find_if(layout.blocks.begin(), layout.blocks.end(),
                       [&](const Block& block) { return block.kind == kind; });
}

/// Banner and writing lines find their own place; the rest needs a column.
void check_place_of(const Block& block, const LayoutPlace& place) {
  const bool floats = block.kind == BlockKind::banner || block.kind == BlockKind::notes;
  if (floats && block.column >= 0)
    place.at("column").fail(
        "should not be there: the banner goes across all columns, and notes where there "
        "is room");
  if (!floats && block.column < 0)
    place.fail("needs \"column\"");
}

void check_width_for(const Layout& layout, BlockKind kind, std::string_view name,
                     Length least, const LayoutPlace& columns) {
  const auto& column =
      layout.columns[static_cast<std::size_t>(block_of(layout, kind).column)];
  if (column.width < least)
    columns.at(column.name.c_str())
        .at("width")
        .fail(fmt::format("should be at least {:g} points, for it shows \"{}\"",
                          points(least), name));
}

}  // namespace

void check_contrast(const Color& color, const LayoutPlace& place) {
  const double contrast = contrast_on_white(color);
  if (contrast < least_contrast)
    place.fail(fmt::format(
        "should be darker: its contrast on white is {:.1f}:1, and {:g}:1 is needed",
        std::floor(contrast * 10) / 10, least_contrast));
}

void check_type(Length size, const LayoutPlace& size_place, Length leading,
                const LayoutPlace& leading_place, bool is_body) {
  if (size < least_type)
    size_place.fail("should be 10 points or more: smaller type is not printed");
  if (is_body && size < least_body)
    size_place.fail("should be 12 points or more: this is what patients read");
  if (10 * leading < 12 * size)
    leading_place.fail(
        fmt::format("should be at least 1.2 times the size: {:g} points or more",
                    points(size) * 1.2));
}

void check_sizes(const Layout& layout, const LayoutPlace& root) {
  const auto bodies = root.at("bodies");
  for (std::size_t i = 1; i < layout.bodies.size(); ++i)
    if (layout.bodies[i].size >= layout.bodies[i - 1].size)
      bodies.item(i).at("body").item(0).fail(
          "should be less than the size before it: the largest comes first");
  if (layout.bodies.back().size != layout.styles.body.size)
    bodies.item(layout.bodies.size() - 1)
        .at("body")
        .item(0)
        .fail(
            fmt::format("should be {:g} like /styles/body/size: the last of the sizes is "
                        "the standard one",
                        points(layout.styles.body.size)));
  const auto titles = root.at("titles");
  for (std::size_t i = 1; i < layout.titles.size(); ++i)
    if (layout.titles[i].size >= layout.titles[i - 1].size)
      titles.item(i).at("size").fail(
          "should be less than the size before it: the largest comes first");
}

void check_heading_row(const Layout& layout, const LayoutPlace& root) {
  const auto least = above_heading + layout.styles.heading.leading;
  if (layout.measures.heading_row.least < least)
    root.at("measures")
        .at("heading_row")
        .item(0)
        .fail(fmt::format("should be at least {:g} points, for a line of /styles/heading "
                          "{:g} below the "
                          "section rule",
                          points(least), points(above_heading)));
}

namespace {

void check_beside(const Column& first, const Column& second, const LayoutPlace& columns) {
  const auto least = first.left + first.width + least_gutter;
  if (second.left < least)
    columns.at(second.name.c_str())
        .at("left")
        .fail(fmt::format("should be at least {:g} points, to stand {:g} beside \"{}\"",
                          points(least), points(least_gutter), first.name));
}

/// Columns of one row, from the left.
std::vector<Column> row_of(const Layout& layout, int row) {
  std::vector<Column> columns;
  for (const auto& column : layout.columns)
    if (column.row == row)
      columns.push_back(column);
  std::stable_sort(columns.begin(), columns.end(),
                   [](const Column& a, const Column& b) { return a.left < b.left; });
  return columns;
}

void check_used(const Layout& layout, const LayoutPlace& columns) {
  for (std::size_t c = 0; c < layout.columns.size(); ++c)
    if (std::none_of(layout.blocks.begin(), layout.blocks.end(), [&](const Block& block) {
          return block.column == static_cast<int>(c);
        }))
      columns.at(layout.columns[c].name.c_str())
          .fail("shows nothing: a block should name it");
}

}  // namespace

void check_columns(const Layout& layout, const LayoutPlace& root) {
  const auto columns = root.at("columns");
  const bool flows = layout.pages == Pages::any;
  if (flows && layout.columns.size() != 1)
    columns.fail("should be one column, which goes on from page to page");
  if (!flows && layout.columns.size() < 2)
    columns.fail(
        "should be two columns or more: rules and questions are not in the same");
  for (const auto& column : layout.columns) {
    const auto row = row_of(layout, column.row);
    for (std::size_t i = 1; i < row.size(); ++i)
      check_beside(row[i - 1], row[i], columns);
  }
  check_used(layout, columns);
  const auto papers = root.at("papers");
  for (const auto& paper : layout.papers) {
    check_paper(paper, right_end(layout), papers.at(paper.name.c_str()));
    if (flows)
      check_page_height(paper, least_lines * layout.styles.body.leading,
                        papers.at(paper.name.c_str()));
  }
}

namespace {

/// Where room has to be made, it is known in which columns: those of the rules and of the
/// questions, which are beside each other or above each other.
void check_blocks_of_page(const Layout& layout, const LayoutPlace& root) {
  const auto blocks = root.at("blocks");
  const auto column = [&](BlockKind kind) { return block_of(layout, kind).column; };
  const auto row = [&](BlockKind kind) {
    return layout.columns[static_cast<std::size_t>(column(kind))].row;
  };
  if (column(BlockKind::rules) == column(BlockKind::questions))
    blocks.fail("should show \"rules\" and \"questions\" in different columns");
  if (column(BlockKind::rules) != column(BlockKind::count))
    blocks.fail("should show \"count\" in the column of \"rules\"");
  if (row(BlockKind::source) != row(BlockKind::dates))
    blocks.fail("should show \"source\" and \"dates\" in columns of the same row");
  const std::size_t beside = row(BlockKind::rules) == row(BlockKind::questions) ? 2 : 1;
  if (row_of(layout, row(BlockKind::rules)).size() > beside)
    blocks.fail(
        "should show \"rules\" in a column that has none beside it but that of "
        "\"questions\"");
}

}  // namespace

void check_blocks(const Layout& layout, const LayoutPlace& root) {
  const auto blocks = root.at("blocks");
  for (const auto& [name, kind] : block_names)
    if (std::count_if(
            layout.blocks.begin(), layout.blocks.end(),
            [&, wanted = kind](const Block& block) { return block.kind == wanted; }) != 1)
      blocks.fail(fmt::format("should show \"{}\" once", name));
  for (std::size_t i = 0; i < layout.blocks.size(); ++i)
    check_place_of(layout.blocks[i], blocks.item(i));
  if (layout.pages == Pages::one)
    check_blocks_of_page(layout, root);
  for (std::size_t i = 0; i < layout.blocks.size(); ++i)
    if (layout.blocks[i].lower && layout.pages == Pages::any)
      blocks.item(i).at("lower").fail(
          "should not be there: no other column waits for a lower part");
}

void check_widths(const Layout& layout, const LayoutPlace& root) {
  const auto& rows = layout.rule_rows;
  const auto head =
      2 * std::max(layout.styles.detail.size, layout.styles.strong_detail.size);
  if (rows.answer < head)
    root.at("rule_rows")
        .at("answer")
        .fail(
            fmt::format("should be at least {:g} points, for its head in /styles/detail",
                        points(head)));
  const auto columns = root.at("columns");
  const auto least = layout.grown(least_column);
  check_width_for(layout, BlockKind::rules, "rules",
                  layout.grown(least_rules_text) + 3 * rows.answer + rows.write, columns);
  check_width_for(layout, BlockKind::code, "code", least, columns);
  check_width_for(layout, BlockKind::questions, "questions", least, columns);
}

}  // namespace trialsheet
