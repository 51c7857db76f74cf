// Assembling a font file from some glyphs of another.
//
// Glyphs are numbered densely in the order asked for, so that the PDF needs no map from
// codes to glyphs. Tables that only lay out text or hint are left out (ISO 32000-1, 9.9:
// glyf, head, hhea, hmtx, loca and maxp are what a PDF font program must have).

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "pdf/cff.hpp"
#include "pdf/truetype.hpp"

namespace trialsheet {

namespace {

/// Flags of a part of a composite glyph (OpenType, glyf).
constexpr unsigned args_are_words = 0x0001;
constexpr unsigned has_scale = 0x0008;
constexpr unsigned more_parts = 0x0020;
constexpr unsigned has_two_scales = 0x0040;
constexpr unsigned has_matrix = 0x0080;
constexpr unsigned has_instructions = 0x0100;

constexpr std::size_t outline_header = 10;

std::size_t part_size(unsigned flags) {
  const std::size_t arguments = (flags & args_are_words) != 0 ? 4 : 2;
  const std::size_t transform = (flags & has_matrix) != 0       ? 8
                                : (flags & has_two_scales) != 0 ? 4
                                : (flags & has_scale) != 0      ? 2
                                                                : 0;
  return 4 + arguments + transform;
}

std::uint32_t checksum_adjustment(std::string_view file) {
  return 0xB1B0AFBA - sfnt_checksum(file);
}

struct Table {
  std::string_view tag;
  std::string bytes;
};

/// The largest power of two that is not above `count`, as an exponent.
unsigned exponent_below(std::size_t count) {
  unsigned exponent = 0;
  while ((std::size_t{2} << exponent) <= count)
    ++exponent;
  return exponent;
}

/// The file of `tables`, which stand in the order of their tags.
std::string sfnt_file(std::span<const Table> tables) {
  const auto exponent = exponent_below(tables.size());
  const auto count = static_cast<std::uint32_t>(tables.size());
  SfntWriter file;
  file.u32(0x00010000).u16(count).u16(16U << exponent).u16(exponent);
  file.u16(16 * count - (16U << exponent));
  std::size_t at = 12 + 16 * tables.size();
  std::size_t head_at = 0;
  for (const auto& [tag, bytes] : tables) {
    file.bytes(tag).u32(sfnt_checksum(bytes)).u32(static_cast<std::uint32_t>(at));
    file.u32(static_cast<std::uint32_t>(bytes.size()));
    if (tag == "head")
      head_at = at;
    at += (bytes.size() + 3) / 4 * 4;
  }
  for (const auto& [tag, bytes] : tables)
    file.bytes(bytes).pad(4);
  return file.overwrite_u32(head_at + 8, checksum_adjustment(file.str())).take();
}

}  // namespace

/// One font file in the making.
class TrueType::Subset {
 public:
  Subset(const TrueType& font, std::span<const std::uint16_t> glyphs,
         const std::vector<bool>& is_shown);

  std::string file() const;

 private:
  static constexpr std::uint16_t absent = 0xFFFF;

  std::uint16_t new_number(std::uint16_t glyph);
  void add_outline(const SfntBytes& outline);
  void add_simple(const SfntBytes& outline, unsigned contours);
  void add_composite(const SfntBytes& outline);
  std::string metrics() const;
  std::string offsets() const;
  std::string with_counts(std::string_view tag, std::size_t at, std::size_t count) const;
  std::string head() const;
  bool has_long_offsets() const { return outlines_.size() > 2 * 0xFFFF; }

  const TrueType& font_;
  std::vector<std::uint16_t> glyphs_;   ///< old number of each new glyph
  std::vector<std::uint16_t> numbers_;  ///< new number of each old glyph, or absent
  std::vector<std::size_t> starts_;
  SfntWriter outlines_;
};

TrueType::Subset::Subset(const TrueType& font, std::span<const std::uint16_t> glyphs,
                         const std::vector<bool>& is_shown)
    : font_(font),
      glyphs_(glyphs.begin(), glyphs.end()),
      numbers_(static_cast<std::size_t>(font.glyph_count_), absent) {
  for (std::size_t i = glyphs_.size(); i-- > 0;)
    if (glyphs_[i] < font.glyph_count_)
      numbers_[glyphs_[i]] = static_cast<std::uint16_t>(i);
  // The list grows at its end while parts of composite glyphs are met.
  for (std::size_t i = 0; i < glyphs_.size(); ++i) {
    starts_.push_back(outlines_.size());
    if (i >= is_shown.size() || is_shown[i])
      add_outline(font.outline(glyphs_[i]));
    outlines_.pad(2);
  }
  starts_.push_back(outlines_.size());
}

std::uint16_t TrueType::Subset::new_number(std::uint16_t glyph) {
  if (glyph >= font_.glyph_count_)
    font_.file_.fail("a composite glyph names a part beyond the last glyph");
  if (numbers_[glyph] == absent) {
    if (glyphs_.size() >= absent)
      font_.file_.fail("a document uses more than 65534 of its glyphs");
    numbers_[glyph] = static_cast<std::uint16_t>(glyphs_.size());
    glyphs_.push_back(glyph);
  }
  return numbers_[glyph];
}

void TrueType::Subset::add_outline(const SfntBytes& outline) {
  if (outline.empty())
    return;
  const int contours = outline.i16(0);
  if (contours < 0)
    add_composite(outline);
  else
    add_simple(outline, static_cast<unsigned>(contours));
}

/// Copies a glyph except for its instructions.
void TrueType::Subset::add_simple(const SfntBytes& outline, unsigned contours) {
  const std::size_t length_at = outline_header + 2 * std::size_t{contours};
  if (contours == 0)
    return;
  const std::size_t points_at = length_at + 2 + outline.u16(length_at);
  outlines_.bytes(outline.part(0, length_at).view()).u16(0);
  outlines_.bytes(outline.part(points_at, outline.size() - points_at).view());
}

/// Copies a glyph with the numbers of its parts changed, and without instructions.
void TrueType::Subset::add_composite(const SfntBytes& outline) {
  outlines_.bytes(outline.part(0, outline_header).view());
  unsigned flags = more_parts;
  for (std::size_t at = outline_header; (flags & more_parts) != 0;
       at += part_size(flags)) {
    flags = outline.u16(at);
    outlines_.u16(flags & ~has_instructions).u16(new_number(outline.u16(at + 2)));
    outlines_.bytes(outline.part(at + 4, part_size(flags) - 4).view());
  }
}

std::string TrueType::Subset::metrics() const {
  SfntWriter out;
  const auto full = static_cast<std::size_t>(font_.metrics_count_);
  for (const std::size_t glyph : glyphs_) {
    const auto last = std::min(glyph, full - 1);
    out.u16(font_.hmtx_.u16(4 * last));
    out.u16(font_.hmtx_.u16(glyph < full ? 4 * glyph + 2 : 2 * (full + glyph)));
  }
  return out.take();
}

std::string TrueType::Subset::offsets() const {
  SfntWriter out;
  for (const auto start : starts_)
    if (has_long_offsets())
      out.u32(static_cast<std::uint32_t>(start));
    else
      out.u16(static_cast<std::uint32_t>(start / 2));
  return out.take();
}

/// The font's own table with a glyph count put in.
std::string TrueType::Subset::with_counts(std::string_view tag, std::size_t at,
                                          std::size_t count) const {
  SfntWriter out;
  out.bytes(font_.table(tag).view());
  return out.overwrite_u16(at, static_cast<std::uint32_t>(count)).take();
}

std::string TrueType::Subset::head() const {
  SfntWriter out;
  out.bytes(font_.head_.view());
  return out.overwrite_u32(8, 0).overwrite_u16(50, has_long_offsets() ? 1 : 0).take();
}

std::string TrueType::Subset::file() const {
  const std::array tables{
      Table{"glyf", outlines_.str()},
      Table{"head", head()},
      Table{"hhea", with_counts("hhea", 34, glyphs_.size())},
      Table{"hmtx", metrics()},
      Table{"loca", offsets()},
      Table{"maxp", with_counts("maxp", 4, glyphs_.size())},
  };
  return sfnt_file(tables);
}

std::string TrueType::subset(std::span<const std::uint16_t> glyphs,
                             const std::vector<bool>& is_shown) const {
  return is_cff() ? cff_subset(cff_, postscript_name_, glyphs)
                  : Subset(*this, glyphs, is_shown).file();
}

}  // namespace trialsheet
