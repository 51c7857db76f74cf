// How hard a symbol is to read: what decides between the masks of a QR code.

#pragma once

#include "page/qr_symbol.hpp"

namespace trialsheet {

/// A symbol by rows and by columns, because masks are judged along both.
struct QrModuleSet {
  QrSymbol rows{};
  QrSymbol columns{};

  constexpr void set(int x, int y, bool dark) {
    if (!dark)
      return;
    rows[static_cast<std::size_t>(y)] |= std::uint64_t{1} << x;
    columns[static_cast<std::size_t>(x)] |= std::uint64_t{1} << y;
  }
};

/// The penalty points of a symbol. Of one as bad as `most` it need not be known how bad
/// it is: anything from there on may be returned.
int qr_penalty(const QrModuleSet& modules, int most);

}  // namespace trialsheet
