// The greatest length that divides all.

#include "pdf/grid.hpp"

#include <cstdint>
#include <numeric>

namespace trialsheet {

namespace {

/// What at least saves the operators that a grid takes.
constexpr std::size_t fewest_boxes = 8;

}  // namespace

std::optional<Grid> grid_of(std::span<const Box> boxes) {
  constexpr std::int64_t finest = 500;
  if (boxes.size() < fewest_boxes)
    return {};
  const auto origin = boxes[0].at;
  std::int64_t unit = 0;
  for (const auto& box : boxes) {
    for (const auto side :
         {box.at.x - origin.x, box.at.y - origin.y, box.width, box.height})
      if (unit == 0 || side.thousandths() % unit != 0)
        unit = std::gcd(unit, side.thousandths());
    if (unit < finest)
      return {};
  }
  return Grid{origin, Length::from_thousandths(unit)};
}

}  // namespace trialsheet
