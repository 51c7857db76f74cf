// The painter: puts marks and structure nodes on a page, mirrored for right-to-left
// sheets.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/lines.hpp"
#include "page/page.hpp"

namespace trialsheet {

/// Where a line of text stands in its box.
enum class Align { start, center, end };

/// Places are given for a left-to-right sheet, from the top left corner of the paper; the
/// painter mirrors them where the sheet runs from right to left.
class Painter {
 public:
  Painter(Sheet& sheet, std::string record_language, Length paper_width, Direction base)
      : sheet_(&sheet),
        record_language_(std::move(record_language)),
        paper_width_(paper_width),
        base_(base),
        page_(sheet.pages.size() - 1) {}

  /// From here on (until `false`) marks are artifacts, and no nodes are added: what is
  /// repeated on each page is for the eye.
  void decorate(bool on) { decorating_ = on; }

  /// A new structure node; `parent` is an index into Sheet::structure.
  int add_node(Node::Role role, int parent, std::string_view language = {});
  int add_figure(int parent, std::string alt_text, std::string_view language = {});
  void replace_text(int node, std::string actual_text);

  /// All lines of `set` in a box of its width whose top left corner is `at`. Parts in
  /// another language get nodes of their own; a text that is all in another language
  /// makes it that of `node`.
  void text(const SetText& set, Point at, int node, Align align = Align::start);

  /// A drawing `side` wide whose boxes are given from its own corner; never mirrored
  /// itself.
  void drawing(std::vector<Box> boxes, Point at, Length side, Color color, int node);

  /// A picture, never mirrored itself.
  void image(Box box, std::shared_ptr<const Pixels> pixels, int node);

  void fill(std::vector<Box> boxes, Color color, int node = artifact);
  void frames(std::vector<Box> boxes, Length stroke, Color color);
  void link(Box box, int to_sheet, std::string description, int node);
  void link(Box box, std::string uri, std::string description, int node);

  /// Turns to the next page of the sheet.
  void next_page(Length width, Length height);

  /// Goes on on a page that the sheet has.
  void turn_to(std::size_t page) { page_ = page; }

 private:
  std::vector<int> nodes_of_isolates(const SetText& set, int node);
  void tag_whole(const SetText& set, int node);
  std::string language_of(int node) const;
  std::string language_at(int depth) const;
  Length mirrored(Length left, Length width) const;
  Box mirrored(Box box) const;
  void add(Item item);

  Sheet* sheet_;
  std::string record_language_;
  Length paper_width_;
  Direction base_;
  bool decorating_ = false;
  std::size_t page_;
  std::vector<LineRun> runs_;  ///< of the line being placed
};

}  // namespace trialsheet
