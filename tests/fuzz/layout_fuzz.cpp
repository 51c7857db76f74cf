// libFuzzer's entry for layout; targets.hpp says how it is built.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>

#include "layout_target.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size,
                                        std::size_t most);

namespace {

constexpr std::string_view digits = "0123456789.";

/// A number of a size that layouts have, in tenths.
std::string some_number(std::minstd_rand& random) {
  constexpr unsigned ranges[] = {40, 300, 2'000, 8'000, 110'000};
  const auto tenths = random() % ranges[random() % std::size(ranges)];
  return std::to_string(tenths / 10) +
         (random() % 3 == 0 ? "." + std::to_string(tenths % 10) : "");
}

/// `text` with one of its numbers changed.
std::string with_other_number(std::string text, std::minstd_rand& random) {
  const auto from = text.find_first_of(digits, random() % (text.size() + 1));
  if (from != text.npos) {
    const auto end = std::min(text.find_first_not_of(digits, from), text.size());
    text.replace(from, end - from, some_number(random));
  }
  return text;
}

}  // namespace

/// Bytes changed at random are seldom a layout; other numbers often are.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  std::minstd_rand random(seed);
  if (size == 0 || random() % 4 == 0) {
    return LLVMFuzzerMutate(data, size, most);
  }
  std::string text(reinterpret_cast<const char*>(data), size);
  for (auto times = random() % 4 + 1; times > 0; --times) {
    text = with_other_number(std::move(text), random);
  }
  const auto length = std::min(text.size(), most);
  std::memcpy(data, text.data(), length);
  return length;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  trialsheet::fuzz::layout({reinterpret_cast<const char*>(data), size});
  return 0;
}
