// Access log: one JSON line for each request, without anything that tells of a person.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "store/clock.hpp"

namespace trialsheet {

/// What is said of a request. There is no address of the client, no path, query, body or
/// user agent: only the template of the path, so that no line ties a trial to anybody.
struct AccessEntry {
  std::string id;
  std::string_view method;  ///< as by known_method()
  std::string_view route;
  int status = 0;  ///< 499: the client went away before it was answered
  std::size_t bytes = 0;
  double milliseconds = 0;
  double waited = 0;  ///< milliseconds until a worker was free
};

/// The methods of RFC 9110, or "other": a method is free text of the client.
std::string_view known_method(std::string_view method);

/// The client's request id, if it is one that cannot hold an NCT number (hexadecimal
/// digits and dashes, 8 to 64), or one made of `number`.
std::string request_id(std::string_view sent, double chance, unsigned long long number);

/// A line for the log, with its end.
std::string log_line(const AccessEntry& entry, UnixSeconds now);

/// "Mon, 23 Nov 2026 04:20:11 GMT" (RFC 9110, section 5.6.7).
std::string http_date(UnixSeconds now);

}  // namespace trialsheet
