// Tests of reading TrueType fonts and of taking glyphs out of them.

#include "pdf/truetype.hpp"

#include <array>
#include <catch2/catch.hpp>

#include "pdf/sample.hpp"

namespace trialsheet {

namespace {

using sample::error_of;
using sample::glyph_of;

const Face& noto() {
  return sample::fonts().face(0);
}

/// Noto Sans with the bytes at `at` replaced.
std::string changed(std::size_t at, std::string_view bytes) {
  return std::string(noto().data).replace(at, bytes.size(), bytes);
}

std::size_t table_start(std::string_view tag) {
  const auto table = sfnt_table({noto().data, "Noto"}, tag);
  return static_cast<std::size_t>(table.view().data() - noto().data.data());
}

/// Where the directory names a table.
std::size_t table_record(std::string_view tag) {
  return noto().data.find(tag);
}

std::string load_error(std::string_view data) {
  return error_of([&] { TrueType(Face{"Odd Sans", data}); });
}

/// What TrueType::subset() is told nothing of is shown.
const std::vector<bool> all_shown;

}  // namespace

TEST_CASE("metrics are in thousandths of an em") {
  const TrueType font(noto());
  CHECK(font.postscript_name() == "NotoSans-Regular");
  CHECK(font.advance(glyph_of(noto(), 'A')) == 639);
  CHECK(font.metrics().ascent == 1069);
  CHECK(font.metrics().descent == -293);
  CHECK(font.metrics().cap_height == 714);
}

TEST_CASE("a subset holds the glyphs in the order asked for, also twice") {
  const TrueType font(noto());
  const auto a = glyph_of(noto(), 'A');
  const auto b = glyph_of(noto(), 'b');
  const auto file = font.subset(std::array<std::uint16_t, 4>{0, b, a, b}, all_shown);
  const TrueType subset(Face{"Subset", file});
  CHECK(subset.glyph_count() == 4);
  CHECK(subset.advance(1) == font.advance(b));
  CHECK(subset.advance(2) == font.advance(a));
  CHECK(subset.advance(3) == font.advance(b));
  CHECK(sfnt_checksum(file) == 0xB1B0AFBA);
  CHECK(file.size() < 2000);
}

TEST_CASE("what is not shown keeps number and width and loses its outline") {
  const TrueType font(noto());
  const std::array<std::uint16_t, 3> glyphs{0, glyph_of(noto(), 'A'),
                                            glyph_of(noto(), 'b')};
  const auto file = font.subset(glyphs, {true, false, true});
  const TrueType subset(Face{"Subset", file});
  CHECK(subset.glyph_count() == 3);
  CHECK(subset.advance(1) == font.advance(glyphs[1]));
  CHECK(subset.blank() == 1);
  CHECK(file.size() < font.subset(glyphs, all_shown).size());
}

TEST_CASE("parts of composite glyphs come along behind the glyphs asked for") {
  const TrueType font(noto());
  const auto file =
      font.subset(std::array<std::uint16_t, 2>{0, glyph_of(noto(), 0x1EC7)}, all_shown);
  const TrueType subset(Face{"Subset", file});
  CHECK(subset.glyph_count() > 2);
  // Taking all glyphs of the subset once more adds none: nothing is missing in it.
  std::vector<std::uint16_t> all(static_cast<std::size_t>(subset.glyph_count()));
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = static_cast<std::uint16_t>(i);
  CHECK(subset.subset(all, all_shown) == file);
}

TEST_CASE("fonts that cannot be embedded are refused with the reason") {
  CHECK(load_error(changed(0, "wOFF")) ==
        "font Odd Sans: it is no TrueType or OpenType font");
  CHECK(error_of([&] {
          TrueType(Face{"Odd Sans", changed(0, "ttcf"), 70'000'000});
        }) ==
        "font Odd Sans: the collection has fewer faces than fonts/fonts.json asks for");
  CHECK(load_error(changed(table_record("glyf"), "gone")) ==
        "font Odd Sans: it has no outlines");
  const auto restricted = std::string_view("\0\x02", 2);
  CHECK(load_error(changed(table_start("OS/2") + 8, restricted)) ==
        "font Odd Sans: its licence flags (OS/2 fsType) forbid to embed a subset of it");
  CHECK(load_error(changed(table_start("OS/2") + 8, std::string_view("\x01\0", 2))) ==
        "font Odd Sans: its licence flags (OS/2 fsType) forbid to embed a subset of it");
  CHECK(load_error("") == "font Odd Sans: the file ends inside a table");
}

TEST_CASE("a file cut anywhere is an error, never a read beyond its end") {
  const auto outlines = sfnt_table({noto().data, "Noto"}, "glyf").view();
  const auto all = noto().data.substr(0, table_start("glyf") + outlines.size());
  for (std::size_t size = 0; size < all.size(); size += size < 600 ? 7 : 4999) {
    const std::string cut(all.substr(0, size));  // of its own, so that ASan sees its end
    CHECK_FALSE(load_error(cut).empty());
  }
}

TEST_CASE("outlines full of nonsense are errors or glyphs, never a crash") {
  auto data = std::string(noto().data);
  const auto glyf = table_start("glyf");
  for (std::size_t i = 0; i < 60'000; ++i)
    data[glyf + i] = static_cast<char>((i * 2654435761U) >> 13);
  const Face odd{"Odd Sans", data};  // outlives the font, which keeps its name
  const TrueType font(odd);
  for (std::uint16_t glyph = 0; glyph < 400; ++glyph)
    error_of([&] { font.subset(std::array<std::uint16_t, 2>{0, glyph}, all_shown); });
}

}  // namespace trialsheet
