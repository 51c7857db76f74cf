// Writes lines of the log, and dates.

#include "service/access_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace trialsheet {

namespace {

namespace chrono = std::chrono;

struct Moment {
  chrono::year_month_day day;
  chrono::weekday weekday;
  long long hour;
  long long minute;
  long long second;
};

Moment moment_of(UnixSeconds now) {
  const chrono::sys_seconds time{chrono::seconds(now)};
  const auto day = chrono::floor<chrono::days>(time);
  const auto rest = (time - day).count();
  return {chrono::year_month_day(day), chrono::weekday(day), rest / 3600, rest / 60 % 60,
          rest % 60};
}

std::string iso_time(UnixSeconds now) {
  const auto at = moment_of(now);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
                     static_cast<int>(at.day.year()),
                     static_cast<unsigned>(at.day.month()),
                     static_cast<unsigned>(at.day.day()), at.hour, at.minute, at.second);
}

bool is_plain_id(std::string_view id) {
  return id.size() >= 8 && id.size() <= 64 &&
         id.find_first_not_of("0123456789abcdefABCDEF-") == id.npos;
}

}  // namespace

std::string_view known_method(std::string_view method) {
  constexpr std::array<std::string_view, 8> known = {
      "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"};
  const auto found = std::find(known.begin(), known.end(), method);
  return found == known.end() ? std::string_view("other") : *found;
}

std::string request_id(std::string_view sent, double chance, unsigned long long number) {
  if (is_plain_id(sent)) {
    return std::string(sent);
  }
  return fmt::format("{:08x}-{:08x}", static_cast<unsigned>(chance * 0xFFFFFFFFU),
                     number);
}

std::string log_line(const AccessEntry& entry, UnixSeconds now) {
  return fmt::format(
      "{{\"time\":\"{}\",\"id\":\"{}\",\"method\":\"{}\",\"route\":\"{}\",\"status\":{},"
      "\"bytes\":{},\"ms\":{:.1f},\"waited_ms\":{:.1f}}}\n",
      iso_time(now), entry.id, entry.method, entry.route, entry.status, entry.bytes,
      entry.milliseconds, entry.waited);
}

std::string http_date(UnixSeconds now) {
  constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto at = moment_of(now);
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                     days[at.weekday.c_encoding()], static_cast<unsigned>(at.day.day()),
                     months[static_cast<unsigned>(at.day.month()) - 1],
                     static_cast<int>(at.day.year()), at.hour, at.minute, at.second);
}

}  // namespace trialsheet
