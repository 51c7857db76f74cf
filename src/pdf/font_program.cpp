// Fonts of one document: codes, and the five objects of a Type 0 font.

#include "pdf/font_program.hpp"

#include <array>

#include "base/error.hpp"
#include "base/hash.hpp"
#include "page/font.hpp"
#include "pdf/to_unicode.hpp"

namespace trialsheet {

namespace {

constexpr std::size_t most_codes = 0xFFFF;

/// "ABCDEF+" before the name says that the font is a subset (9.6.4). The letters come
/// from the file itself, so that two different subsets of a font never share a name.
std::string subset_tag(std::string_view file) {
  auto value = hash(file).low;
  std::string tag;
  for (int i = 0; i < 6; ++i, value /= 26)
    tag += static_cast<char>('A' + value % 26);
  return tag + '+';
}

/// The thickness of upright strokes is nowhere in a font file; this is what their weights
/// mostly have (Noto Sans: 400 is 92, 700 is 160). Viewers use it only to imitate a font.
int stem_thickness(int weight) {
  return weight * 23 / 100;
}

/// The codes' widths from code 0 on (9.7.4.3).
std::string width_array(const std::vector<int>& widths) {
  Syntax array;
  array.raw("[0[");
  for (const int width : widths)
    array.integer(width);
  return array.raw("]]").take();
}

}  // namespace

FontProgram::FontProgram(const Face& face, std::string name)
    : name_(std::move(name)),
      font_(face),
      blank_(font_.blank()),
      glyphs_{0},
      texts_{""},
      widths_{font_.advance(0)},
      first_code_(static_cast<std::size_t>(font_.glyph_count()), 0),
      next_code_{0} {}

std::uint16_t FontProgram::code(std::uint16_t glyph, std::string_view text) {
  if (glyph == 0 || glyph >= first_code_.size())
    throw Error(Fault::setup, "font " + font_.postscript_name(),
                "a text asks for a glyph that it does not have");
  for (auto code = first_code_[glyph]; code != 0; code = next_code_[code])
    if (texts_[code] == text)
      return code;
  if (glyphs_.size() >= most_codes)
    throw Error(Fault::setup, "font " + font_.postscript_name(),
                "a document shows more than 65534 of its glyphs");
  const auto code = static_cast<std::uint16_t>(glyphs_.size());
  glyphs_.push_back(glyph);
  texts_.emplace_back(text);
  widths_.push_back(font_.advance(glyph));
  next_code_.push_back(first_code_[glyph]);
  first_code_[glyph] = code;
  return code;
}

Id FontProgram::write(Haru& haru) const {
  const auto file = font_.subset(glyphs_);
  const auto base_font = subset_tag(file) + font_.postscript_name();
  const auto descriptor = write_descriptor(haru, base_font, file);
  const auto descendant = write_descendant(haru, base_font, descriptor);
  const auto font = haru.add();
  haru.set(font, "Type", Name{"Font"});
  haru.set(font, "Subtype", Name{"Type0"});
  haru.set(font, "BaseFont", Name{base_font});
  haru.set(font, "Encoding", Name{"Identity-H"});
  haru.set(font, "DescendantFonts", std::array{descendant});
  haru.set(font, "ToUnicode", haru.add(deflated(to_unicode_map(texts_))));
  return font;
}

/// FontDescriptor (9.8) with the font file.
Id FontProgram::write_descriptor(Haru& haru, const std::string& base_font,
                                 const std::string& file) const {
  constexpr int symbolic = 4;  // its characters are not those of a standard encoding
  const auto program = haru.add(deflated(file));
  if (font_.is_cff())
    haru.set(program, "Subtype", Name{"CIDFontType0C"});
  else
    haru.set(program, "Length1", static_cast<int>(file.size()));
  const auto& metrics = font_.metrics();
  Syntax box;
  box.raw("[").integer(metrics.left).integer(metrics.bottom);
  box.integer(metrics.right).integer(metrics.top).raw("]");
  const auto descriptor = haru.add();
  haru.set(descriptor, "Type", Name{"FontDescriptor"});
  haru.set(descriptor, "FontName", Name{base_font});
  haru.set(descriptor, "Flags", symbolic);
  haru.set(descriptor, "FontBBox", Raw{box.str()});
  haru.set(descriptor, "ItalicAngle", 0);
  haru.set(descriptor, "Ascent", metrics.ascent);
  haru.set(descriptor, "Descent", metrics.descent);
  haru.set(descriptor, "CapHeight", metrics.cap_height);
  haru.set(descriptor, "StemV", stem_thickness(metrics.weight));
  haru.set(descriptor, font_.is_cff() ? "FontFile3" : "FontFile2", program);
  return descriptor;
}

/// CIDFont (9.7.4). For TrueType, Identity is written out: PDF/A asks for it (ISO
/// 19005-3, 6.2.11.3.2).
Id FontProgram::write_descendant(Haru& haru, const std::string& base_font,
                                 Id descriptor) const {
  const auto font = haru.add();
  haru.set(font, "Type", Name{"Font"});
  haru.set(font, "Subtype", Name{font_.is_cff() ? "CIDFontType0" : "CIDFontType2"});
  haru.set(font, "BaseFont", Name{base_font});
  haru.set(font, "CIDSystemInfo",
           Raw{"<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"});
  if (!font_.is_cff())
    haru.set(font, "CIDToGIDMap", Name{"Identity"});
  haru.set(font, "FontDescriptor", descriptor);
  haru.set(font, "W", Raw{width_array(widths_)});
  return font;
}

FontProgram& DocumentFonts::at(int index) {
  if (const auto found = used_.find(index); found != used_.end())
    return found->second;
  if (index < 0 || index >= fonts_.size())
    throw Error(Fault::setup, "fonts",
                "the page was laid out with other fonts than it is written with");
  return used_.try_emplace(index, fonts_.face(index), "F" + std::to_string(index))
      .first->second;
}

Id DocumentFonts::write_resources(Haru& haru) const {
  Syntax fonts;
  fonts.raw("<<");
  for (const auto& [index, font] : used_)
    fonts.name(font.name()).reference(font.write(haru));
  const auto resources = haru.add();
  haru.set(resources, "Font", Raw{fonts.raw(">>").str()});
  return resources;
}

}  // namespace trialsheet
