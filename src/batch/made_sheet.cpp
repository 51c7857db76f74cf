// Numbers and days in few bytes, and the names that sheets go by.

#include "batch/made_sheet.hpp"

#include <cstdlib>
#include <tuple>

namespace trialsheet {

namespace {

constexpr std::size_t digits = 8;
constexpr std::size_t folder_digits = 4;

}  // namespace

bool is_newer(const MadeSheet& a, const MadeSheet& b) {
  return std::tie(a.day, a.record) > std::tie(b.day, b.record);
}

std::uint32_t number_of(const std::string& nct) {
  return static_cast<std::uint32_t>(std::strtoul(nct.c_str() + 3, nullptr, 10));
}

std::string nct_of(std::uint32_t number) {
  const auto text = std::to_string(number);
  return "NCT" + std::string(digits - text.size(), '0') + text;
}

std::uint32_t packed_day(const std::optional<Date>& date) {
  return date ? static_cast<std::uint32_t>(date->year * 10000 + date->month * 100 +
                                           date->day)
              : 0;
}

std::string day_text(std::uint32_t day) {
  const auto part = [](std::uint32_t value) { return static_cast<int>(value); };
  return day == 0 ? "" : iso({part(day / 10000), part(day / 100 % 100), part(day % 100)});
}

std::string folder_of(std::uint32_t number) {
  return nct_of(number).substr(0, 3 + folder_digits) + "xxxx";
}

std::string path_of(std::uint32_t number) {
  return folder_of(number) + "/" + nct_of(number) + ".pdf";
}

}  // namespace trialsheet
