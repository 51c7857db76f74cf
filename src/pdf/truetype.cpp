// Reading a TrueType font (OpenType specification, tables head to OS/2).

#include "pdf/truetype.hpp"

#include <algorithm>

#include "page/font.hpp"

namespace trialsheet {

namespace {

constexpr std::size_t longest_name = 63;
constexpr std::uint16_t postscript_name_id = 6;
constexpr std::uint16_t windows_platform = 3;

/// Where the directory of the face's tables begins: in a collection there is one for
/// each of its faces.
std::size_t directory_of(const Face& face) {
  const SfntBytes file(face.data, face.name);
  std::size_t at = 0;
  if (face.data.starts_with("ttcf")) {
    if (face.index >= file.u32(8))
      file.fail("the collection has fewer faces than fonts/fonts.json asks for");
    at = file.u32(12 + 4 * std::size_t{face.index});
  }
  const auto version = file.u32(at);
  const auto kind = file.part(at, 4).view();
  if (version != 0x00010000 && kind != "true" && kind != "OTTO")
    file.fail("it is no TrueType or OpenType font");
  return at;
}

/// OS/2 fsType. Of the first four bits the most generous counts.
void require_embedding(const SfntBytes& os2) {
  if (os2.empty())
    return;
  const auto type = os2.u16(8);
  constexpr unsigned restricted = 0x2, no_subsets = 0x100, bitmaps_only = 0x200;
  if ((type & 0xF) == restricted || (type & (no_subsets | bitmaps_only)) != 0)
    os2.fail("its licence flags (OS/2 fsType) forbid to embed a subset of it");
}

/// Characters that need no escape in a PDF name and no thought in PostScript.
std::string regular_characters(std::string_view name) {
  std::string out;
  for (const char c : name)
    if (c > ' ' && c < '\x7F' && std::string_view("()<>[]{}/%#").find(c) == name.npos)
      out += c;
  return out.substr(0, longest_name);
}

/// The name table's PostScript name. Windows stores two bytes a character, of which the
/// first is zero and falls away with the other control characters.
std::string name_table_entry(const SfntBytes& table) {
  if (table.empty())
    return {};
  for (std::size_t i = 0; i < table.u16(2); ++i) {
    const auto record = table.part(6 + 12 * i, 12);
    if (record.u16(0) == windows_platform && record.u16(6) == postscript_name_id)
      return regular_characters(
          table.part(table.u16(4) + std::size_t{record.u16(10)}, record.u16(8)).view());
  }
  return {};
}

}  // namespace

TrueType::TrueType(const Face& face)
    : file_(face.data, face.name),
      directory_(directory_of(face)),
      head_(table("head")),
      hmtx_(table("hmtx")),
      loca_(table("loca")),
      glyf_(table("glyf")),
      cff_(table("CFF ")) {
  require_embedding(table("OS/2"));
  read_layout_tables();
  read_metrics();
  postscript_name_ = name_table_entry(table("name"));
  if (postscript_name_.empty())
    postscript_name_ = regular_characters(face.name);
  if (postscript_name_.empty())
    postscript_name_ = "Unnamed";
}

SfntBytes TrueType::table(std::string_view tag) const {
  return sfnt_table(file_, tag, directory_);
}

void TrueType::read_layout_tables() {
  if (cff_.empty() && (glyf_.empty() || loca_.empty()))
    file_.fail("it has no outlines");
  units_per_em_ = head_.u16(18);
  if (units_per_em_ == 0)
    file_.fail("it has zero units per em");
  glyph_count_ = table("maxp").u16(4);
  metrics_count_ = table("hhea").u16(34);
  if (metrics_count_ == 0 || metrics_count_ > glyph_count_)
    file_.fail("hhea counts more metrics than there are glyphs, or none");
}

void TrueType::read_metrics() {
  const auto hhea = table("hhea");
  const auto os2 = table("OS/2");
  const bool has_cap_height = os2.size() >= 90 && os2.u16(0) >= 2;
  metrics_ = {.left = thousandths(head_.i16(36)),
              .bottom = thousandths(head_.i16(38)),
              .right = thousandths(head_.i16(40)),
              .top = thousandths(head_.i16(42)),
              .ascent = thousandths(hhea.i16(4)),
              .descent = thousandths(hhea.i16(6)),
              .cap_height = thousandths(has_cap_height ? os2.i16(88) : hhea.i16(4)),
              .weight = os2.empty() ? 400 : os2.u16(4)};
}

int TrueType::thousandths(int units) const {
  const int scaled = units * 2000 + (units < 0 ? -units_per_em_ : units_per_em_);
  return scaled / (2 * units_per_em_);
}

int TrueType::advance(std::uint16_t glyph) const {
  const auto last = static_cast<std::size_t>(metrics_count_ - 1);
  return thousandths(hmtx_.u16(4 * std::min<std::size_t>(glyph, last)));
}

std::size_t TrueType::outline_start(std::size_t glyph) const {
  const bool has_long_offsets = head_.i16(50) != 0;
  return has_long_offsets ? loca_.u32(4 * glyph) : 2 * std::size_t{loca_.u16(2 * glyph)};
}

std::uint16_t TrueType::blank() const {
  for (int glyph = 1; !is_cff() && glyph < glyph_count_; ++glyph)
    if (const auto number = static_cast<std::uint16_t>(glyph); outline(number).empty())
      return number;
  return 0;
}

SfntBytes TrueType::outline(std::uint16_t glyph) const {
  if (glyph >= glyph_count_)
    file_.fail("a glyph beyond its last is asked for");
  const auto start = outline_start(glyph);
  const auto end = outline_start(std::size_t{glyph} + 1);
  if (end < start)
    file_.fail("loca runs backwards");
  return glyf_.part(start, end - start);
}

}  // namespace trialsheet
