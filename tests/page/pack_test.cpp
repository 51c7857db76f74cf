// Pack: against trying every way there is, on small worlds.

#include "page/pack.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

namespace trialsheet {
namespace {

struct World {
  std::vector<Parcel> parcels;
  std::vector<Group> groups;
  int room = 0;
};

/// A group of plain parcels, and one or two whose ways exclude one another.
World small_world(unsigned seed) {
  std::minstd_rand random(seed);
  World world;
  const auto parcel = [&] {
    world.parcels.push_back(
        {static_cast<int>(random() % 9), static_cast<int>(random() % 50)});
    return world.parcels.size() - 1;
  };
  Way alone;
  for (auto i = random() % 6; i > 0; --i)
    alone.may.push_back(parcel());
  world.groups.push_back({alone});
  for (auto g = random() % 3; g > 0; --g) {
    Way apart;
    for (auto i = 1 + random() % 3; i > 0; --i)
      apart.may.push_back(parcel());
    world.groups.push_back({apart, {{parcel()}, {}}, {{parcel()}, {apart.may.front()}}});
  }
  world.room = static_cast<int>(random() % 30);
  return world;
}

bool is_a_way(const Way& way, const std::vector<std::size_t>& taken) {
  const auto in = [](const std::vector<std::size_t>& list, std::size_t item) {
    return std::find(list.begin(), list.end(), item) != list.end();
  };
  return std::all_of(way.must.begin(), way.must.end(),
                     [&](std::size_t item) { return in(taken, item); }) &&
         std::all_of(taken.begin(), taken.end(), [&](std::size_t item) {
           return in(way.must, item) || in(way.may, item);
         });
}

/// Whether `taken` keeps to one way of each group and to the room.
bool is_allowed(const World& world, const std::vector<std::size_t>& taken) {
  int steps = 0;
  for (const auto item : taken)
    steps += world.parcels[item].steps;
  return steps <= world.room &&
         std::all_of(world.groups.begin(), world.groups.end(), [&](const Group& group) {
           std::vector<std::size_t> here;
           for (const auto item : taken)
             for (const auto& way : group)
               for (const auto* part : {&way.must, &way.may})
                 if (std::find(part->begin(), part->end(), item) != part->end() &&
                     (here.empty() || here.back() != item))
                   here.push_back(item);
           return std::any_of(group.begin(), group.end(),
                              [&](const Way& way) { return is_a_way(way, here); });
         });
}

int worth_of(const World& world, const std::vector<std::size_t>& taken) {
  int worth = 0;
  for (const auto item : taken)
    worth += world.parcels[item].worth;
  return worth;
}

TEST_CASE("nothing that fits is worth more than what is packed") {
  int full = 0;
  for (unsigned seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    const auto world = small_world(seed);
    const auto packed = Packer(world.parcels, world.groups).best(world.room);
    REQUIRE(is_allowed(world, packed));
    int best = 0;
    for (unsigned set = 0; set < 1U << world.parcels.size(); ++set) {
      std::vector<std::size_t> taken;
      for (std::size_t i = 0; i < world.parcels.size(); ++i)
        if ((set >> i & 1U) != 0)
          taken.push_back(i);
      if (is_allowed(world, taken))
        best = std::max(best, worth_of(world, taken));
    }
    CHECK(worth_of(world, packed) == best);
    full += best > 0 ? 1 : 0;
  }
  CHECK(full > 200);
}

TEST_CASE("what is packed does not depend on the rooms that were packed before") {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    const auto world = small_world(seed);
    Packer packer(world.parcels, world.groups);
    for (const int room : {world.room / 2, 2 * world.room, world.room, 0, 1'000}) {
      CAPTURE(room);
      CHECK(packer.best(room) == Packer(world.parcels, world.groups).best(room));
    }
  }
}

TEST_CASE("no room holds nothing") {
  CHECK(Packer({{1, 5}}, {{{{}, {0}}}}).best(0).empty());
  CHECK(Packer({{1, 5}}, {{{{}, {0}}}}).best(-3).empty());
  CHECK(Packer({}, {}).best(10).empty());
}

}  // namespace
}  // namespace trialsheet
