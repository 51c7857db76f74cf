// The page: everything that will be printed, at its final place.
//
// Sheet is the seam between layout and PDF. It holds glyph ids *and* text, a structure
// tree and links, but no fonts and no choices: writing it needs no measuring. to_text()
// of it is what the golden tests compare.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/length.hpp"

namespace trialsheet {

/// From the top left corner of the paper; y grows downwards.
struct Point {
  Length x;
  Length y;
};

struct Box {
  Point at;
  Length width;
  Length height;
};

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  friend bool operator==(const Color&, const Color&) = default;
};

/// One shaped glyph, where it is drawn. Glyphs of a run stand in logical (reading) order,
/// also when the script runs from right to left; then x falls from glyph to glyph.
struct Glyph {
  std::uint16_t id = 0;       ///< in the run's font
  std::uint32_t cluster = 0;  ///< the byte in TextRun::text where its characters start
  Length x;                   ///< from TextRun::baseline
  Length y;                   ///< raised above the baseline (marks), mostly 0
};

/// Text in one font on one baseline. A run that ends a line inside a paragraph keeps the
/// space at its end, glyph included, so that copied lines do not run together.
struct TextRun {
  Point baseline;
  int font = 0;  ///< index into the FontSet that the page was laid out with
  Length size;
  Length tracking;  ///< that there is after each glyph; 0 where it is in places alone
  Color color;
  std::string text;  ///< UTF-8 in logical order, for copying and for screen readers
  std::vector<Glyph> glyphs;
  bool right_to_left = false;
};

/// Boxes filled as one path: rules, hairlines, the modules of a QR code.
struct Fill {
  std::vector<Box> boxes;
  Color color;
};

/// Rectangles stroked as one path: the boxes to tick. The line runs inside the box.
struct Frame {
  std::vector<Box> boxes;
  Length stroke;
  Color color;
};

/// A picture as paper shows it: row by row from the top, a byte each of red, green and
/// blue (sRGB).
struct Pixels {
  int width = 0;
  int height = 0;
  std::string rgb;
};

/// A picture that fills a box. Belongs to a node of role figure.
struct Image {
  Box box;
  std::shared_ptr<const Pixels> pixels;
};

/// A live area. Belongs to a node of role link.
struct LinkArea {
  Box box;
  std::string uri;
  std::string description;  ///< what a screen reader says (annotation Contents)
  int to_sheet =
      -1;  ///< instead of `uri`: the sheet of a bundle, from 0, that it leads to
};

/// A node of the structure tree that screen readers follow (ISO 32000-1, 14.7
/// and 14.8.4).
struct Node {
  enum class Role {
    document,
    part,         ///< Sect: groups blocks, holds no marks of its own
    title,        ///< H1
    heading,      ///< H2
    paragraph,    ///< P
    list,         ///< L
    item,         ///< LI
    label,        ///< Lbl
    body,         ///< LBody
    span,         ///< Span
    link,         ///< Link
    figure,       ///< Figure
    table,        ///< Table
    table_head,   ///< THead
    table_body,   ///< TBody
    row,          ///< TR
    column_head,  ///< TH of a column
    row_head,     ///< TH of a row
    cell,         ///< TD
  };

  Role role = Role::document;
  int parent = -1;          ///< index into Sheet::structure; -1 for the document itself
  std::string alt_text;     ///< figures only, and there never empty
  std::string language;     ///< BCP 47; empty: that of the parent
  std::string actual_text;  ///< replacement for the whole node; mostly empty
};

constexpr int artifact = -1;

/// A mark and the structure node that it belongs to (`artifact`: to none; decoration).
struct Item {
  std::variant<TextRun, Fill, Frame, LinkArea, Image> mark;
  int node = artifact;
};

struct Page {
  Length width;
  Length height;
  std::vector<Item> items;  ///< in painting order, which is reading order
};

/// The pages of one document and the structure that runs through them.
struct Sheet {
  std::string language;  ///< BCP 47
  bool right_to_left = false;
  std::string title;
  std::vector<Node>
      structure;  ///< in reading order, parents before children; [0] document
  std::vector<Page> pages;
};

/// One line per item: place to a tenth of a point, font, size, text.
std::string to_text(const Sheet& sheet);

/// The structure tree, one line per node with the text that it holds, indented by depth.
std::string tags_to_text(const Sheet& sheet);

}  // namespace trialsheet
