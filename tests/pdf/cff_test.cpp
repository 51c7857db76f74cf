// Tests of taking glyphs out of a font of PostScript outlines.

#include "pdf/cff.hpp"

#include <array>
#include <catch2/catch.hpp>

#include "pdf/cff_outline.hpp"
#include "pdf/sample.hpp"

namespace trialsheet {

namespace {

using sample::error_of;

/// A face of Noto Sans CJK, or null where its package is not installed.
const Face* cjk() {
  for (int i = 0; i < sample::fonts().size(); ++i)
    if (const auto& face = sample::fonts().face(i);
        face.name.starts_with("Noto Sans CJK"))
      return &face;
  WARN("skipped: Noto Sans CJK (fonts-noto-cjk) is not installed");
  return nullptr;
}

SfntBytes cff_of(const Face& face) {
  const SfntBytes file(face.data, face.name);
  return sfnt_table(file, "CFF ", file.u32(12 + 4 * std::size_t{face.index}));
}

/// What the widths of a glyph's part count from (defaultWidthX, nominalWidthX).
std::vector<std::int32_t> widths_of(const CffTable& table, std::uint16_t glyph) {
  std::vector<std::int32_t> widths;
  for (const auto& entry : table.parts()[table.part_of(glyph)].private_dict.entries())
    if (entry.op == 20 || entry.op == 21)
      widths.insert(widths.end(), entry.numbers.begin(), entry.numbers.end());
  return widths;
}

// Any glyphs will do: an ideograph, a Latin letter and a syllable, which are of three
// parts of the font.
constexpr std::array<std::uint16_t, 5> glyphs = {0, 20'000, 40, 20'000, 50'000};

}  // namespace

TEST_CASE("a subset of PostScript outlines holds the glyphs in the order asked for") {
  const auto* face = cjk();
  if (!face)
    return;
  const CffTable all(cff_of(*face));
  const auto bytes = cff_subset(cff_of(*face), "Subset", glyphs);
  const CffTable subset({bytes, "Subset"});
  REQUIRE(subset.glyphs().count() == glyphs.size());
  CHECK(subset.global_subrs().count() == 0);
  for (std::uint16_t i = 0; i < glyphs.size(); ++i) {
    CHECK(subset.glyphs()[i].view() == flat_outline(all, glyphs[i]));
    // Nothing is left to put in or to leave out.
    CHECK(subset.glyphs()[i].view() == flat_outline(subset, i));
    CHECK(widths_of(subset, i) == widths_of(all, glyphs[i]));
  }
  CHECK(bytes.size() < 4'000);
}

TEST_CASE("a CFF table cut anywhere is an error, never a read beyond its end") {
  const auto* face = cjk();
  if (!face)
    return;
  const auto bytes = cff_subset(cff_of(*face), "Subset", glyphs);
  for (std::size_t size = 0; size < bytes.size(); size += 3) {
    const std::string cut(bytes, 0, size);  // of its own, so that ASan sees its end
    const auto error = error_of([&] {
      cff_subset({cut, "Cut"}, "Subset", std::array<std::uint16_t, 5>{0, 1, 2, 3, 4});
    });
    CHECK(error.starts_with("font Cut: "));
  }
}

TEST_CASE("a CFF table full of nonsense is an error or a font, never a crash") {
  const auto* face = cjk();
  if (!face)
    return;
  const auto good = cff_subset(cff_of(*face), "Subset", glyphs);
  for (std::size_t at = 0; at < good.size(); at += 2) {
    auto bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1 + at % 255));
    error_of([&] {
      cff_subset({bytes, "Odd"}, "Subset", std::array<std::uint16_t, 5>{0, 1, 2, 3, 4});
    });
  }
  SUCCEED();
}

}  // namespace trialsheet
