// The rules: rows of a text with boxes to tick, and the count below them.
//
// A rule without children is one row. A parent stands over the rows of its children,
// which are indented and never parted from it. Rows are divided by hairlines that take no
// room.

#include <algorithm>
#include <string_view>

#include "page/blocks.hpp"
#include "page/rule_rows.hpp"
#include "words/words.hpp"

namespace trialsheet {

using namespace literals;

namespace {

// SHEET_DESIGN, sections 2 and 4; all of it grows with the type.
constexpr Length tick_side = 10.5_pt;
constexpr Length tick_stroke = 0.75_pt;
constexpr Length tick_rise = 4.3_pt;  ///< box centre above the first line's baseline
constexpr Length hairline = 0.3_pt;
constexpr Length write_gap = 9_pt;  ///< between the boxes and the room to write
constexpr int most_again = 4;  ///< lines of a rule that are repeated on a further page

/// The last `count` of three boxes, each in the middle of its column; the third column
/// ends at `right`.
void paint_boxes(Painter& painter, Point right, Length baseline, int count,
                 const Layout& layout) {
  const auto each = layout.rule_rows.answer;
  const auto side = layout.grown(tick_side);
  std::vector<Box> boxes;
  for (int i = 3 - count; i < 3; ++i)
    boxes.push_back({{right.x - (3 - i) * each + (each - side) / 2,
                      right.y + baseline - layout.grown(tick_rise) - side / 2},
                     side,
                     side});
  painter.frames(std::move(boxes), layout.grown(tick_stroke), layout.ink);
}

/// The node that holds a row's text: an item of the list, or of the list inside its
/// parent.
int open_item(Painter& painter, Branch& branch, int depth) {
  if (branch.list == artifact)
    branch.list = painter.add_node(Node::Role::list, branch.parent);
  if (depth == 0) {
    const int item = painter.add_node(Node::Role::item, branch.list);
    branch.inner_list = artifact;
    branch.body = painter.add_node(Node::Role::body, item);
    return branch.body;
  }
  // An LI holds nothing but Lbl and LBody (ISO 32000-1, table 336).
  if (branch.inner_list == artifact)
    branch.inner_list = painter.add_node(Node::Role::list, branch.body);
  return painter.add_node(Node::Role::body,
                          painter.add_node(Node::Role::item, branch.inner_list));
}

Strip row_strip(const Scene& scene, int column, const Row& row) {
  const auto& set = row_text(scene, column, row);
  const auto air = row_air(scene, column);
  const auto top = row.opens ? air.padding : 0_pt;
  const auto width = scene.width(column);
  const auto in = indent_of(scene, row);
  const auto& layout = *scene.layout;
  const auto& language =
      scene.node_language(scene.wording(row.rule->statement, row.wording));
  return {
      {},
      row_height(set.height(), row.paddings(), row.boxes > 0, air),
      false,
      [&set, &layout, row, top, width, in, language](Painter& painter, Point at,
                                                     Branch& branch) {
        const auto left = at.x + in;
        if (row.above == Divider::line)
          painter.fill({{{left, at.y}, width - in, layout.grown(hairline)}}, layout.ink);
        const int body = open_item(painter, branch, row.depth);
        const int node =
            language.empty() ? body : painter.add_node(Node::Role::span, body, language);
        painter.text(set, {left, at.y + top}, node);
        if (row.boxes > 0)
          paint_boxes(painter, {at.x + width - layout.rule_rows.write, at.y + top},
                      baseline_in(set.style), row.boxes, layout);
      },
      row.depth == 0 ? Tie::none
      : row.opens    ? Tie::loose
                     : Tie::close};
}

/// Whether the rules below a row need it again should they go on on a further page.
bool is_to_repeat(const Scene& scene, int column, const Row& row) {
  return scene.layout->pages == Pages::any && row.depth == 0 && !row.closes &&
         row.boxes == 0 && row_text(scene, column, row).lines() <= most_again;
}

const TextStyle& head_style(const Scene& scene, const RuleBlock& block, Answer answer) {
  return block.fitting == answer ? scene.styles.strong_detail : scene.styles.detail;
}

/// What stands beside a block's heading: the heads of the tick columns, and of the one to
/// write in, and the condition.
struct Heads {
  std::vector<const SetText*> answers;
  const SetText* write;  ///< nullptr: there is none
  const SetText* condition;
  Length drop;  ///< from the top of the heading's row to the answers
  Point place;  ///< of the condition
  RuleRows rows;

  bool is_below() const { return place.x == Length(); }
};

/// The answer that fits is bold.
std::vector<const SetText*> answers(const Scene& scene, const RuleBlock& block) {
  const auto& labels = scene.summary->labels;
  const auto head = [&](const std::string& text, Answer answer) {
    return &scene.set(text, head_style(scene, block, answer),
                      scene.layout->rule_rows.answer + 4_pt);
  };
  return {head(labels.yes, Answer::yes), head(labels.no, Answer::no),
          head(labels.ask, Answer::ask)};
}

Length answers_end(const Heads& heads) {
  Length height;
  for (const auto* answer : heads.answers)
    height = std::max(height, answer->height());
  return heads.drop + height;
}

/// Where the condition stands: on the heading's baseline, or below it where the heading
/// leaves no room.
Point condition_place(const SetText& heading, const Heads& heads) {
  const auto beside = line_width(heading, 0) + 6_pt;
  const auto end = beside + line_width(*heads.condition, 0) + 6_pt;
  if (heading.lines() == 1 && end <= heading.width)
    return {beside, heads.drop};
  return {{}, std::max(3_pt + heading.height(), answers_end(heads))};
}

const SetText* write_head(const Scene& scene) {
  const auto& write = scene.layout->rule_rows.write;
  return write == Length() ? nullptr
                           : &scene.set(scene.summary->labels.notes, scene.styles.detail,
                                        write - write_gap);
}

Heads heads_of(const Scene& scene, const RuleBlock& block, int column,
               const std::string& heading) {
  const auto width = scene.width(column);
  const auto drop =
      3_pt + std::max(0_pt, baseline_in(in_own_script(scene.styles.heading)) -
                                baseline_in(in_own_script(scene.styles.detail)));
  Heads heads{answers(scene, block),
              write_head(scene),
              &scene.set(block.condition, scene.styles.detail, width),
              drop,
              {},
              scene.layout->rule_rows};
  heads.place = condition_place(
      scene.set(heading, scene.styles.heading, width - beside_text(scene)), heads);
  return heads;
}

void paint_heads(const Heads& heads, Painter& painter, Point at, Length width,
                 int parent) {
  const auto end = at.x + width - heads.rows.write;
  painter.text(*heads.condition, {at.x + heads.place.x, at.y + heads.place.y},
               painter.add_node(Node::Role::paragraph, parent));
  const int row = painter.add_node(Node::Role::paragraph, parent);
  for (int i = 0; i < 3; ++i)
    painter.text(*heads.answers[static_cast<std::size_t>(i)],
                 {end - (3 - i) * heads.rows.answer - 2_pt, at.y + heads.drop},
                 painter.add_node(Node::Role::span, row), Align::center);
  if (heads.write != nullptr)
    painter.text(*heads.write, {end + write_gap, at.y + heads.drop},
                 painter.add_node(Node::Role::span, row));
}

/// Between a line in the sheet's script and a rule below it: deep letters of some scripts
/// would touch it.
Length room_below(const TextStyle& style) {
  return style.script_leading > Length() ? 1.5_pt : 0_pt;
}

/// The heading of a block that has rows to tick.
Strip heading_with_heads(const Scene& scene, int column, Length above,
                         const RuleBlock& block, const std::string& heading) {
  const auto heads = heads_of(scene, block, column, heading);
  auto strip = heading_strip(scene, column, above, heading, beside_text(scene));
  const auto top = heads.is_below() ? heads.place.y : answers_end(heads);
  const auto end = heads.is_below() ? Length() : heads.drop + heads.condition->height();
  strip.height = std::max({strip.height, top, end});
  if (heads.is_below())
    strip.height += heads.condition->height() + room_below(scene.styles.detail);
  strip.paint = [heads, width = scene.width(column), before = std::move(strip.paint)](
                    Painter& painter, Point at, Branch& branch) {
    before(painter, at, branch);
    paint_heads(heads, painter, at, width, branch.parent);
  };
  return strip;
}

/// A sentence in the place of rules: there are none, or none has room.
Strip sentence_strip(const Scene& scene, int column, const std::string& sentence) {
  const auto padding = scene.elastic(scene.layout->measures.row_padding, column);
  const auto& set = scene.set(sentence, scene.styles.body, scene.width(column));
  const auto width = scene.width(column);
  const auto& layout = *scene.layout;
  return {{},
          set.height() + 2 * padding,
          false,
          [&set, &layout, padding, width](Painter& painter, Point at, Branch& branch) {
            painter.fill({{at, width, layout.grown(hairline)}}, layout.ink);
            painter.text(set, {at.x, at.y + padding},
                         painter.add_node(Node::Role::paragraph, branch.parent));
          }};
}

void add_block(const Scene& scene, std::size_t index, int column, Strips& strips) {
  const auto& block = scene.summary->rule_blocks[index];
  const auto gap = above_block(scene, column, strips.empty());
  Strips rows;
  for (std::size_t r = 0; r < block.rules.size(); ++r)
    if (is_on_page(scene, index, r))
      for (const auto& row : rows_of(block.rules[r], scene.choice->rules[index][r])) {
        rows.push_back(row_strip(scene, column, row));
        if (is_to_repeat(scene, column, row))
          rows.back().again = {row_strip(scene, column, row)};
      }
  if (rows.empty() && block.empty.empty() && block.none_shown.empty())
    return;
  auto heading = rows.empty()
                     ? heading_strip(scene, column, gap, block.heading)
                     : heading_with_heads(scene, column, gap, block, block.heading);
  if (!rows.empty() && scene.layout->pages == Pages::any)
    heading.again = {heading_with_heads(scene, column, {}, block,
                                        continued(*scene.words, block.heading))};
  if (!block.empty.empty())
    rows.push_back(sentence_strip(scene, column, block.empty));
  else if (rows.empty())
    rows.push_back(sentence_strip(scene, column, block.none_shown));
  rows.front().tie = Tie::close;
  // A block opens a list of its own.
  rows.front().paint = [before = std::move(rows.front().paint)](
                           Painter& painter, Point at, Branch& branch) {
    branch.list = artifact;
    before(painter, at, branch);
  };
  strips.push_back(std::move(heading));
  std::move(rows.begin(), rows.end(), std::back_inserter(strips));
}

}  // namespace

bool is_on_page(const Scene& scene, std::size_t block, std::size_t rule) {
  return scene.choice->rules[block][rule] != not_shown &&
         !scene.summary->rule_blocks[block].rules[rule].covered;
}

Length heading_height(const Scene& scene, int column, const RuleBlock& block,
                      bool has_heads) {
  return has_heads ? heading_with_heads(scene, column, {}, block, block.heading).height
                   : heading_strip(scene, column, {}, block.heading).height;
}

Length sentence_height(const Scene& scene, int column, const std::string& sentence) {
  return sentence_strip(scene, column, sentence).height;
}

Length above_block(const Scene& scene, int column, bool is_first) {
  const auto& measures = scene.layout->measures;
  return scene.elastic(is_first ? measures.lower_gap : measures.section_gap, column);
}

Strips rules_strips(const Scene& scene, int column) {
  Strips strips;
  for (std::size_t i = 0; i < scene.summary->rule_blocks.size(); ++i)
    add_block(scene, i, column, strips);
  return strips;
}

Strips count_strips(const Scene& scene, int column) {
  const auto count = count_line(*scene.summary, scene.choice->rules, *scene.words);
  const auto text = scene.words->sentences({count.lead, count.rest});
  const auto width = scene.width(column);
  const auto& set = scene.setter->set(text, scene.styles.detail, width,
                                      {{count.lead.size(), Weight::bold}});
  const auto& layout = *scene.layout;
  return {{{},
           set.height() + 3_pt,
           false,
           [&set, &layout, width](Painter& painter, Point at, Branch& branch) {
             painter.fill({{at, width, layout.grown(hairline)}}, layout.ink);
             painter.text(set, {at.x, at.y + 3_pt},
                          painter.add_node(Node::Role::paragraph, branch.parent));
           },
           Tie::loose}};
}

}  // namespace trialsheet
