// Hash: names for content. Equal bytes get equal names on every machine; nothing secret
// rests on it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace trialsheet {

struct Hash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  friend bool operator==(const Hash&, const Hash&) = default;
};

/// MurmurHash3, the 128-bit variant for 64-bit machines, with seed 0.
Hash hash(std::string_view bytes);

/// The sixteen bytes of `value`, highest first.
std::string bytes_of(const Hash& value);

}  // namespace trialsheet
