// Places marks; the one place that knows of mirroring.

#include "page/painter.hpp"

#include <utility>

namespace trialsheet {

int Painter::add_node(Node::Role role, int parent, std::string_view language) {
  Node node;
  node.role = role;
  node.parent = parent;
  node.language = language;
  sheet_->structure.push_back(std::move(node));
  return static_cast<int>(sheet_->structure.size()) - 1;
}

int Painter::add_figure(int parent, std::string alt_text) {
  const int node = add_node(Node::Role::figure, parent);
  sheet_->structure.back().alt_text = std::move(alt_text);
  return node;
}

void Painter::replace_text(int node, std::string actual_text) {
  sheet_->structure[static_cast<std::size_t>(node)].actual_text = std::move(actual_text);
}

void Painter::text(const SetText& set, Point at, int node, Align align) {
  const auto baseline = baseline_in(set.style);
  for (int line = 0; line < set.lines(); ++line) {
    const auto width = line_width(set, line);
    const auto indent = align == Align::center ? (set.width - width) / 2 : Length();
    const auto left = mirrored(at.x + indent, width);
    const auto y = at.y + line * set.style.leading + baseline;
    for (auto& run : line_runs(set, line, {left, y}))
      add({std::move(run), node});
  }
}

void Painter::drawing(std::vector<Box> boxes, Point at, Length side, Color color,
                      int node) {
  const auto left = mirrored(at.x, side);
  for (auto& box : boxes) {
    box.at.x += left;
    box.at.y += at.y;
  }
  add({Fill{std::move(boxes), color}, node});
}

void Painter::fill(std::vector<Box> boxes, Color color, int node) {
  for (auto& box : boxes)
    box = mirrored(box);
  add({Fill{std::move(boxes), color}, node});
}

void Painter::frames(std::vector<Box> boxes, Length stroke, Color color) {
  for (auto& box : boxes)
    box = mirrored(box);
  add({Frame{std::move(boxes), stroke, color}, artifact});
}

void Painter::link(Box box, std::string uri, std::string description, int node) {
  add({LinkArea{mirrored(box), std::move(uri), std::move(description)}, node});
}

void Painter::next_page(Length width, Length height) {
  sheet_->pages.push_back({width, height, {}});
}

Length Painter::mirrored(Length left, Length width) const {
  return base_ == Direction::right_to_left ? paper_width_ - left - width : left;
}

Box Painter::mirrored(Box box) const {
  box.at.x = mirrored(box.at.x, box.width);
  return box;
}

void Painter::add(Item item) {
  sheet_->pages.back().items.push_back(std::move(item));
}

}  // namespace trialsheet
