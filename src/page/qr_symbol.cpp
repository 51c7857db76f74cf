// Encoding (ISO/IEC 18004, 7): codewords, error correction, placement, mask.
//
// Everything that is the same for all symbols of the version is a table made when the
// program is compiled.

#include "page/qr_symbol.hpp"

#include <limits>

#include "page/qr_penalty.hpp"

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

using Modules = QrModuleSet;

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

}  // namespace

std::optional<QrSymbol> qr_symbol(std::string_view bytes) {
  if (bytes.size() > longest_text)
    return {};
  const auto unmasked = placed(interleaved(data_codewords(bytes)));
  auto best = masked(unmasked, mask_modules[0]);
  int fewest = qr_penalty(best, std::numeric_limits<int>::max());
  for (std::size_t mask = 1; mask < mask_modules.size(); ++mask) {
    const auto next = masked(unmasked, mask_modules[mask]);
    if (const int points = qr_penalty(next, fewest); points < fewest) {
      best = next;
      fewest = points;
    }
  }
  return best.rows;
}

}  // namespace trialsheet
