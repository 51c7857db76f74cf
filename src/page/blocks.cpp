// The scene, and the blocks that are nothing but text.

#include "page/blocks.hpp"

#include <algorithm>

#include "base/isolate.hpp"

namespace trialsheet {

using namespace literals;

namespace {

Strips kicker_strips(const Scene& scene, int column) {
  const auto& styles = scene.styles;
  return {text_strip(scene, column, {}, {scene.summary->kicker, Tier::fixed, {}},
                     styles.kicker),
          text_strip(scene, column, {}, {scene.summary->how_to_use, Tier::fixed, {}},
                     styles.detail)};
}

Strips title_strips(const Scene& scene, int column) {
  const auto& wording = scene.wording(scene.summary->title, 0);
  const auto& set = scene.set(wording, scene.styles.title, scene.width(column));
  const auto& language = scene.node_language(wording);
  return {{3_pt, set.height(), false,
           [&set, &language](Painter& painter, Point at, Branch& branch) {
             painter.text(set, at,
                          painter.add_node(Node::Role::title, branch.parent, language));
           }}};
}

Strips what_strips(const Scene& scene, int column) {
  Strips strips;
  const auto& heading =
      scene.set(scene.summary->what_heading, scene.styles.heading, scene.width(column));
  strips.push_back({9_pt, heading.height() + 3_pt, false,
                    [&heading](Painter& painter, Point at, Branch& branch) {
                      painter.text(heading, at,
                                   painter.add_node(Node::Role::heading, branch.parent));
                    }});
  const auto gap = scene.elastic(scene.layout->measures.paragraph_gap, column);
  for (const auto& statement : what_said(*scene.summary, *scene.choice)) {
    const bool first = strips.size() == 1;
    strips.push_back(tied(text_strip(scene, column, first ? Length() : gap,
                                     scene.wording(statement, what_depth(*scene.choice)),
                                     scene.styles.body),
                          first ? Tie::close : Tie::loose));
  }
  return strips;
}

/// The leading of texts in the sheet's script: `percent` of the size, in steps of the
/// lattice.
void open_up(TextStyle& style, int percent) {
  constexpr std::int64_t lattice = 1'500;  // half of SHEET_DESIGN's unit
  const auto least = style.size.thousandths() * percent / 100;
  const auto leading =
      Length::from_thousandths((least + lattice - 1) / lattice * lattice);
  style.script_leading = leading > style.leading ? leading : Length();
}

/// Titles are the record's.
void open_up(Styles& styles, const LineHeight& height) {
  for (auto* style : {&styles.banner, &styles.heading, &styles.body, &styles.strong})
    open_up(*style, height.body);
  for (auto* style : {&styles.kicker, &styles.label, &styles.reason, &styles.detail,
                      &styles.strong_detail})
    open_up(*style, height.detail);
}

}  // namespace

Length Scene::width(int column) const {
  return layout->columns[static_cast<std::size_t>(column)].width;
}

Length Scene::elastic(const Elastic& measure, int column) const {
  const auto air = choice->air[static_cast<std::size_t>(column)];
  const auto given = (measure.most - measure.least).thousandths() * air / most_air;
  // Quarter points: a step of air is then the same on every device.
  return measure.least + Length::from_thousandths(given / 250 * 250);
}

const SetText& Scene::set(std::string_view text, const TextStyle& style,
                          Length width) const {
  return setter->set(text, style, width);
}

const SetText& Scene::set(const Wording& wording, const TextStyle& style,
                          Length width) const {
  if (!node_language(wording).empty() && !has_isolates(wording.text))
    return set(isolated(wording.text), style, width);
  return set(wording.text, style, width);
}

const Wording& Scene::wording(const Statement& statement, int depth) const {
  const auto last = static_cast<int>(statement.wordings.size()) - 1;
  return statement.wordings[static_cast<std::size_t>(std::clamp(depth, 0, last))];
}

const std::string& Scene::node_language(const Wording& wording) const {
  static const std::string own;
  const bool is_own = wording.language.empty() || wording.language == summary->language;
  return is_own ? own : wording.language;
}

void Extent::add(Length above_strip, Length strip_height, bool has_section_rule) {
  if (is_empty()) {
    above = above_strip;
    section_rule = has_section_rule;
  } else {
    height += above_strip;
    gaps += above_strip > Length() ? 1 : 0;
  }
  height += strip_height;
  ++strips;
}

Extent extent_of(const Strips& strips) {
  Extent extent;
  for (const auto& strip : strips)
    extent.add(strip.above, strip.height, strip.section_rule);
  return extent;
}

TextStyle in_own_script(TextStyle style) {
  style.leading = std::max(style.leading, style.script_leading);
  return style;
}

ChosenStyles::ChosenStyles(const Layout& layout, LineHeight line_height)
    : layout_(&layout), line_height_(line_height), standard_body_(layout.styles.body) {
  open_up(standard_body_, line_height.body);
}

const Styles& ChosenStyles::of(const Choice& choice) {
  for (const auto& known : known_)
    if (known.body == choice.body && known.title == choice.title)
      return known.styles;
  known_.push_back({choice.body, choice.title, layout_->styles});
  auto& styles = known_.back().styles;
  const auto& body = layout_->bodies[static_cast<std::size_t>(choice.body)];
  for (auto* style : {&styles.body, &styles.strong}) {
    style->size = body.size;
    style->leading = body.leading;
  }
  open_up(styles, line_height_);
  styles.title.size = body.title_size;
  styles.title.leading = body.title_leading;
  if (choice.title >= 0) {
    const auto& step = layout_->titles[static_cast<std::size_t>(choice.title)];
    styles.title.size = step.size;
    styles.title.leading = step.leading;
  }
  return styles;
}

Strip heading_strip(const Scene& scene, int column, Length above,
                    const std::string& heading, Length beside) {
  const auto& set =
      scene.set(heading, scene.styles.heading, scene.width(column) - beside);
  const auto row = scene.elastic(scene.layout->measures.heading_row, column);
  const auto extra = set.height() - scene.styles.heading.leading;
  return {above, row + extra, true, [&set](Painter& painter, Point at, Branch& branch) {
            // 3 pt below a section rule (SHEET_DESIGN, section 3).
            painter.text(set, {at.x, at.y + 3_pt},
                         painter.add_node(Node::Role::heading, branch.parent));
          }};
}

Strip tied(Strip strip, Tie tie) {
  strip.tie = tie;
  return strip;
}

Strip text_strip(const Scene& scene, int column, Length above, const Wording& wording,
                 const TextStyle& style) {
  const auto& set = scene.set(wording, style, scene.width(column));
  const auto& language = scene.node_language(wording);
  return {above, set.height(), false,
          [&set, &language](Painter& painter, Point at, Branch& branch) {
            painter.text(
                set, at,
                painter.add_node(Node::Role::paragraph, branch.parent, language));
          }};
}

Strips block_strips(const Scene& scene, BlockKind block, int column) {
  switch (block) {
    case BlockKind::kicker:
      return kicker_strips(scene, column);
    case BlockKind::title:
      return title_strips(scene, column);
    case BlockKind::what:
      return what_strips(scene, column);
    case BlockKind::code:
      return code_strips(scene, column);
    case BlockKind::facts:
      return facts_strips(scene, column);
    case BlockKind::rules:
      return rules_strips(scene, column);
    case BlockKind::count:
      return count_strips(scene, column);
    case BlockKind::questions:
      return questions_strips(scene, column);
    case BlockKind::places:
      return places_strips(scene, column);
    case BlockKind::contacts:
      return contacts_strips(scene, column);
    case BlockKind::banner:
    case BlockKind::notes:
    case BlockKind::source:
    case BlockKind::dates:
      return {};  // these stand outside the columns' flow
  }
  return {};
}

}  // namespace trialsheet
