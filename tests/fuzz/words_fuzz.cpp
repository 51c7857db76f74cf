// libFuzzer's entry for words; targets.hpp says how it is built.

#include <cstddef>
#include <cstdint>

#include "targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  trialsheet::fuzz::words({reinterpret_cast<const char*>(data), size});
  return 0;
}
