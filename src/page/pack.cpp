// Pack: group by group, the best worth for every amount of room.

#include "page/pack.hpp"

#include <algorithm>

namespace trialsheet {

namespace {

constexpr int impossible = -1;

/// The best worth by room used at most, and what led to it.
class Table {
 public:
  explicit Table(std::vector<int> worth) : worth_(std::move(worth)) {}

  void must(std::size_t index, const Parcel& parcel) {
    const auto steps = static_cast<std::size_t>(parcel.steps);
    for (auto room = worth_.size(); room-- > 0;)
      worth_[room] = room >= steps && worth_[room - steps] != impossible
                         ? worth_[room - steps] + parcel.worth
                         : impossible;
    decisions_.push_back({index, parcel.steps, std::vector<bool>(worth_.size(), true)});
  }

  void may(std::size_t index, const Parcel& parcel) {
    const auto steps = static_cast<std::size_t>(parcel.steps);
    std::vector<bool> taken(worth_.size(), false);
    for (auto room = worth_.size(); room-- > steps;) {
      const auto before = worth_[room - steps];
      if (before != impossible && before + parcel.worth > worth_[room]) {
        worth_[room] = before + parcel.worth;
        taken[room] = true;
      }
    }
    decisions_.push_back({index, parcel.steps, std::move(taken)});
  }

  int worth(std::size_t room) const { return worth_[room]; }
  std::size_t size() const { return worth_.size(); }

  /// Adds what was taken for `room` and gives the room that was left for earlier groups.
  std::size_t collect(std::size_t room, std::vector<std::size_t>& chosen) const {
    for (auto decision = decisions_.rbegin(); decision != decisions_.rend(); ++decision)
      if (decision->taken[room]) {
        chosen.push_back(decision->index);
        room -= static_cast<std::size_t>(decision->steps);
      }
    return room;
  }

 private:
  struct Decision {
    std::size_t index;
    int steps;
    std::vector<bool> taken;  ///< by room
  };
  std::vector<int> worth_;
  std::vector<Decision> decisions_;
};

std::vector<Table> tables_of(const Group& group, const std::vector<Parcel>& parcels,
                             const std::vector<int>& worth) {
  std::vector<Table> tables;
  for (const auto& way : group) {
    auto& table = tables.emplace_back(worth);
    for (const auto index : way.must)
      table.must(index, parcels[index]);
    for (const auto index : way.may)
      table.may(index, parcels[index]);
  }
  return tables;
}

/// The first of the tables that are best for `room`.
const Table& best_for(const std::vector<Table>& tables, std::size_t room) {
  return *std::max_element(
      tables.begin(), tables.end(),
      [room](const Table& a, const Table& b) { return a.worth(room) < b.worth(room); });
}

}  // namespace

std::vector<std::size_t> pack(const std::vector<Parcel>& parcels,
                              const std::vector<Group>& groups, int room) {
  const auto width = static_cast<std::size_t>(std::max(room, 0)) + 1;
  std::vector<int> worth(width, 0);
  std::vector<std::vector<Table>> stages;
  for (const auto& group : groups) {
    stages.push_back(tables_of(group, parcels, worth));
    for (std::size_t r = 0; r < width; ++r)
      worth[r] = best_for(stages.back(), r).worth(r);
  }
  std::vector<std::size_t> chosen;
  auto left = width - 1;
  for (auto stage = stages.rbegin(); stage != stages.rend(); ++stage)
    left = best_for(*stage, left).collect(left, chosen);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace trialsheet
