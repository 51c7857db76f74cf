// Luminance as WCAG 2 has it.

#include "page/contrast.hpp"

#include <fmt/format.h>

#include <cmath>

namespace trialsheet {

namespace {

/// The relative luminance of one part of a colour.
double linear(std::uint8_t part) {
  const double value = part / 255.0;
  return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

Color darkened(const Color& color, int of_256) {
  const auto part = [&](std::uint8_t value) {
    return static_cast<std::uint8_t>(value * of_256 / 256);
  };
  return {part(color.red), part(color.green), part(color.blue)};
}

}  // namespace

double contrast_on_white(const Color& color) {
  const double luminance = 0.2126 * linear(color.red) + 0.7152 * linear(color.green) +
                           0.0722 * linear(color.blue);
  return 1.05 / (luminance + 0.05);
}

Color dark_enough(const Color& color) {
  for (int of_256 = 256; of_256 > 0; --of_256)
    if (const auto tried = darkened(color, of_256);
        contrast_on_white(tried) >= least_contrast)
      return tried;
  return {};
}

std::string hex_of(const Color& color) {
  return fmt::format("#{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
}

}  // namespace trialsheet
