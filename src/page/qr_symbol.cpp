// Encoding (ISO/IEC 18004, 7): codewords, error correction, placement, mask.
//
// Everything that is the same for all symbols of the version is a table made when the
// program is compiled. The penalties of masks are counted on all rows or all columns at
// once, bits of one number each.

#include "page/qr_symbol.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace trialsheet {

namespace {

constexpr int side = qr_side;
constexpr std::size_t longest_text = 46;
constexpr std::size_t blocks = 2;
constexpr std::size_t block_data = 24;        ///< codewords of a block (table 9, 4-Q)
constexpr std::size_t block_correction = 26;  ///< and those that correct them
constexpr std::size_t data_size = blocks * block_data;
constexpr std::size_t codewords = blocks * (block_data + block_correction);
constexpr int level_bits = 3;  ///< Q in the format information (table 12)

// ---- Codewords ------------------------------------------------------------------------

/// Arithmetic in GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1 (7.5.2).
struct Field {
  std::array<std::uint8_t, 512> power{};
  std::array<std::uint8_t, 256> logarithm{};

  constexpr Field() {
    unsigned value = 1;
    for (unsigned i = 0; i < 255; ++i) {
      power[i] = power[i + 255] = static_cast<std::uint8_t>(value);
      logarithm[value] = static_cast<std::uint8_t>(i);
      value = value << 1 ^ (value >= 0x80 ? 0x11DU : 0U);
    }
  }

  constexpr std::uint8_t product(std::uint8_t a, std::uint8_t b) const {
    return a == 0 || b == 0 ? 0 : power[std::size_t{logarithm[a]} + logarithm[b]];
  }
};

constexpr Field field;

using Correction = std::array<std::uint8_t, block_correction>;

/// The polynomial with the roots 2^0 to 2^25, highest power first, its leading 1 left
/// out.
constexpr Correction generator() {
  Correction terms{};
  terms.back() = 1;
  for (std::size_t root = 0; root < block_correction; ++root)
    for (std::size_t i = 0; i < block_correction; ++i) {
      terms[i] = field.product(terms[i], field.power[root]);
      if (i + 1 < block_correction)
        terms[i] ^= terms[i + 1];
    }
  return terms;
}

/// What a codeword that leaves the division adds to the remainder: the generator times
/// it.
constexpr auto multiples = [] {
  std::array<Correction, 256> table{};
  const auto terms = generator();
  for (std::size_t factor = 0; factor < table.size(); ++factor)
    for (std::size_t i = 0; i < block_correction; ++i)
      table[factor][i] = field.product(terms[i], static_cast<std::uint8_t>(factor));
  return table;
}();

using Data = std::array<std::uint8_t, data_size>;

/// Mode, count, text, terminator, padding (7.4). Behind the four bits of the mode every
/// byte stands in halves of two codewords.
Data data_codewords(std::string_view bytes) {
  constexpr unsigned byte_mode = 4;
  Data data{};
  unsigned carried = byte_mode;
  std::size_t at = 0;
  const auto put = [&](unsigned byte) {
    data[at++] = static_cast<std::uint8_t>(carried << 4 | byte >> 4);
    carried = byte & 0xF;
  };
  put(static_cast<unsigned>(bytes.size()));
  for (const char byte : bytes)
    put(static_cast<unsigned char>(byte));
  put(0);
  for (std::uint8_t padding = 0xEC; at < data_size; padding ^= 0xEC ^ 0x11)
    data[at++] = padding;
  return data;
}

Correction correction(const Data& data, std::size_t block) {
  Correction remainder{};
  for (std::size_t i = 0; i < block_data; ++i) {
    const auto& terms = multiples[data[block * block_data + i] ^ remainder[0]];
    for (std::size_t k = 0; k + 1 < block_correction; ++k)
      remainder[k] = remainder[k + 1] ^ terms[k];
    remainder.back() = terms.back();
  }
  return remainder;
}

using Codewords = std::array<std::uint8_t, codewords>;

/// Data and corrections of the blocks by turns (7.6).
Codewords interleaved(const Data& data) {
  Codewords out{};
  for (std::size_t block = 0; block < blocks; ++block) {
    const auto corrected = correction(data, block);
    for (std::size_t i = 0; i < block_data; ++i)
      out[blocks * i + block] = data[block * block_data + i];
    for (std::size_t i = 0; i < block_correction; ++i)
      out[data_size + blocks * i + block] = corrected[i];
  }
  return out;
}

// ---- Placement ------------------------------------------------------------------------

/// A symbol by rows and by columns, because masks are judged along both.
struct Modules {
  QrSymbol rows{};
  QrSymbol columns{};

  constexpr void set(int x, int y, bool dark) {
    if (!dark)
      return;
    rows[static_cast<std::size_t>(y)] |= std::uint64_t{1} << x;
    columns[static_cast<std::size_t>(x)] |= std::uint64_t{1} << y;
  }
};

constexpr bool is_inside(int x, int y, int left, int top, int size) {
  return x >= left && x < left + size && y >= top && y < top + size;
}

/// Finders with their separators and what stands beside them, timing, alignment (6.3).
constexpr bool is_function(int x, int y) {
  return is_inside(x, y, 0, 0, 9) || is_inside(x, y, side - 8, 0, 9) ||
         is_inside(x, y, 0, side - 8, 9) || x == 6 || y == 6 ||
         is_inside(x, y, side - 9, side - 9, 5);
}

/// How far two modules are apart, the longer way.
constexpr int distance(int x, int y, int other_x, int other_y) {
  const int across = x < other_x ? other_x - x : x - other_x;
  const int down = y < other_y ? other_y - y : y - other_y;
  return across < down ? down : across;
}

/// A function module; those of the format information are light here.
constexpr bool is_dark_function(int x, int y) {
  for (const auto [left, top] : {std::array{3, 3}, {side - 4, 3}, {3, side - 4}})
    if (const int away = distance(x, y, left, top); away <= 4)
      return away <= 3 && away != 2;
  if (const int away = distance(x, y, side - 7, side - 7); away <= 2)
    return away != 1;
  if (x == 8 && y == side - 8)
    return true;
  return (x == 6 && y % 2 == 0) || (y == 6 && x % 2 == 0);
}

constexpr auto function_modules = [] {
  Modules modules;
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x)
      modules.set(x, y, is_function(x, y) && is_dark_function(x, y));
  return modules;
}();

struct Place {
  std::uint8_t x;
  std::uint8_t y;
};

/// Where the bits of the codewords go, highest first (7.7.3): up and down in columns of
/// two, from the right, past the timing pattern.
constexpr auto places = [] {
  std::array<Place, 8 * codewords> found{};
  std::size_t count = 0;
  bool up = true;
  for (int right = side - 1; right > 0; right -= right == 8 ? 3 : 2, up = !up)
    for (int step = 0; step < side; ++step)
      for (const int x : {right, right - 1}) {
        const int y = up ? side - 1 - step : step;
        if (!is_function(x, y) && count < found.size())
          found[count++] = {static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y)};
      }
  return found;
}();

Modules placed(const Codewords& words) {
  auto modules = function_modules;
  const auto* place = places.data();
  for (const unsigned word : words)
    for (int bit = 7; bit >= 0; --bit, ++place) {
      const std::uint64_t dark = word >> bit & 1;
      modules.rows[place->y] |= dark << place->x;
      modules.columns[place->x] |= dark << place->y;
    }
  return modules;
}

// ---- Masks ----------------------------------------------------------------------------

constexpr int masks = 8;

/// Table 10.
constexpr bool is_turned(int mask, int x, int y) {
  switch (mask) {
    case 0:
      return (x + y) % 2 == 0;
    case 1:
      return y % 2 == 0;
    case 2:
      return x % 3 == 0;
    case 3:
      return (x + y) % 3 == 0;
    case 4:
      return (y / 2 + x / 3) % 2 == 0;
    case 5:
      return x * y % 2 + x * y % 3 == 0;
    case 6:
      return (x * y % 2 + x * y % 3) % 2 == 0;
    default:
      return (x * y % 3 + (x + y) % 2) % 2 == 0;
  }
}

/// Level and mask, with ten bits that correct them, never all light (7.9.1).
constexpr unsigned format_bits(int mask) {
  const auto value = static_cast<unsigned>(level_bits << 3 | mask);
  auto rest = value << 10;
  for (int bit = 14; bit >= 10; --bit)
    if ((rest >> bit & 1) != 0)
      rest ^= 0x537U << (bit - 10);
  return (value << 10 | rest) ^ 0x5412;
}

/// Both copies of the format information (figure 25).
constexpr void set_format(Modules& modules, int mask) {
  const auto bits = format_bits(mask);
  for (int i = 0; i < 15; ++i) {
    const bool dark = (bits >> i & 1) != 0;
    const int along = i < 6 ? i : i < 8 ? i + 1 : i == 8 ? 7 : 14 - i;
    modules.set(i < 8 ? 8 : along, i < 8 ? along : 8, dark);
    modules.set(i < 8 ? side - 1 - i : 8, i < 8 ? 8 : side - 15 + i, dark);
  }
}

/// By mask what it turns over: data modules, and light format modules to their value.
constexpr auto mask_modules = [] {
  std::array<Modules, masks> all{};
  for (int mask = 0; mask < masks; ++mask) {
    auto& modules = all[static_cast<std::size_t>(mask)];
    for (int y = 0; y < side; ++y)
      for (int x = 0; x < side; ++x)
        modules.set(x, y, !is_function(x, y) && is_turned(mask, x, y));
    set_format(modules, mask);
  }
  return all;
}();

Modules masked(const Modules& modules, const Modules& mask) {
  Modules out;
  for (std::size_t i = 0; i < out.rows.size(); ++i) {
    out.rows[i] = modules.rows[i] ^ mask.rows[i];
    out.columns[i] = modules.columns[i] ^ mask.columns[i];
  }
  return out;
}

/// std::popcount() calls a function where no processor may be taken for granted.
constexpr int ones(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555'5555'5555'5555;
  bits = (bits & 0x3333'3333'3333'3333) + (bits >> 2 & 0x3333'3333'3333'3333);
  bits = (bits + (bits >> 4)) & 0x0F0F'0F0F'0F0F'0F0F;
  return static_cast<int>(bits * 0x0101'0101'0101'0101 >> 56);
}

constexpr auto whole = (std::uint64_t{1} << side) - 1;

/// Lines judged all at once: bit i of each number is of line i, and the numbers are the
/// modules along it. Rows of a symbol are so for its columns, columns for its rows.
class Lines {
 public:
  explicit Lines(const QrSymbol& along) : dark_(along.data()) {}

  int penalty() const { return run_penalty() + finder_penalty(); }

 private:
  std::uint64_t dark(int at) const { return dark_[at]; }

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

  /// Which lines are dark for `length` modules from `at` on, or light; beyond a line all
  /// is light.
  std::uint64_t dark_run(int at, int length) const {
    auto all = whole;
    for (int i = at; i < at + length; ++i)
      all &= dark(i);
    return all;
  }
  std::uint64_t light_run(int at, int length) const {
    auto all = whole;
    for (int i = std::max(at, 0); i < std::min(at + length, side); ++i)
      all &= ~dark(i);
    return all;
  }

  /// Looks of a finder, 1:1:3:1:1 in parts of `part` modules with four light parts on a
  /// side.
  int finder_count(int part) const {
    int count = 0;
    for (int at = 0; at + 7 * part <= side; ++at) {
      // One module of each part tells nearly always that there is none.
      auto found = dark(at) & dark(at + 2 * part) & dark(at + 3 * part) &
                   dark(at + 4 * part) & dark(at + 6 * part) &
                   ~(dark(at + part) | dark(at + 5 * part));
      found &= light_run(at - 1, 1) & light_run(at + 7 * part, 1);
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

  int finder_penalty() const {
    int count = 0;
    for (int part = 1; 7 * part <= side; ++part)
      count += finder_count(part);
    return 40 * count;
  }

  const std::uint64_t* dark_;
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

/// Of a mask as bad as `most` it need not be known how bad it is.
int penalty(const Modules& modules, int most) {
  int points = 0;
  int dark = 0;
  for (std::size_t i = 0; i < modules.rows.size(); ++i) {
    dark += ones(modules.rows[i]);
    if (i > 0)
      points += square_penalty(modules.rows[i - 1], modules.rows[i]);
  }
  points += share_penalty(dark);
  for (const auto* lines : {&modules.rows, &modules.columns})
    if (points < most)
      points += Lines(*lines).penalty();
  return points;
}

}  // namespace

std::optional<QrSymbol> qr_symbol(std::string_view bytes) {
  if (bytes.size() > longest_text)
    return {};
  const auto unmasked = placed(interleaved(data_codewords(bytes)));
  auto best = masked(unmasked, mask_modules[0]);
  int fewest = penalty(best, std::numeric_limits<int>::max());
  for (std::size_t mask = 1; mask < mask_modules.size(); ++mask) {
    const auto next = masked(unmasked, mask_modules[mask]);
    if (const int points = penalty(next, fewest); points < fewest) {
      best = next;
      fewest = points;
    }
  }
  return best.rows;
}

}  // namespace trialsheet
