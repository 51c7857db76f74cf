// The letterhead: the strip at the head of a branded sheet, and the lines at its foot.
//
// It is set before anything else of the sheet, and what it leaves of the paper is the
// paper that the sheet is fitted on.

#pragma once

#include <optional>
#include <vector>

#include "page/blocks.hpp"
#include "page/brand.hpp"

namespace trialsheet {

class Letterhead {
 public:
  /// Refers to texts that `setter` remembers. `layout` is already in the brand's colour.
  Letterhead(const Brand& brand, const Layout& layout, const Paper& paper,
             BrandExtent extent, Setter& setter);

  /// The paper with what is left of its text box.
  Paper rest() const;

  void paint_head(Painter& painter) const { paint(painter, head_, paper_->text_at); }
  void paint_foot(Painter& painter) const;

  /// The same as strips, for a sheet that goes on from page to page.
  Strip head_strip() const;
  Strip foot_strip() const;

  bool has_foot() const { return !foot_.lines.empty(); }

 private:
  struct Line {
    const SetText* text;
    std::string language;
    Point at;  ///< from the corner of its part
    Align align = Align::start;
  };
  struct Part {
    std::vector<Line> lines;
    std::optional<Box> logo;  ///< likewise
    std::vector<Box> rules;
    Length height;
  };

  Length set_name(std::vector<Line>& lines, Length left, Length width) const;
  Length set_contact(std::vector<Line>& lines, Point at, Length width, Align align) const;
  Length set_least(std::vector<Line>& lines) const;
  Length set_beside(std::vector<Line>& lines, Length left) const;
  Length set_below(std::vector<Line>& lines, Length left) const;
  void add(std::vector<Line>& lines, const std::string& text, const TextStyle& style,
           Point at, Length width, Align align = Align::start) const;
  void add_to_foot(const SetText& text, const std::string& language, Length& used);
  Box logo_box() const;
  void set_head(BrandExtent extent);
  void set_foot(BrandExtent extent);
  void paint(Painter& painter, const Part& part, Point at) const;

  const Brand* brand_;
  const Layout* layout_;
  const Paper* paper_;
  Setter* setter_;
  Length width_;
  Part head_;
  Part foot_;
};

/// From the left edge of the first column to the right edge of the last.
Length text_width(const Layout& layout);

/// `layout` with the brand's accent in place of its own.
Layout in_colors_of(const Brand& brand, Layout layout);

/// The strips of a brand's extra page, `width` wide.
Strips assistance_strips(const Brand& brand, const Layout& layout, Length width,
                         Setter& setter);

/// Adds the extra page of a brand, or as many as it needs, at the end of a sheet. With a
/// letterhead, whose rest() the paper then is, there is one in any case, and that around
/// it.
void add_assistance_pages(Sheet& sheet, const Brand& brand, const Layout& layout,
                          const Paper& paper, Setter& setter,
                          const Letterhead* letterhead = nullptr);

}  // namespace trialsheet
