// What a layout must keep to beyond the form of its values: legible type, and every mark
// on the paper and beside the others.

#pragma once

#include "page/layout.hpp"
#include "page/layout_place.hpp"

namespace trialsheet {

/// A colour that is seen well on white paper: contrast 7:1 or more (WCAG 2, 1.4.6).
void check_contrast(const Color& color, const LayoutPlace& place);

/// A size of 10 points or more, and 12 where `is_body`; lines a fifth apart.
void check_type(Length size, const LayoutPlace& size_place, Length leading,
                const LayoutPlace& leading_place, bool is_body);

/// Sizes that go from large to small, and end where the styles begin.
void check_sizes(const Layout& layout, const LayoutPlace& root);

/// Headings that what follows does not run into.
void check_heading_row(const Layout& layout, const LayoutPlace& root);

/// Columns beside each other, on every paper within its margins.
void check_columns(const Layout& layout, const LayoutPlace& root);

/// Every block once, where room can be made for it.
void check_blocks(const Layout& layout, const LayoutPlace& root);

/// Columns as wide as what they show needs.
void check_widths(const Layout& layout, const LayoutPlace& root);

}  // namespace trialsheet
