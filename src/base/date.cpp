// Date: strict reading of the registry's two formats; anything else is no date.

#include "base/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

namespace trialsheet {
namespace {

// The century before the registry and the two after it; outside lies a typing mistake.
constexpr int first_year = 1900;
constexpr int last_year = 2199;

std::optional<int> digits(std::string_view text) {
  const bool all =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  int value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (!all || result.ec != std::errc()) {
    return std::nullopt;
  }
  return value;
}

/// Gregorian rule: every fourth year but not every hundredth, yet every four hundredth.
bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int leap_day = month == 2 && is_leap(year) ? 1 : 0;
  return days[static_cast<std::size_t>(month - 1)] + leap_day;
}

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  const bool to_the_day = text.size() == 10 && text[7] == '-';
  if ((!to_the_day && text.size() != 7) || text[4] != '-') {
    return std::nullopt;
  }
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = to_the_day ? digits(text.substr(8, 2)) : 0;
  if (!year || *year < first_year || *year > last_year || !month || *month < 1 ||
      *month > 12) {
    return std::nullopt;
  }
  if (!day || (to_the_day && (*day < 1 || *day > days_in(*year, *month)))) {
    return std::nullopt;
  }
  return Date{*year, *month, *day};
}

std::string iso(const Date& date) {
  std::string text =
      two_digits(date.year / 100) + two_digits(date.year) + "-" + two_digits(date.month);
  if (date.day != 0) {
    text += "-" + two_digits(date.day);
  }
  return text;
}

}  // namespace trialsheet
