// Small sheets for the tests of the PDF writer, set without the layout: one glyph for
// each character, found in the font's own cmap.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/error.hpp"
#include "base/text.hpp"
#include "page/font.hpp"
#include "page/page.hpp"
#include "pdf/pdf.hpp"
#include "pdf/pdf_fonts.hpp"
#include "pdf/sfnt.hpp"
#include "pdf/truetype.hpp"

namespace trialsheet::sample {

/// The built-in fonts, loaded once for all tests.
inline const FontSet& fonts() {
  static const FontSet set;
  return set;
}

/// The same as PDFs embed them.
inline const PdfFonts& pdf_fonts() {
  static const PdfFonts set(fonts());
  return set;
}

/// The file of `sheet` with streams and objects that tests can read.
inline std::string readable(const Sheet& sheet, PdfOptions options = {}) {
  options.compress = false;
  return write_pdf(sheet, pdf_fonts(), options);
}

/// The glyph of a BMP character by the font's cmap subtable of format 4; 0 if it has
/// none.
inline std::uint16_t glyph_of(const Face& face, char32_t code) {
  const auto cmap = sfnt_table({face.data, face.name}, "cmap");
  for (std::size_t i = 0; i < cmap.u16(2); ++i) {
    const auto start = cmap.u32(4 + 8 * i + 4);
    const auto map = cmap.part(start, cmap.size() - start);
    if (map.u16(0) != 4)
      continue;
    const std::size_t twice = map.u16(6);
    for (std::size_t at = 0; at < twice; at += 2) {
      const auto first = map.u16(16 + twice + at);
      if (code < first || code > map.u16(14 + at))
        continue;
      const auto delta = map.u16(16 + 2 * twice + at);
      const std::size_t range = map.u16(16 + 3 * twice + at);
      const auto glyph =
          range == 0 ? code : map.u16(16 + 3 * twice + at + range + 2 * (code - first));
      return static_cast<std::uint16_t>(glyph == 0 ? 0 : glyph + delta);
    }
  }
  return 0;
}

/// `text` in the first built-in font at 10 points, its glyphs side by side.
inline TextRun run(std::string text, Point baseline = {}) {
  const auto& face = fonts().face(0);
  const TrueType font(face);
  TextRun out;
  out.baseline = baseline;
  out.size = Length::from_points(10);
  Length x;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, length] = character_at(text, at);
    const auto glyph = glyph_of(face, code);
    out.glyphs.push_back({glyph, static_cast<std::uint32_t>(at), x, {}});
    x += font.advance(glyph) * out.size / 1000;
    at += length;
  }
  out.text = std::move(text);
  return out;
}

inline Page page() {
  return {Length::from_thousandths(595276), Length::from_thousandths(841890), {}};
}

inline Node node(Node::Role role, int parent) {
  Node out;
  out.role = role;
  out.parent = parent;
  return out;
}

/// One page without marks.
inline Sheet empty_sheet() {
  Sheet sheet;
  sheet.language = "en";
  sheet.title = "A title";
  sheet.structure.emplace_back();
  sheet.pages.push_back(page());
  return sheet;
}

/// One page with one paragraph (node 1) of `text`.
inline Sheet paragraph(std::string text) {
  auto sheet = empty_sheet();
  sheet.structure.push_back(node(Node::Role::paragraph, 0));
  const Point at{Length::from_points(40), Length::from_points(50)};
  sheet.pages[0].items = {{run(std::move(text), at), 1}};
  return sheet;
}

/// What() of the error that `action` throws; empty if it throws none.
template <typename Action>
std::string error_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// How many times `part` stands in `text`.
inline int count(std::string_view text, std::string_view part) {
  int found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

}  // namespace trialsheet::sample
