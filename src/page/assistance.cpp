// The extra page of a brand: what a clinic says of help with the language, in as many
// languages as it likes.

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "page/letterhead.hpp"
#include "page/paginate.hpp"

namespace trialsheet {

using namespace literals;

namespace {

/// Lines of more than this many ems are hard to follow.
constexpr int most_ems = 38;

Strip strip_of(const SetText& text, Length above, Node::Role role, std::string language,
               bool is_turned, Length width) {
  return {above, text.height(), false,
          [&text, role, language = std::move(language), is_turned, width](
              Painter& painter, Point at, Branch& branch) {
            const auto left = is_turned ? at.x + width - text.width : at.x;
            painter.text(text, {left, at.y},
                         painter.add_node(role, branch.parent, language),
                         is_turned ? Align::end : Align::start);
          }};
}

}  // namespace

Strips assistance_strips(const Brand& brand, const Layout& layout, Length width,
                         Setter& setter) {
  Strips strips;
  const auto& styles = layout.styles;
  const auto narrow = std::min(width, most_ems * styles.body.size);
  for (const auto& section : brand.assistance_page) {
    const auto set = [&](const std::string& text, const TextStyle& style) -> const auto& {
      return setter.set_in(section.language, text, style, narrow);
    };
    const bool is_turned = direction_of(section.language) != setter.base();
    const auto above = strips.empty() ? Length() : layout.measures.section_gap.most;
    strips.push_back(strip_of(set(section.heading, styles.heading), above,
                              Node::Role::heading, section.language, is_turned, width));
    for (const auto& paragraph : section.paragraphs) {
      const bool is_first = &paragraph == &section.paragraphs.front();
      strips.push_back(
          tied(strip_of(set(paragraph, styles.body), layout.measures.paragraph_gap.most,
                        Node::Role::paragraph, section.language, is_turned, width),
               is_first ? Tie::close : Tie::none));
    }
  }
  return strips;
}

void add_assistance_pages(Sheet& sheet, const Brand& brand, const Layout& layout,
                          const Paper& paper, Setter& setter,
                          const Letterhead* letterhead) {
  const auto strips = assistance_strips(brand, layout, text_width(layout), setter);
  std::vector<Part> parts;
  for (const auto& strip : strips) {
    parts.push_back({strip.above, strip.height, strip.tie, {}});
    if (strip.height > paper.text_height)
      throw Error(Fault::layout, "/language_assistance/page",
                  "has a paragraph that needs more than a page; shorter ones would do");
  }
  if (parts.empty() && letterhead == nullptr)
    return;
  Painter painter(sheet, {}, paper.width, setter.base());
  for (const auto& page : paginate(parts, paper.text_height)) {
    painter.next_page(paper.width, paper.height);
    const auto* around = std::exchange(letterhead, nullptr);
    if (around != nullptr)
      around->paint_head(painter);
    Branch branch;
    for (const auto& slice : page)
      strips[slice.part].paint(painter, {paper.text_at.x, paper.text_at.y + slice.top},
                               branch);
    if (around != nullptr)
      around->paint_foot(painter);
  }
}

}  // namespace trialsheet
