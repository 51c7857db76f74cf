// The text forms of a sheet: what goldens compare and people review.

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <vector>

#include "page/page.hpp"

namespace trialsheet {

namespace {

/// A tenth of a point is finer than an eye and coarser than rounding.
std::string points(Length length) {
  const auto tenths =
      (length.thousandths() + (length.thousandths() < 0 ? -50 : 50)) / 100;
  return fmt::format("{}{}.{}", tenths < 0 ? "-" : "", std::abs(tenths) / 10,
                     std::abs(tenths) % 10);
}

std::string hex(Color color) {
  return fmt::format("#{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
}

std::string at(Point point) {
  return fmt::format("{:>6} {:>6}", points(point.x), points(point.y));
}

struct Describe {
  std::string operator()(const TextRun& run) const {
    return fmt::format("{}  text {} font {} {}{} \"{}\"", at(run.baseline),
                       points(run.size), run.font, hex(run.color),
                       run.right_to_left ? " rtl" : "", run.text);
  }
  std::string operator()(const Fill& fill) const {
    if (fill.boxes.size() > 4)
      return fmt::format("{}  fill {} boxes {}", at(fill.boxes.front().at),
                         fill.boxes.size(), hex(fill.color));
    std::string text = at(fill.boxes.front().at) + "  fill";
    for (const auto& box : fill.boxes)
      text += fmt::format(" {}x{}", points(box.width), points(box.height));
    return text + " " + hex(fill.color);
  }
  std::string operator()(const Frame& frame) const {
    const auto& box = frame.boxes.front();
    return fmt::format("{}  {} frames {}x{}", at(box.at), frame.boxes.size(),
                       points(box.width), points(box.height));
  }
  std::string operator()(const Image& image) const {
    return fmt::format("{}  image {}x{} of {} x {} pixels", at(image.box.at),
                       points(image.box.width), points(image.box.height),
                       image.pixels->width, image.pixels->height);
  }
  std::string operator()(const LinkArea& link) const {
    return fmt::format("{}  link {}x{} {}", at(link.box.at), points(link.box.width),
                       points(link.box.height), link.uri);
  }
};

std::string_view role_name(Node::Role role) {
  constexpr std::string_view names[] = {
      "Document", "Sect",  "H1",        "H2",     "P",      "L",     "LI",
      "Lbl",      "LBody", "Span",      "Link",   "Figure", "Table", "THead",
      "TBody",    "TR",    "TH column", "TH row", "TD"};
  return names[static_cast<std::size_t>(role)];
}

/// The text that each node holds itself.
std::vector<std::string> node_texts(const Sheet& sheet) {
  std::vector<std::string> texts(sheet.structure.size());
  for (const auto& page : sheet.pages)
    for (const auto& item : page.items)
      if (const auto* run = std::get_if<TextRun>(&item.mark); run && item.node >= 0)
        texts[static_cast<std::size_t>(item.node)] += run->text;
  return texts;
}

int depth_of(const Sheet& sheet, std::size_t node) {
  int depth = 0;
  for (int parent = sheet.structure[node].parent; parent >= 0;
       parent = sheet.structure[static_cast<std::size_t>(parent)].parent)
    ++depth;
  return depth;
}

}  // namespace

std::string to_text(const Sheet& sheet) {
  std::string text;
  for (const auto& page : sheet.pages) {
    text += fmt::format("page {} x {}\n", points(page.width), points(page.height));
    for (const auto& item : page.items)
      text += std::visit(Describe{}, item.mark) + "\n";
  }
  return text;
}

std::string tags_to_text(const Sheet& sheet) {
  const auto texts = node_texts(sheet);
  std::string text;
  for (std::size_t i = 0; i < sheet.structure.size(); ++i) {
    const auto& node = sheet.structure[i];
    text += std::string(2 * static_cast<std::size_t>(depth_of(sheet, i)), ' ');
    text += role_name(node.role);
    if (!node.language.empty())
      text += " lang=" + node.language;
    if (!node.alt_text.empty())
      text += " alt=\"" + node.alt_text + "\"";
    if (!node.actual_text.empty())
      text += " actual=\"" + node.actual_text + "\"";
    if (!texts[i].empty())
      text += " \"" + texts[i] + "\"";
    text += "\n";
  }
  return text;
}

}  // namespace trialsheet
