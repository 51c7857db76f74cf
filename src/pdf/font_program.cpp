// Fonts of one document: codes, and the five objects of a Type 0 font.

#include "pdf/font_program.hpp"

#include <array>

#include "base/error.hpp"
#include "pdf/pdf_fonts.hpp"

namespace trialsheet {

namespace {

constexpr std::size_t most_codes = 0xFFFF;

/// The thickness of upright strokes is nowhere in a font file; this is what their weights
/// mostly have (Noto Sans: 400 is 92, 700 is 160). Viewers use it only to imitate a font.
int stem_thickness(int weight) {
  return weight * 23 / 100;
}

}  // namespace

FontProgram::FontProgram(const PdfFace& face, std::string name)
    : face_(face), name_(std::move(name)), is_shown_(face.usual().size(), 0) {}

std::uint16_t FontProgram::own_code(std::uint16_t glyph, std::string_view text) {
  const auto& font = face_.font();
  if (glyph == 0 || glyph >= font.glyph_count())
    throw Error(Fault::setup, "font " + font.postscript_name(),
                "a text asks for a glyph that it does not have");
  const auto usual = face_.usual().size();
  first_code_.resize(static_cast<std::size_t>(font.glyph_count()), 0);
  for (auto code = first_code_[glyph]; code != 0; code = next_code_[code - usual])
    if (own_[code - usual].text == text)
      return code;
  if (is_shown_.size() >= most_codes)
    throw Error(Fault::setup, "font " + font.postscript_name(),
                "a document shows more than 65534 of its glyphs");
  const auto code = static_cast<std::uint16_t>(is_shown_.size());
  own_.push_back({glyph, std::string(text), font.advance(glyph)});
  is_shown_.push_back(1);
  next_code_.push_back(first_code_[glyph]);
  first_code_[glyph] = code;
  return code;
}

EmbeddedFont FontProgram::own_font() const {
  auto glyphs = face_.usual();
  glyphs.insert(glyphs.end(), own_.begin(), own_.end());
  return embed(face_.font(), glyphs, {is_shown_.begin(), is_shown_.end()});
}

Id FontProgram::write(Document& document) const {
  return own_.empty() ? write(document, face_.usual_font()) : write(document, own_font());
}

Id FontProgram::write(Document& document, const EmbeddedFont& font) const {
  Dictionary entries;
  entries.set("Type", Name{"Font"}).set("Subtype", Name{"Type0"});
  entries.set("BaseFont", Name{font.name}).set("Encoding", Name{"Identity-H"});
  entries.set("DescendantFonts", std::array{write_descendant(document, font)});
  return document.add(entries.set("ToUnicode", document.add({}, font.to_unicode)));
}

/// FontDescriptor (9.8) with the font file.
Id FontProgram::write_descriptor(Document& document, const EmbeddedFont& font) const {
  constexpr int symbolic = 4;  // its characters are not those of a standard encoding
  const bool is_cff = face_.font().is_cff();
  Dictionary program;
  if (is_cff)
    program.set("Subtype", Name{"CIDFontType0C"});
  else
    program.set("Length1", font.program_size);
  const auto& metrics = face_.font().metrics();
  Syntax box;
  box.raw("[").integer(metrics.left).integer(metrics.bottom);
  box.integer(metrics.right).integer(metrics.top).raw("]");
  Dictionary descriptor;
  descriptor.set("Type", Name{"FontDescriptor"}).set("FontName", Name{font.name});
  descriptor.set("Flags", symbolic).set("FontBBox", Raw{box.str()});
  descriptor.set("ItalicAngle", 0).set("Ascent", metrics.ascent);
  descriptor.set("Descent", metrics.descent).set("CapHeight", metrics.cap_height);
  descriptor.set("StemV", stem_thickness(metrics.weight));
  return document.add(descriptor.set(is_cff ? "FontFile3" : "FontFile2",
                                     document.add(program, font.program)));
}

/// CIDFont (9.7.4). For TrueType, Identity is written out: PDF/A asks for it (ISO
/// 19005-3, 6.2.11.3.2).
Id FontProgram::write_descendant(Document& document, const EmbeddedFont& font) const {
  const bool is_cff = face_.font().is_cff();
  Dictionary entries;
  entries.set("Type", Name{"Font"});
  entries.set("Subtype", Name{is_cff ? "CIDFontType0" : "CIDFontType2"});
  entries.set("BaseFont", Name{font.name});
  entries.set("CIDSystemInfo",
              Raw{"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"});
  if (!is_cff)
    entries.set("CIDToGIDMap", Name{"Identity"});
  entries.set("FontDescriptor", write_descriptor(document, font));
  return document.add(entries.set("W", Raw{font.width_array}));
}

FontProgram& DocumentFonts::at(int index) {
  if (const auto found = used_.find(index); found != used_.end())
    return found->second;
  return used_.try_emplace(index, fonts_.face(index), "F" + std::to_string(index))
      .first->second;
}

Dictionary DocumentFonts::write(Document& document) const {
  Syntax fonts;
  fonts.raw("<<");
  for (const auto& [index, font] : used_)
    fonts.name(font.name()).reference(font.write(document));
  Dictionary resources;
  return resources.set("Font", Raw{fonts.raw(">>").str()});
}

}  // namespace trialsheet
