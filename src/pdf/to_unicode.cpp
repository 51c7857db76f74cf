// ToUnicode: single bfchar entries, because codes follow first use and seldom form
// ranges.

#include "pdf/to_unicode.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "pdf/pdf_face.hpp"
#include "pdf/syntax.hpp"

namespace trialsheet {

namespace {

constexpr std::string_view head =
    "/CIDInit /ProcSet findresource begin\n"
    "12 dict begin\n"
    "begincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n"
    "/CMapType 2 def\n"
    "1 begincodespacerange\n"
    "<0000> <FFFF>\n"
    "endcodespacerange\n";

constexpr std::string_view tail =
    "endcmap\n"
    "CMapName currentdict /CMap defineresource pop\n"
    "end\n"
    "end\n";

constexpr std::size_t most_entries = 100;  // in one section (9.7.5.4, note on bfchar)

bool is_private(char32_t code) {
  return (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000;
}

bool may_stand(char32_t code) {
  return code != 0 && code != 0xFEFF && code != 0xFFFE && !is_private(code);
}

std::string permitted(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, length] = character_at(text, at);
    at += length;
    out += to_utf8(may_stand(code) ? code : 0xFFFD);
  }
  return out;
}

std::string two_bytes(std::size_t code) {
  return {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
}

}  // namespace

std::string to_unicode_map(std::span<const CodedGlyph> glyphs) {
  Syntax map;
  map.raw(head);
  for (std::size_t code = 1; code < glyphs.size();) {
    const auto end = std::min(code + most_entries, glyphs.size());
    map.integer(static_cast<std::int64_t>(end - code)).word("beginbfchar\n");
    for (; code < end; ++code)
      map.hex(two_bytes(code)).hex(utf16be(permitted(glyphs[code].text))).raw("\n");
    map.raw("endbfchar\n");
  }
  return map.raw(tail).take();
}

}  // namespace trialsheet
