// Tests of the map from codes to characters.

#include "pdf/to_unicode.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "pdf/pdf_face.hpp"
#include "pdf/sample.hpp"

namespace trialsheet {

using sample::contains;

namespace {

std::string map_of(const std::vector<std::string>& texts) {
  std::vector<CodedGlyph> glyphs;
  for (const auto& text : texts)
    glyphs.push_back({1, text, 500});
  return to_unicode_map(glyphs);
}

}  // namespace

TEST_CASE("code 0 is not in the map, ligatures and supplementary planes are") {
  const auto map = map_of({"", "A", "ffi", "\U0001D400"});
  CHECK(contains(map,
                 "3 beginbfchar\n"
                 "<0001><0041>\n"
                 "<0002><006600660069>\n"
                 "<0003><D835DC00>\n"
                 "endbfchar\n"));
}

TEST_CASE("characters that PDF/UA and PDF/A forbid in the map are replaced") {
  for (const auto& text : {std::string(1, '\0'), std::string("\uFEFF"),
                           std::string("\uFFFE"), std::string("\uF0B7")})
    CHECK(contains(map_of({"", text}), "<0001><FFFD>"));
}

TEST_CASE("a section has at most a hundred entries") {
  const auto map = map_of(std::vector<std::string>(252, "x"));
  CHECK(sample::count(map, "100 beginbfchar\n") == 2);
  CHECK(sample::count(map, "\n51 beginbfchar\n") == 1);
}

}  // namespace trialsheet
