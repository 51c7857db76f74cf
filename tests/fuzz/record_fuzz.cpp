// libFuzzer's entry for record; targets.hpp says how it is built.

#include <cstddef>
#include <cstdint>

#include "targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  trialsheet::fuzz::record({reinterpret_cast<const char*>(data), size});
  return 0;
}
