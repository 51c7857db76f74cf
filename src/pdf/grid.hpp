// Grids: boxes whose places and sides are whole multiples of one length.

#pragma once

#include <optional>
#include <span>

#include "page/page.hpp"

namespace trialsheet {

/// Boxes in whole multiples of one length, as the modules of a QR code are.
struct Grid {
  Point origin;
  Length unit;
};

/// The grid of `boxes`, if they have one of half a point or more, and are so many that
/// it saves bytes.
std::optional<Grid> grid_of(std::span<const Box> boxes);

}  // namespace trialsheet
