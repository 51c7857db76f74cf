// Faces as PDFs embed them.

#include "pdf/pdf_face.hpp"

#include <utility>

#include "base/hash.hpp"
#include "page/font.hpp"
#include "pdf/syntax.hpp"
#include "pdf/to_unicode.hpp"

namespace trialsheet {

namespace {

/// "ABCDEF+" before the name says that the font is a subset (9.6.4). The letters come
/// from the file itself, so that two different subsets of a font never share a name.
std::string subset_tag(std::string_view file) {
  auto value = hash(file).low;
  std::string tag;
  for (int i = 0; i < 6; ++i, value /= 26)
    tag += static_cast<char>('A' + value % 26);
  return tag + '+';
}

std::string width_array(std::span<const CodedGlyph> glyphs) {
  Syntax array;
  array.raw("[0[");
  for (const auto& glyph : glyphs)
    array.integer(glyph.width);
  return array.raw("]]").take();
}

std::vector<std::uint16_t> numbers(std::span<const CodedGlyph> glyphs) {
  std::vector<std::uint16_t> out;
  for (const auto& glyph : glyphs)
    out.push_back(glyph.glyph);
  return out;
}

}  // namespace

EmbeddedFont embed(const TrueType& font, std::span<const CodedGlyph> glyphs,
                   const std::vector<bool>& is_shown) {
  const auto file = font.subset(numbers(glyphs), is_shown);
  return {subset_tag(file) + font.postscript_name(), deflated(file),
          static_cast<int>(file.size()), width_array(glyphs),
          deflated(to_unicode_map(glyphs))};
}

PdfFace::PdfFace(const FontSet& fonts, int index)
    : font_(fonts.face(index)), blank_(font_.blank()) {
  usual_.push_back({0, {}, font_.advance(0)});
  for (auto& [glyph, text] : fonts.usual_glyphs(index)) {
    if (codes_.size() <= glyph)
      codes_.resize(std::size_t{glyph} + 1);
    if (codes_[glyph].code != 0)
      continue;
    codes_[glyph] = {static_cast<std::uint16_t>(usual_.size()),
                     text.size() == 1 ? text[0] : '\0', font_.advance(glyph)};
    usual_.push_back({glyph, std::move(text), codes_[glyph].width});
  }
}

const EmbeddedFont& PdfFace::usual_font() const {
  std::call_once(made_, [&] {
    usual_font_ = embed(font_, usual_, std::vector<bool>(usual_.size(), true));
  });
  return usual_font_;
}

}  // namespace trialsheet
