// A face as PDFs embed it: read once, and with its usual glyphs made ready for every
// document.

#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/deflate.hpp"
#include "pdf/truetype.hpp"

namespace trialsheet {

class FontSet;

/// What a code of an embedded font shows and means.
struct CodedGlyph {
  std::uint16_t glyph = 0;
  std::string text;
  int width = 0;  ///< how far the pen moves, in thousandths of an em
};

/// The parts of a PDF font (ISO 32000-1, 9.7) that cost time to make.
struct EmbeddedFont {
  std::string name;         ///< of the subset: "ABCDEF+NotoSans-Regular"
  Stream program;           ///< the font file
  int program_size = 0;     ///< before it was deflated
  std::string width_array;  ///< the widths of the codes from 0 on (9.7.4.3)
  Stream to_unicode;
};

/// `glyphs` as a font of which code i shows glyph i. Those that are not shown keep their
/// codes and lose their outlines.
EmbeddedFont embed(const TrueType& font, std::span<const CodedGlyph> glyphs,
                   const std::vector<bool>& is_shown);

/// Codes 1 to usual().size() - 1 are the same in every document, so that one font file
/// serves all those that show nothing else. Safe to use from any number of threads.
class PdfFace {
 public:
  /// Throws Error{Fault::setup} if the face cannot be embedded. Refers to `fonts`.
  PdfFace(const FontSet& fonts, int index);

  const TrueType& font() const { return font_; }

  /// A glyph that draws nothing, as the space does; 0 if there is none.
  std::uint16_t blank() const { return blank_; }

  /// By code; 0 is .notdef.
  const std::vector<CodedGlyph>& usual() const { return usual_; }

  /// A usual glyph by itself.
  struct Usual {
    std::uint16_t code = 0;  ///< 0: it is none
    char letter = 0;         ///< its text, if that is of one byte
    int width = 0;
  };

  /// `glyph` if it is usual and stands for the one byte `letter`; else nullptr.
  const Usual* usual_letter(std::uint16_t glyph, char letter) const {
    const bool is_one = glyph < codes_.size() && codes_[glyph].letter == letter;
    return is_one && letter != 0 ? &codes_[glyph] : nullptr;
  }

  /// The code under which `glyph`, standing for `text`, is usual; 0 if it is not.
  std::uint16_t usual_code(std::uint16_t glyph, std::string_view text) const {
    if (glyph >= codes_.size())
      return 0;
    const auto code = codes_[glyph].code;
    return code != 0 && usual_[code].text == text ? code : std::uint16_t{0};
  }

  /// The font of all usual glyphs. Made when first asked for.
  const EmbeddedFont& usual_font() const;

 private:
  TrueType font_;
  std::uint16_t blank_;
  std::vector<CodedGlyph> usual_;
  std::vector<Usual> codes_;  ///< by glyph, as far as there are usual ones
  mutable std::once_flag made_;
  mutable EmbeddedFont usual_font_;
};

}  // namespace trialsheet
