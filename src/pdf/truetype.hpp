// A TrueType or OpenType font as the PDF needs it: metrics for its dictionaries, and a
// small font with nothing but the glyphs of one document.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "pdf/sfnt.hpp"

namespace trialsheet {

struct Face;

class TrueType {
 public:
  /// Distances in thousandths of an em, as PDF counts them.
  struct Metrics {
    int left = 0;
    int bottom = 0;
    int right = 0;
    int top = 0;
    int ascent = 0;
    int descent = 0;
    int cap_height = 0;
    int weight = 400;
  };

  /// Throws Error{Fault::setup} if `face` is damaged, has no outlines of glyf or CFF, or
  /// forbids to be embedded as a subset. Refers to the face's data.
  explicit TrueType(const Face& face);

  const Metrics& metrics() const { return metrics_; }

  /// Regular ASCII characters only, never empty.
  const std::string& postscript_name() const { return postscript_name_; }

  int glyph_count() const { return glyph_count_; }

  /// In thousandths of an em, rounded.
  int advance(std::uint16_t glyph) const;

  /// Whether its outlines are PostScript's; subset() then gives a bare CFF font.
  bool is_cff() const { return !cff_.empty(); }

  /// A glyph that draws nothing, as the space does; 0 if there is none.
  std::uint16_t blank() const;

  /// A font file whose glyph i is `glyphs[i]`; parts of composite glyphs follow after.
  /// Glyphs may repeat. Without hints: they are half of a font and paper needs none.
  /// Where `is_shown`, by new number, is false a glyph keeps number and width without an
  /// outline; what it does not reach to is shown.
  std::string subset(std::span<const std::uint16_t> glyphs,
                     const std::vector<bool>& is_shown) const;

 private:
  class Subset;

  SfntBytes table(std::string_view tag) const;
  SfntBytes outline(std::uint16_t glyph) const;
  std::size_t outline_start(std::size_t glyph) const;
  int thousandths(int units) const;
  void read_layout_tables();
  void read_metrics();

  SfntBytes file_;
  std::size_t directory_;  ///< of its tables; a collection has several
  SfntBytes head_;
  SfntBytes hmtx_;
  SfntBytes loca_;
  SfntBytes glyf_;
  SfntBytes cff_;
  int glyph_count_ = 0;
  int metrics_count_ = 0;
  int units_per_em_ = 1000;
  Metrics metrics_;
  std::string postscript_name_;
};

}  // namespace trialsheet
