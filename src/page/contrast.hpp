// Contrast of colours on white paper (WCAG 2, "contrast ratio").

#pragma once

#include "page/page.hpp"

namespace trialsheet {

/// What text needs to be read well (WCAG 2, 1.4.6).
constexpr double least_contrast = 7;

/// From 1, white, to 21, black.
double contrast_on_white(const Color& color);

/// The lightest colour of the same hue, no lighter than `color`, that has least_contrast.
Color dark_enough(const Color& color);

/// "#0F3460".
std::string hex_of(const Color& color);

}  // namespace trialsheet
