// Finds the day by the calendar of <chrono>, which takes no part of the locale.

#include "cli/today.hpp"

#include <charconv>
#include <chrono>
#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace trialsheet {

namespace {

namespace chrono = std::chrono;

Date date_of(const chrono::year_month_day& day) {
  return {.year = static_cast<int>(day.year()),
          .month = static_cast<int>(static_cast<unsigned>(day.month())),
          .day = static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::optional<Date> day_of_seconds(std::string_view text) {
  // parse_date() and the sheet know the years up to 2199.
  constexpr auto end = chrono::sys_days(chrono::year(2200) / 1 / 1).time_since_epoch();
  std::uint64_t seconds = 0;
  const auto* last = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), last, seconds);
  if (error != std::errc() || stop != last ||
      seconds >= static_cast<std::uint64_t>(chrono::seconds(end).count())) {
    return std::nullopt;
  }
  const chrono::sys_seconds moment(chrono::seconds(static_cast<std::int64_t>(seconds)));
  return date_of(chrono::floor<chrono::days>(moment));
}

Date local_day() {
  const auto now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {.year = local.tm_year + 1900, .month = local.tm_mon + 1, .day = local.tm_mday};
}

}  // namespace

Date today(const char* source_date_epoch) {
  if (!source_date_epoch) {
    return local_day();
  }
  if (const auto day = day_of_seconds(source_date_epoch)) {
    return *day;
  }
  throw Error(Fault::request, "SOURCE_DATE_EPOCH",
              "\"" + std::string(source_date_epoch) +
                  "\" is no number of seconds since 1970; correct it, unset it, or give "
                  "--date");
}

}  // namespace trialsheet
