// Penalties (ISO/IEC 18004, 7.8.3), counted on all rows or all columns at once, bits of
// one number each.

#include "page/qr_penalty.hpp"

#include <algorithm>
#include <cstdlib>

namespace trialsheet {

namespace {

constexpr int side = qr_side;

/// std::popcount() calls a function where no processor may be taken for granted.
constexpr int ones(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555'5555'5555'5555;
  bits = (bits & 0x3333'3333'3333'3333) + (bits >> 2 & 0x3333'3333'3333'3333);
  bits = (bits + (bits >> 4)) & 0x0F0F'0F0F'0F0F'0F0F;
  return static_cast<int>(bits * 0x0101'0101'0101'0101 >> 56);
}

constexpr int finder_points = 40;

/// Every symbol has as many for its three finders: three rows and three columns of each
/// look so.
constexpr int own_finder_points = finder_points * 3 * (3 + 3);

constexpr auto whole = (std::uint64_t{1} << side) - 1;

/// Lines judged all at once: bit i of each number is of line i, and the numbers are the
/// modules along it. Rows of a symbol are so for its columns, columns for its rows.
class Lines {
 public:
  explicit Lines(const QrSymbol& along) {
    std::copy(along.begin(), along.end(), dark_.begin() + room);
  }

  /// Runs of five or more: three points, and one for each module above five (table 11).
  int run_penalty() const {
    int points = 0;
    std::uint64_t before = 0;
    for (int at = 0; at + 5 <= side; ++at) {
      const auto all =
          dark(at) & dark(at + 1) & dark(at + 2) & dark(at + 3) & dark(at + 4);
      const auto any =
          dark(at) | dark(at + 1) | dark(at + 2) | dark(at + 3) | dark(at + 4);
      // The next module begins no five of the other colour.
      const auto fives = all | (~any & whole);
      points += ones(fives) + 2 * ones(fives & ~before);
      before = fives;
    }
    return points;
  }

  int finder_penalty() const {
    int count = 0;
    for (int part = 1; 7 * part <= side; ++part)
      count += finder_count(part);
    return finder_points * count;
  }

 private:
  /// Light beyond the lines, as far as four parts of the largest finder reach.
  static constexpr int room = 16;

  std::uint64_t dark(int at) const { return dark_[static_cast<std::size_t>(at + room)]; }

  /// Which lines are dark for `length` modules from `at` on, or light.
  std::uint64_t dark_run(int at, int length) const {
    auto all = whole;
    for (int i = at; i < at + length; ++i)
      all &= dark(i);
    return all;
  }
  std::uint64_t light_run(int at, int length) const {
    auto all = whole;
    for (int i = at; i < at + length; ++i)
      all &= ~dark(i);
    return all;
  }

  /// Looks of a finder, 1:1:3:1:1 in parts of `part` modules with four light parts on a
  /// side.
  int finder_count(int part) const {
    int count = 0;
    for (int at = 0; at + 7 * part <= side; ++at) {
      // One module of each part tells nearly always that there is none.
      auto found =
          dark(at) & dark(at + 2 * part) & dark(at + 3 * part) & dark(at + 4 * part) &
          dark(at + 6 * part) &
          ~(dark(at - 1) | dark(at + part) | dark(at + 5 * part) | dark(at + 7 * part));
      if (found != 0 && part > 1)
        found &= dark_run(at + 2 * part, 3 * part);
      if (found == 0)
        continue;
      found &= dark_run(at, part) & dark_run(at + 6 * part, part) &
               light_run(at + part, part) & light_run(at + 5 * part, part);
      count += ones(found & (light_run(at - 4 * part, 4 * part) |
                             light_run(at + 7 * part, 4 * part)));
    }
    return count;
  }

  std::array<std::uint64_t, side + 2 * room> dark_ = {};
};

/// Three points for each square of two by two modules of one colour.
int square_penalty(std::uint64_t row, std::uint64_t next) {
  constexpr auto pairs = (std::uint64_t{1} << (side - 1)) - 1;
  const auto dark = row & next;
  const auto light = ~(row | next);
  return 3 * ones(((dark & dark >> 1) | (light & light >> 1)) & pairs);
}

/// Ten points for each five percent that the share of dark modules is off one half.
int share_penalty(int dark) {
  constexpr int all = side * side;
  return std::abs((200 * dark + all) / all / 2 - 50) / 5 * 10;
}

}  // namespace

int qr_penalty(const QrModuleSet& modules, int most) {
  int points = 0;
  int dark = 0;
  for (std::size_t i = 0; i < modules.rows.size(); ++i) {
    dark += ones(modules.rows[i]);
    if (i > 0)
      points += square_penalty(modules.rows[i - 1], modules.rows[i]);
  }
  points += share_penalty(dark);
  const Lines rows(modules.rows), columns(modules.columns);
  points += rows.run_penalty() + columns.run_penalty();
  // Looking for finders takes longest; most masks are out by now.
  if (points + own_finder_points >= most)
    return points + own_finder_points;
  return points + rows.finder_penalty() + columns.finder_penalty();
}

}  // namespace trialsheet
