// Pack: group by group, the best worth for every amount of room.

#include "page/pack.hpp"

#include <algorithm>
#include <utility>

namespace trialsheet {

namespace {

constexpr int impossible = -1;

/// Makes `worth` by room what it is once a parcel has to be taken.
void take(std::vector<int>& worth, const Parcel& parcel) {
  const auto steps = static_cast<std::size_t>(parcel.steps);
  for (auto room = worth.size(); room-- > 0;) {
    const int rest = room < steps ? impossible : worth[room - steps];
    worth[room] = rest == impossible ? impossible : rest + parcel.worth;
  }
}

/// The same where a parcel may be taken: it is, if that is worth more. `worth` and what
/// it becomes are apart, so that rooms do not wait for each other.
void take_or_leave(const std::vector<int>& worth, const Parcel& parcel,
                   std::vector<int>& becomes, std::uint8_t* taken) {
  const auto steps = std::min(static_cast<std::size_t>(parcel.steps), worth.size());
  const auto count = worth.size() - steps;
  const int more = parcel.worth;
  std::copy_n(worth.begin(), steps, becomes.begin());
  const int* rest = worth.data();
  const int* left = worth.data() + steps;
  int* best = becomes.data() + steps;
  for (std::size_t i = 0; i < count; ++i) {
    const int tried = rest[i] == impossible ? impossible : rest[i] + more;
    best[i] = std::max(tried, left[i]);
  }
  for (std::size_t i = 0; i < count; ++i)
    taken[steps + i] = best[i] > left[i];
}

}  // namespace

Packer::Packer(std::vector<Parcel> parcels, std::vector<Group> groups)
    : parcels_(std::move(parcels)), groups_(std::move(groups)) {
  for (const auto& parcel : parcels_)
    all_ += static_cast<std::size_t>(parcel.steps);
}

Packer::Table Packer::table_of(const Way& way, const std::vector<int>& before) const {
  const auto count = way.must.size() + way.may.size();
  Table table{before, {}, std::vector<std::uint8_t>(count * before.size(), 0)};
  table.decisions.reserve(count);
  std::vector<int> becomes(before.size());
  for (const bool must : {true, false})
    for (const auto index : must ? way.must : way.may) {
      const auto& parcel = parcels_[index];
      if (must) {
        take(table.worth, parcel);
      } else {
        take_or_leave(table.worth, parcel, becomes,
                      &table.taken[table.decisions.size() * before.size()]);
        table.worth.swap(becomes);
      }
      table.decisions.push_back({index, static_cast<std::size_t>(parcel.steps), must});
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
  chosen.reserve(parcels_.size());
  for (auto stage = stages_.rbegin(); stage != stages_.rend(); ++stage) {
    // The first of those that are best.
    const auto& table = *std::max_element(
        stage->begin(), stage->end(),
        [left](const Table& a, const Table& b) { return a.worth[left] < b.worth[left]; });
    for (auto at = table.decisions.size(); at-- > 0;)
      if (table.is_taken(at, left)) {
        chosen.push_back(table.decisions[at].index);
        left -= table.decisions[at].steps;
      }
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace trialsheet
