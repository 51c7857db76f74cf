// Directions: what the bidirectional algorithm must be told of a text, because the text
// is of parts in two languages, or because signs and numbers alone do not say enough.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "page/unicode.hpp"

namespace trialsheet {

constexpr int no_isolate = -1;

/// A part of a text in the other of the sheet's languages (base/isolate.hpp).
struct Isolate {
  std::size_t begin = 0;
  std::size_t end = 0;
  int parent = no_isolate;  ///< index of the one around it

  friend bool operator==(const Isolate&, const Isolate&) = default;
};

/// The isolate that each byte is in, the innermost; empty where there are no isolates.
using IsolateOfByte = std::vector<std::int16_t>;

/// The direction of a paragraph in a sheet whose direction is `base`: that of its
/// isolates if there are no letters outside of them, so that quotation marks around the
/// record's words begin and end where these do.
Direction paragraph_direction(std::string_view text, Direction base,
                              const std::vector<Isolate>& isolates,
                              const IsolateOfByte& isolate_of);

/// The embedding level of every byte. Each isolate is of one direction, that of its first
/// letter. In what runs from right to left, numbers with their units and signs, telephone
/// numbers, addresses and words with figures in them stay whole, from left to right.
std::vector<std::uint8_t> levels_of(std::string_view text, Direction base,
                                    const std::vector<Isolate>& isolates,
                                    const IsolateOfByte& isolate_of);

/// What stays whole in [begin, end) of a text that runs from right to left.
std::vector<DirectedRange> left_to_right_parts(std::string_view text, std::size_t begin,
                                               std::size_t end);

}  // namespace trialsheet
