// fit: a summary on the pages that its layout promises.

#pragma once

#include <string_view>

#include "base/note.hpp"
#include "page/brand.hpp"
#include "page/choice.hpp"
#include "page/layout.hpp"
#include "page/page.hpp"
#include "page/shape.hpp"
#include "summary/summary.hpp"

namespace trialsheet {

/// The placed sheet, and what was chosen for it.
struct Fitted {
  Sheet sheet;
  Choice choice;
  BrandExtent brand = BrandExtent::all;  ///< how much of the brand there was room for
};

/// Places `summary` on pages of `paper`, one of the layout's papers: on one, or where the
/// layout has any number, on as many as all of it needs in its fullest wordings.
///
/// On one, room is made by shorter wordings, then by fewer statements, lowest rank first,
/// never by type below the layout's sizes; spare room is given back as more statements,
/// air, larger type and writing lines (SHEET_DESIGN, section 6). Notes say what was
/// shortened, left out or printed as a code. Deterministic; one Shaper serves one thread
/// at a time. With a brand its letterhead stands around the sheet and its extra page
/// after it; of a brand that leaves no room for what no sheet may lack, only the least is
/// printed, and a note says so. Throws Error{Fault::overflow} with the missing height if
/// the parts that no sheet may lack do not fit, Error{Fault::request} if the layout has
/// no such paper.
Noted<Fitted> fit(const Summary& summary, const Layout& layout, std::string_view paper,
                  const Words& words, Shaper& shaper, const Brand* brand = nullptr);

}  // namespace trialsheet
