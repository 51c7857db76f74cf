// Attributes: Layout with a BBox for figures, List with ListNumbering for lists,
// Table with Scope for heads.

#include "pdf/attributes.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "page/page.hpp"
#include "pdf/syntax.hpp"

namespace trialsheet {

namespace {

Box enclosing(const Box& a, const Box& b) {
  const auto left = std::min(a.at.x, b.at.x);
  const auto top = std::min(a.at.y, b.at.y);
  return {{left, top},
          std::max(a.at.x + a.width, b.at.x + b.width) - left,
          std::max(a.at.y + a.height, b.at.y + b.height) - top};
}

std::span<const Box> boxes_of(const Item& item) {
  if (const auto* fill = std::get_if<Fill>(&item.mark))
    return fill->boxes;
  if (const auto* image = std::get_if<Image>(&item.mark))
    return {&image->box, 1};
  const auto* frame = std::get_if<Frame>(&item.mark);
  return frame ? std::span<const Box>(frame->boxes) : std::span<const Box>();
}

/// What the figure's marks cover on `page`.
std::optional<Box> extent(const Page& page, int figure) {
  std::optional<Box> all;
  for (const auto& item : page.items) {
    if (item.node != figure)
      continue;
    for (const auto& box : boxes_of(item))
      all = all ? enclosing(*all, box) : box;
  }
  return all;
}

/// A figure stands on one page; the first that shows any of it counts.
std::string figure_attributes(const Sheet& sheet, int figure) {
  for (const auto& page : sheet.pages) {
    const auto box = extent(page, figure);
    if (!box)
      continue;
    const auto bottom = page.height - box->at.y - box->height;
    Syntax out;
    out.raw("<</O/Layout/Placement/Block/BBox[").real(box->at.x).real(bottom);
    out.real(box->at.x + box->width).real(bottom + box->height);
    return out.raw("]>>").take();
  }
  return {};
}

/// The text of the first label in `list`; nothing if it has no labels.
std::string_view first_label(const Sheet& sheet, int list) {
  for (const auto& page : sheet.pages)
    for (const auto& [mark, node] : page.items) {
      const auto* run = std::get_if<TextRun>(&mark);
      if (!run || node == artifact)
        continue;
      const auto& label = sheet.structure[static_cast<std::size_t>(node)];
      if (label.role == Node::Role::label && label.parent >= 0 &&
          sheet.structure[static_cast<std::size_t>(label.parent)].parent == list)
        return run->text;
    }
  return {};
}

/// ListNumbering (14.8.5.5) for labels that begin like this one. Pictures and words are
/// no numbering: None, which is also what no attribute means.
std::string_view numbering(std::string_view label) {
  const auto begins = [&](std::string_view mark) { return label.starts_with(mark); };
  if (begins("\u2022"))
    return "Disc";
  if (begins("\u25E6") || begins("\u25CB"))
    return "Circle";
  if (begins("\u25AA") || begins("\u25A0"))
    return "Square";
  return !label.empty() && label[0] >= '0' && label[0] <= '9' ? "Decimal" : "None";
}

}  // namespace

std::string attributes_of(const Sheet& sheet, int node) {
  const auto role = sheet.structure[static_cast<std::size_t>(node)].role;
  if (role == Node::Role::figure)
    return figure_attributes(sheet, node);
  if (role == Node::Role::column_head)
    return "<</O/Table/Scope/Column>>";
  if (role == Node::Role::row_head)
    return "<</O/Table/Scope/Row>>";
  if (role != Node::Role::list)
    return {};
  const auto label = first_label(sheet, node);
  if (label.empty())
    return {};
  Syntax out;
  return out.raw("<</O/List/ListNumbering").name(numbering(label)).raw(">>").take();
}

}  // namespace trialsheet
