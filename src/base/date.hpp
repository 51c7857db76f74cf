// Date: a calendar day, month or year as the registry writes it; no clock, no time zone.

#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace trialsheet {

/// A date that may be known to the day or to the month only (RECORD_FACTS: both occur).
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;  ///< 0: only the month is known

  friend auto operator<=>(const Date&, const Date&) = default;
};

/// Reads "2026-07-14" or "2026-07"; nothing if it is no real date of the years 1900 to
/// 2199.
[[gnu::visibility("default")]] std::optional<Date> parse_date(std::string_view text);

/// "2026-07-14" or "2026-07", as the registry writes it.
[[gnu::visibility("default")]] std::string iso(const Date& date);

}  // namespace trialsheet
