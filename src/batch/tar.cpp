// The header is a block of text fields, most of them octal numbers.

#include "batch/tar.hpp"

#include <fmt/format.h>

#include <numeric>

namespace trialsheet {

namespace {

// Offsets of the fields, from the standard's table.
constexpr std::size_t mode_at = 100;
constexpr std::size_t owner_at = 108;
constexpr std::size_t group_at = 116;
constexpr std::size_t size_at = 124;
constexpr std::size_t time_at = 136;
constexpr std::size_t sum_at = 148;
constexpr std::size_t type_at = 156;
constexpr std::size_t magic_at = 257;

void put(std::string& header, std::size_t at, std::string_view text) {
  header.replace(at, text.size(), text);
}

}  // namespace

std::string tar_header(std::string_view name, std::uint64_t size) {
  std::string header(tar_block, '\0');
  put(header, 0, name);
  put(header, mode_at, "0000644");
  put(header, owner_at, "0000000");
  put(header, group_at, "0000000");
  put(header, size_at, fmt::format("{:011o}", size));
  put(header, time_at, "00000000000");
  put(header, sum_at, "        ");  // as it counts in the sum of itself
  put(header, type_at, "0");
  put(header, magic_at, std::string_view("ustar\00000", 8));
  const auto sum = std::accumulate(
      header.begin(), header.end(), 0U,
      [](unsigned so_far, char c) { return so_far + static_cast<unsigned char>(c); });
  put(header, sum_at, fmt::format("{:06o}", sum) + std::string(1, '\0'));
  return header;
}

std::string tar_padding(std::uint64_t size) {
  return std::string((tar_block - size % tar_block) % tar_block, '\0');
}

std::string tar_end() {
  return std::string(2 * tar_block, '\0');
}

std::uint64_t tar_size(std::uint64_t size) {
  return tar_block + size + tar_padding(size).size();
}

}  // namespace trialsheet
