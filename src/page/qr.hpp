// QR: the code that leads to the official record.

#pragma once

#include <string>
#include <vector>

#include "page/page.hpp"

namespace trialsheet {

/// The modules of a QR code as few boxes as merge from them.
struct QrModules {
  int size = 0;            ///< modules a side, without quiet zone: 33 for version 4
  std::vector<Box> boxes;  ///< in units of one module = 1 pt
};

/// Version 4, level Q, byte mode (ISO/IEC 18004): 46 bytes at most, and an address of a
/// study record has 44. Throws Error{Fault::record} if `address` does not fit.
QrModules encode_qr(const std::string& address);

}  // namespace trialsheet
