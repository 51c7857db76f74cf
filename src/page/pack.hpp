// Pack: the parts of most worth together that fit into a room; a knapsack with choices.

#pragma once

#include <cstddef>
#include <vector>

namespace trialsheet {

/// Something that takes room and is worth something.
struct Parcel {
  int steps = 0;  ///< of room, 0 or more
  int worth = 0;  ///< 0 or more
};

/// One of the ways to take part of a group: `must` all, and of `may` what fits. Indices
/// of parcels.
struct Way {
  std::vector<std::size_t> must;
  std::vector<std::size_t> may;
};

/// Ways that exclude one another.
using Group = std::vector<Way>;

/// The parcels of the greatest worth together that `room` steps hold, taking one way of
/// each group; among equals those of earlier groups and ways. Every group needs a way
/// without `must`. Exact; takes time and memory in room times parcels of all ways.
std::vector<std::size_t> pack(const std::vector<Parcel>& parcels,
                              const std::vector<Group>& groups, int room);

}  // namespace trialsheet
