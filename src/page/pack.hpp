// Pack: the parts of most worth together that fit into a room; a knapsack with choices.

#pragma once

#include <cstddef>
#include <cstdint>
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

/// Packs the same parcels into any number of rooms: what is best for a room is found on
/// the way to what is best for a larger one. Every group needs a way without `must`.
/// Exact; takes time and memory in the largest room times the parcels of all ways.
class Packer {
 public:
  Packer(std::vector<Parcel> parcels, std::vector<Group> groups);

  /// The parcels of the greatest worth together that `room` steps hold, taking one way of
  /// each group; among equals those of earlier groups and ways. In ascending order.
  std::vector<std::size_t> best(int room);

 private:
  /// A parcel of a way.
  struct Decision {
    std::size_t index;
    std::size_t steps;
    bool must;
  };
  /// The best worth by room with one of the ways, and what led to it.
  struct Table {
    std::vector<int> worth;
    std::vector<Decision> decisions;
    /// Whether a parcel is taken, by the room for it and those before; row by row.
    std::vector<std::uint8_t> taken;

    bool is_taken(std::size_t decision, std::size_t room) const {
      return decisions[decision].must || taken[decision * worth.size() + room] != 0;
    }
  };

  void build(std::size_t width);
  Table table_of(const Way& way, const std::vector<int>& before) const;

  std::vector<Parcel> parcels_;
  std::vector<Group> groups_;
  std::size_t all_ = 0;  ///< steps of all parcels: more room is of no use
  std::size_t width_ = 0;
  std::vector<std::vector<Table>> stages_;  ///< of each group its ways
};

}  // namespace trialsheet
