// The glyphs that nearly every page shows.

#include <array>
#include <string_view>

#include "base/text.hpp"
#include "page/font.hpp"
#include "page/font_impl.hpp"
#include "page/shape.hpp"

namespace trialsheet {

namespace {

constexpr std::u32string_view marks = U"\u2019\u201C\u201D";
constexpr std::array<std::string_view, 5> ligatures = {"ff", "fi", "fl", "ffi", "ffl"};

void add(std::vector<UsualGlyph>& glyphs, const LoadedFace& face, char32_t code) {
  hb_codepoint_t glyph = 0;
  if (hb_font_get_nominal_glyph(face.font.get(), code, &glyph) != 0 && glyph != 0)
    glyphs.push_back({static_cast<std::uint16_t>(glyph), to_utf8(code)});
}

/// Ligatures have no character of their own: the font says what it makes of the letters.
void add(std::vector<UsualGlyph>& glyphs, Shaper& shaper, int face,
         std::string_view letters) {
  const auto& shaped = shaper.shape(letters, face, Direction::left_to_right);
  if (shaped.glyphs.size() == 1 && shaped.glyphs[0].id != 0)
    glyphs.push_back({shaped.glyphs[0].id, std::string(letters)});
}

}  // namespace

std::vector<UsualGlyph> FontSet::usual_glyphs(int index) const {
  const auto* loaded = impl_->loaded(index);
  std::vector<UsualGlyph> glyphs;
  if (!impl_->entries[static_cast<std::size_t>(index)].ranges.empty() ||
      loaded == nullptr)
    return glyphs;
  for (char32_t code = U' '; code <= U'~'; ++code)
    add(glyphs, *loaded, code);
  for (const auto code : marks)
    add(glyphs, *loaded, code);
  Shaper shaper(*this);
  for (const auto letters : ligatures)
    add(glyphs, shaper, index, letters);
  return glyphs;
}

}  // namespace trialsheet
