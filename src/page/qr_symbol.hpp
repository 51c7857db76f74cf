// The symbol of a QR code (ISO/IEC 18004), of the one version and level that sheets have.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace trialsheet {

/// Modules a side of version 4, without quiet zone.
constexpr int qr_side = 33;

/// Rows from the top; bit x of a row is the module at x from the left, 1 where dark.
using QrSymbol = std::array<std::uint64_t, qr_side>;

/// `bytes` as a symbol of version 4, level Q, in byte mode; nothing if they are more than
/// the 46 that it holds. Module for module the symbol that libqrencode 4 makes, which
/// tests/page/qr_test.cpp holds it to: all eight masks are weighed as the standard asks
/// for (7.8.3), but whole rows at a time, in a fifth of the time.
std::optional<QrSymbol> qr_symbol(std::string_view bytes);

}  // namespace trialsheet
