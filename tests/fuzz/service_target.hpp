// The service's target: any bytes are a request, and each gets an answer.
//
// The first line is method and target, the lines up to an empty one are fields, the rest
// is the body. What a socket would refuse (framing_fault) is not let in here either.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "service/framing.hpp"
#include "service/parameters.hpp"
#include "service/response_head.hpp"
#include "service/service.hpp"
#include "targets.hpp"

namespace trialsheet::fuzz {

class FuzzClock final : public Clock {
 public:
  UnixSeconds now() override { return 1'784'000'000; }
  std::chrono::milliseconds running() override { return std::chrono::milliseconds(0); }
  void sleep(std::chrono::milliseconds) override {}
  double chance() override { return 0.5; }
};

inline Service& fuzzed_service() {
  static FuzzClock clock;
  static const Engine engine;
  static const ServiceOptions options = [] {
    ServiceOptions made;
    made.today = [] { return Date{.year = 2026, .month = 7, .day = 14}; };
    return made;
  }();
  static Service service(engine, nullptr, clock, options);
  return service;
}

/// Every answer can be sent, and says what it is.
inline void check_response(const ServiceRequest& request,
                           const ServiceResponse& response) {
  require(response.status >= 200 && response.status < 600 && response.status != 500);
  require(!response.route.empty() &&
          response.route.find("NCT") == std::string_view::npos);
  require(request.method == "HEAD" ? response.body.empty()
                                   : response.length == response.body.size());
  const auto head = response_head(response, {"00000000-00000001", "today", true});
  HeadScan scan;
  require(head.size() >= most_head || scan.look(head) == HeadState::complete);
  require(head.size() >= most_head || scan.length() == head.size());
  require(field(response.fields, "cache-control").find("no-store") !=
              std::string_view::npos ||
          field(response.fields, "cache-control") == "public, max-age=3600");
}

inline void service(std::string_view bytes) {
  HeadScan scan;
  if (scan.look(bytes) != HeadState::complete) {
    return;
  }
  const auto head = bytes.substr(0, scan.length());
  if (framing_fault(head).status != 0) {
    return;
  }
  ServiceRequest request;
  const auto first = head.find(' ');
  request.method = head.substr(0, first);
  request.target =
      origin_form(head.substr(first + 1, head.find(' ', first + 1) - first - 1));
  for (auto at = head.find("\r\n") + 2; at + 2 < head.size();) {
    const auto end = head.find("\r\n", at);
    const auto line = head.substr(at, end - at);
    const auto colon = line.find(':');
    request.fields.push_back({std::string(line.substr(0, colon)),
                              std::string(without_blanks(line.substr(colon + 1)))});
    at = end + 2;
  }
  request.body = bytes.substr(scan.length());
  require(fuzzed_service().plan(request.method, request.target).most_body > 0);
  check_response(request, fuzzed_service().answer(request));
}

}  // namespace trialsheet::fuzz
