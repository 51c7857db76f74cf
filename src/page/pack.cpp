// Pack: group by group, the best worth for every amount of room.

#include "page/pack.hpp"

#include <algorithm>
#include <utility>

namespace trialsheet {

namespace {

constexpr int impossible = -1;

/// The worth by room once a parcel has to be taken.
std::vector<int> with(const std::vector<int>& before, const Parcel& parcel) {
  const auto steps = static_cast<std::size_t>(parcel.steps);
  std::vector<int> worth(before.size(), impossible);
  for (auto room = steps; room < worth.size(); ++room)
    if (before[room - steps] != impossible)
      worth[room] = before[room - steps] + parcel.worth;
  return worth;
}

/// The same where a parcel may be taken: it is, if that is worth more.
std::vector<int> with_or_without(const std::vector<int>& before, const Parcel& parcel,
                                 std::vector<std::uint8_t>& taken) {
  const auto steps = static_cast<std::size_t>(parcel.steps);
  auto worth = before;
  for (auto room = steps; room < worth.size(); ++room) {
    const int rest = before[room - steps];
    const int tried = rest + parcel.worth;
    const bool is_more = rest != impossible && tried > before[room];
    taken[room] = is_more;
    worth[room] = is_more ? tried : before[room];
  }
  return worth;
}

}  // namespace

Packer::Packer(std::vector<Parcel> parcels, std::vector<Group> groups)
    : parcels_(std::move(parcels)), groups_(std::move(groups)) {
  for (const auto& parcel : parcels_)
    all_ += static_cast<std::size_t>(parcel.steps);
}

Packer::Table Packer::table_of(const Way& way, const std::vector<int>& before) const {
  Table table{before, {}};
  for (const auto index : way.must) {
    const auto& parcel = parcels_[index];
    table.worth = with(table.worth, parcel);
    table.decisions.push_back({index, static_cast<std::size_t>(parcel.steps),
                               std::vector<std::uint8_t>(before.size(), 1)});
  }
  for (const auto index : way.may) {
    const auto& parcel = parcels_[index];
    std::vector<std::uint8_t> taken(before.size(), 0);
    table.worth = with_or_without(table.worth, parcel, taken);
    table.decisions.push_back(
        {index, static_cast<std::size_t>(parcel.steps), std::move(taken)});
  }
  return table;
}

void Packer::build(std::size_t width) {
  width_ = width;
  stages_.clear();
  std::vector<int> worth(width, 0);
  for (const auto& group : groups_) {
    auto& tables = stages_.emplace_back();
    for (const auto& way : group)
      tables.push_back(table_of(way, worth));
    worth = tables.front().worth;
    for (const auto& table : tables)
      std::transform(worth.begin(), worth.end(), table.worth.begin(), worth.begin(),
                     [](int a, int b) { return std::max(a, b); });
  }
}

std::vector<std::size_t> Packer::best(int room) {
  auto left = std::min(static_cast<std::size_t>(std::max(room, 0)), all_);
  if (left >= width_)
    build(std::min(left + left / 4, all_) + 1);
  std::vector<std::size_t> chosen;
  for (auto stage = stages_.rbegin(); stage != stages_.rend(); ++stage) {
    // The first of those that are best.
    const auto& table = *std::max_element(
        stage->begin(), stage->end(),
        [left](const Table& a, const Table& b) { return a.worth[left] < b.worth[left]; });
    for (auto at = table.decisions.rbegin(); at != table.decisions.rend(); ++at)
      if (at->taken[left]) {
        chosen.push_back(at->index);
        left -= at->steps;
      }
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace trialsheet
