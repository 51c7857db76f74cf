// libFuzzer's entry for brands; targets.hpp says how it is built (with -lpng -ljpeg).

#include <cstddef>
#include <cstdint>

#include "brand_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  trialsheet::fuzz::brand({reinterpret_cast<const char*>(data), size});
  return 0;
}
