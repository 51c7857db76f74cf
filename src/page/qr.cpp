// A symbol as boxes: horizontal runs, joined downwards where they repeat.

#include "page/qr.hpp"

#include <array>
#include <bit>

#include "base/error.hpp"
#include "page/qr_symbol.hpp"

namespace trialsheet {

namespace {

Length modules(int count) {
  return Length::from_thousandths(1000 * count);
}

/// The box of the run that began at each x in the row above, or -1.
using Open = std::array<int, qr_side>;

/// Adds the runs of one row. A run as wide as the one right above it makes that box one
/// module taller instead.
Open add_row(std::vector<Box>& boxes, std::uint64_t row, int y, const Open& above) {
  Open open;
  open.fill(-1);
  while (row != 0) {
    const int start = std::countr_zero(row);
    const int width = std::countr_one(row >> start);
    row &= ~std::uint64_t{0} << (start + width);
    auto& box = open[static_cast<std::size_t>(start)];
    box = above[static_cast<std::size_t>(start)];
    if (box >= 0 && boxes[static_cast<std::size_t>(box)].width == modules(width)) {
      boxes[static_cast<std::size_t>(box)].height += modules(1);
      continue;
    }
    box = static_cast<int>(boxes.size());
    boxes.push_back({{modules(start), modules(y)}, modules(width), modules(1)});
  }
  return open;
}

}  // namespace

QrModules encode_qr(const std::string& address) {
  const auto symbol = qr_symbol(address);
  if (!symbol)
    throw Error(Fault::record, "QR code",
                "the address \"" + address + "\" does not fit; 46 bytes do");
  QrModules result;
  result.size = qr_side;
  Open open;
  open.fill(-1);
  int y = 0;
  for (const auto row : *symbol)
    open = add_row(result.boxes, row, y++, open);
  return result;
}

}  // namespace trialsheet
