// Fonts of one document: which glyphs it shows under which codes, and the PDF fonts made
// of them at the end (ISO 32000-1, 9.7: Type 0 fonts with a CIDFont of TrueType or CFF
// outlines).
//
// A code is a CID is the glyph's number in the embedded file. Codes are handed out on
// first use, one for each pair of glyph and text: a glyph that stands for two texts is
// embedded twice, which costs less than a replacement text around each of its uses.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/haru.hpp"
#include "pdf/truetype.hpp"

namespace trialsheet {

class FontSet;

class FontProgram {
 public:
  /// `name` is that of the font in content streams, without its '/'.
  FontProgram(const Face& face, std::string name);

  const std::string& name() const { return name_; }

  /// The code under which `glyph`, standing for `text`, is shown. Throws
  /// Error{Fault::setup} for glyph 0, which says that a character is missing.
  std::uint16_t code(std::uint16_t glyph, std::string_view text);

  /// Whether the font has a glyph that draws nothing, and the code under which it is
  /// shown, standing for `text`.
  bool has_blank() const { return blank_ != 0; }
  std::uint16_t blank_code(std::string_view text) { return code(blank_, text); }

  /// How far the pen moves after a code, in thousandths of an em.
  int width(std::uint16_t code) const { return widths_[code]; }

  /// Writes the font and everything below it, and returns it.
  Id write(Haru& haru) const;

 private:
  Id write_descriptor(Haru& haru, const std::string& base_font,
                      const std::string& file) const;
  Id write_descendant(Haru& haru, const std::string& base_font, Id descriptor) const;

  std::string name_;
  TrueType font_;
  std::uint16_t blank_;                ///< glyph that draws nothing, or 0
  std::vector<std::uint16_t> glyphs_;  ///< by code
  std::vector<std::string> texts_;     ///< by code
  std::vector<int> widths_;            ///< by code
  /// Codes of one glyph form a chain; 0 ends it, as code 0 is never shown.
  std::vector<std::uint16_t> first_code_;  ///< by glyph
  std::vector<std::uint16_t> next_code_;   ///< by code
};

/// All fonts of one document, by their index in the font set, in order of first use.
class DocumentFonts {
 public:
  explicit DocumentFonts(const FontSet& fonts) : fonts_(fonts) {}

  FontProgram& at(int index);

  /// Writes every font used and returns the resources that name them.
  Id write_resources(Haru& haru) const;

 private:
  const FontSet& fonts_;
  std::map<int, FontProgram> used_;
};

}  // namespace trialsheet
