// libFuzzer's entry for frames; targets.hpp says how it is built.

#include <cstddef>
#include <cstdint>

#include "request_target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  trialsheet::fuzz::frames({reinterpret_cast<const char*>(data), size});
  return 0;
}
