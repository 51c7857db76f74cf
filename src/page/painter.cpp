// Places marks; the one place that knows of mirroring.

#include "page/painter.hpp"

#include <algorithm>
#include <utility>

#include "base/isolate.hpp"

namespace trialsheet {

int Painter::add_node(Node::Role role, int parent, std::string_view language) {
  if (decorating_)
    return artifact;
  Node node;
  node.role = role;
  node.parent = parent;
  node.language = language;
  sheet_->structure.push_back(std::move(node));
  return static_cast<int>(sheet_->structure.size()) - 1;
}

int Painter::add_figure(int parent, std::string alt_text, std::string_view language) {
  const int node = add_node(Node::Role::figure, parent, language);
  sheet_->structure.back().alt_text = without_isolates(alt_text);
  return node;
}

void Painter::replace_text(int node, std::string actual_text) {
  sheet_->structure[static_cast<std::size_t>(node)].actual_text =
      without_isolates(actual_text);
}

void Painter::text(const SetText& set, Point at, int node, Align align) {
  const auto baseline = baseline_in(set.style);
  const auto nodes = nodes_of_isolates(set, node);
  for (int line = 0; line < set.lines(); ++line) {
    const auto width = line_width(set, line);
    const auto room = set.width - width;
    const auto indent = align == Align::start    ? Length()
                        : align == Align::center ? room / 2
                                                 : room;
    const auto left = mirrored(at.x + indent, width);
    const auto y = at.y + line * set.style.leading + baseline;
    line_runs(set, line, {left, y}, runs_);
    for (auto& run : runs_) {
      const int owner =
          run.isolate == no_isolate ? node : nodes[static_cast<std::size_t>(run.isolate)];
      add({static_cast<TextRun&&>(run), owner});
    }
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

void Painter::image(Box box, std::shared_ptr<const Pixels> pixels, int node) {
  add({Image{mirrored(box), std::move(pixels)}, node});
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
  add({LinkArea{mirrored(box), std::move(uri), without_isolates(description), -1}, node});
}

void Painter::link(Box box, int to_sheet, std::string description, int node) {
  add({LinkArea{mirrored(box), {}, without_isolates(description), to_sheet}, node});
}

void Painter::next_page(Length width, Length height) {
  sheet_->pages.push_back({width, height, {}});
  page_ = sheet_->pages.size() - 1;
}

std::string Painter::language_of(int node) const {
  for (; node >= 0; node = sheet_->structure[static_cast<std::size_t>(node)].parent)
    if (const auto& own = sheet_->structure[static_cast<std::size_t>(node)].language;
        !own.empty())
      return own;
  return sheet_->language;
}

/// Isolates take turns: the record's language, inside it the sheet's, and so on.
std::string Painter::language_at(int depth) const {
  return depth % 2 == 1 ? record_language_ : sheet_->language;
}

/// A node has one text; a list item's body may have further rules below it, which are not
/// of the same language.
void Painter::tag_whole(const SetText& set, int node) {
  auto& tag = sheet_->structure[static_cast<std::size_t>(node)];
  const bool all_other = std::all_of(
      set.cut->pieces.begin(), set.cut->pieces.end(), [&](const Piece& piece) {
        return piece.isolate != no_isolate ||
               !has_letters(std::string_view(set.cut->text)
                                .substr(piece.begin, piece.end - piece.begin));
      });
  if (all_other && tag.role != Node::Role::body && tag.language.empty() &&
      language_of(node) != record_language_)
    tag.language = record_language_;
}

/// The node of each isolate: a span where its language is not that of what it stands in.
std::vector<int> Painter::nodes_of_isolates(const SetText& set, int node) {
  if (set.cut->isolates.empty() || node == artifact)
    return std::vector<int>(set.cut->isolates.size(), node);
  tag_whole(set, node);
  std::vector<int> nodes;
  std::vector<int> depths;
  for (const auto& isolate : set.cut->isolates) {
    const auto parent = static_cast<std::size_t>(isolate.parent);
    const bool is_inner = isolate.parent != no_isolate;
    depths.push_back(is_inner ? depths[parent] + 1 : 1);
    const int around = is_inner ? nodes[parent] : node;
    const auto language = language_at(depths.back());
    nodes.push_back(language == language_of(around)
                        ? around
                        : add_node(Node::Role::span, around, language));
  }
  return nodes;
}

Length Painter::mirrored(Length left, Length width) const {
  return base_ == Direction::right_to_left ? paper_width_ - left - width : left;
}

Box Painter::mirrored(Box box) const {
  box.at.x = mirrored(box.at.x, box.width);
  return box;
}

void Painter::add(Item item) {
  sheet_->pages[page_].items.push_back(std::move(item));
}

}  // namespace trialsheet
