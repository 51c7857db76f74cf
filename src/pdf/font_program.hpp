// Fonts of one document: which glyphs it shows under which codes, and the PDF fonts made
// of them at the end (ISO 32000-1, 9.7: Type 0 fonts with a CIDFont of TrueType or CFF
// outlines).
//
// A code is a CID is the glyph's number in the embedded file. The first codes are the
// usual ones of the face; a document that shows nothing else of it embeds the font that
// all such documents share. Further codes are handed out on first use, one for each pair
// of glyph and text: a glyph that stands for two texts is embedded twice, which costs
// less than a replacement text around each of its uses.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/document.hpp"
#include "pdf/pdf_face.hpp"

namespace trialsheet {

class PdfFonts;

class FontProgram {
 public:
  /// `name` is that of the font in content streams, without its '/'.
  FontProgram(const PdfFace& face, std::string name);

  const std::string& name() const { return name_; }

  /// The code under which `glyph`, standing for `text`, is shown. Throws
  /// Error{Fault::setup} for glyph 0, which says that a character is missing.
  std::uint16_t code(std::uint16_t glyph, std::string_view text) {
    if (text.size() == 1)
      return letter(glyph, text[0]).code;
    const auto usual = face_.usual_code(glyph, text);
    if (usual == 0)
      return own_code(glyph, text);
    is_shown_[usual] = 1;
    return usual;
  }

  /// The same for a glyph that stands for one byte, and how far the pen moves.
  PdfFace::Usual letter(std::uint16_t glyph, const char& byte) {
    if (const auto* usual = face_.usual_letter(glyph, byte)) {
      is_shown_[usual->code] = 1;
      return *usual;
    }
    const auto code = own_code(glyph, {&byte, 1});
    return {code, byte, width(code)};
  }

  /// Whether the font has a glyph that draws nothing, and the code under which it is
  /// shown, standing for `text`.
  bool has_blank() const { return face_.blank() != 0; }
  std::uint16_t blank_code(std::string_view text) { return code(face_.blank(), text); }

  /// How far the pen moves after a code, in thousandths of an em.
  int width(std::uint16_t code) const {
    const auto& usual = face_.usual();
    return code < usual.size() ? usual[code].width : own_[code - usual.size()].width;
  }

  /// Writes the font and everything below it, and returns it.
  Id write(Document& document) const;

 private:
  std::uint16_t own_code(std::uint16_t glyph, std::string_view text);
  EmbeddedFont own_font() const;
  Id write(Document& document, const EmbeddedFont& font) const;
  Id write_descriptor(Document& document, const EmbeddedFont& font) const;
  Id write_descendant(Document& document, const EmbeddedFont& font) const;

  const PdfFace& face_;
  std::string name_;
  std::vector<char> is_shown_;   ///< by code: 0 or 1
  std::vector<CodedGlyph> own_;  ///< by code, from the first behind the usual ones
  /// Own codes of one glyph form a chain; 0 ends it.
  std::vector<std::uint16_t> first_code_;  ///< by glyph; empty while there are none
  std::vector<std::uint16_t> next_code_;   ///< by code, as own_
};

/// All fonts of one document, by their index in the font set, in order of first use.
class DocumentFonts {
 public:
  explicit DocumentFonts(const PdfFonts& fonts) : fonts_(fonts) {}

  FontProgram& at(int index);

  /// Writes every font used and returns the entries of the resources that name them.
  Dictionary write(Document& document) const;

 private:
  const PdfFonts& fonts_;
  std::map<int, FontProgram> used_;
};

}  // namespace trialsheet
