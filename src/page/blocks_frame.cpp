// What stands around the columns' flow: banner, writing lines, footer.

#include "page/blocks.hpp"
#include "words/words.hpp"

namespace trialsheet {

using namespace literals;

namespace {

// SHEET_DESIGN, section 3: rule 3, then 5; 7, rule 3, then 12.
constexpr Length banner_rule = 3_pt;
constexpr Length banner_above = 8_pt;
constexpr Length banner_below = 10_pt;
constexpr Length banner_after = 12_pt;

/// With what is above the code itself, a quiet zone of four modules.
constexpr Length code_inset = 5_pt;

constexpr Length hairline = 0.3_pt;  ///< grown with the type

}  // namespace

Strips banner_strips(const Scene& scene, Length width) {
  if (!scene.summary->banner)
    return {};
  const auto& banner = *scene.summary->banner;
  const auto& headline =
      scene.set(scene.wording(banner.headline, 0).text, scene.styles.banner, width);
  const auto& next = scene.set(scene.wording(banner.next_step, scene.choice->banner).text,
                               scene.standard_body, width);
  const auto height = banner_above + headline.height() + next.height() + banner_below;
  const auto ink = scene.layout->ink;
  return {{{},
           height + banner_after,
           false,
           [&headline, &next, width, height, ink](Painter& painter, Point at,
                                                  Branch& branch) {
             painter.fill({{at, width, banner_rule},
                           {{at.x, at.y + height - banner_rule}, width, banner_rule}},
                          ink);
             painter.text(headline, {at.x, at.y + banner_above},
                          painter.add_node(Node::Role::paragraph, branch.parent));
             painter.text(next, {at.x, at.y + banner_above + headline.height()},
                          painter.add_node(Node::Role::paragraph, branch.parent));
           }}};
}

Length inset_below_rule(const Scene& scene, BlockKind block) {
  return block == BlockKind::code ? scene.layout->grown(code_inset) : 3_pt;
}

Strip below_rule(const Scene& scene, BlockKind block, Strip strip, Length above) {
  const auto inset = inset_below_rule(scene, block);
  strip.above = above;
  strip.height += inset;
  strip.section_rule = true;
  strip.paint = [inset, before = std::move(strip.paint)](Painter& painter, Point at,
                                                         Branch& branch) {
    before(painter, {at.x, at.y + inset}, branch);
  };
  return strip;
}

Length notes_height(const Scene& scene, int lines) {
  return 3_pt + in_own_script(scene.styles.label).leading +
         lines * scene.layout->note_line;
}

Strip notes_strip(const Scene& scene, int column, Length above, int lines) {
  const auto& label =
      scene.set(scene.summary->labels.notes, scene.styles.label, scene.width(column));
  const auto width = scene.width(column);
  const auto step = scene.layout->note_line;
  const auto ink = scene.layout->ink;
  const auto line_width = scene.layout->grown(hairline);
  return {above, notes_height(scene, lines), true,
          [&label, width, step, lines, ink, line_width](Painter& painter, Point at,
                                                        Branch& branch) {
            painter.text(label, {at.x, at.y + 3_pt},
                         painter.add_node(Node::Role::paragraph, branch.parent));
            const auto top = at.y + 3_pt + label.height();
            for (int line = 1; line <= lines; ++line)
              painter.fill({{{at.x, top + line * step - line_width}, width, line_width}},
                           ink);
          }};
}

Strips footer_strips(const Scene& scene, BlockKind block, int column) {
  const auto& style = scene.styles.detail;
  if (block == BlockKind::source)
    return {text_strip(
        scene, column, {},
        {scene.words->sentences(scene.summary->footer_left), Tier::fixed, {}}, style)};
  Strips strips;
  for (const auto& line : scene.summary->footer_right)
    strips.push_back(
        tied(text_strip(scene, column, {}, {line, Tier::fixed, {}}, style), Tie::loose));
  return strips;
}

}  // namespace trialsheet
