// Svg: a page of a sheet as a picture for a screen: the same glyphs at the same places.

#pragma once

#include <string>

#include "page/page.hpp"

namespace trialsheet {

class FontSet;

/// One <svg> element of page `index` of `sheet`, to stand in an HTML page. Letters are
/// outlines, so nothing is loaded; no style, script, link or id that another page of the
/// same sheet has. It is hidden from screen readers, for a picture of text tells them
/// nothing. `fonts` is the set that the sheet was laid out with; the result is
/// deterministic.
std::string to_svg(const Sheet& sheet, int index, const FontSet& fonts);

}  // namespace trialsheet
