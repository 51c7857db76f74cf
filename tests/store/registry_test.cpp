// How the registry is asked: when, how often, and what is believed. Against the stub.

#include "store/registry.hpp"

#include <catch2/catch.hpp>

#include "store/stub.hpp"

using namespace trialsheet;
using namespace std::chrono_literals;

namespace {

RegistryOptions options_for(const Stub& stub) {
  RegistryOptions options;
  options.base = stub.base();
  options.request_time = 20s;
  return options;
}

/// What asking for a study comes to: "", or the kind of its error.
std::string outcome(Registry& registry, const std::string& nct) {
  try {
    registry.study(nct);
    return "";
  } catch (const RegistryError& error) {
    constexpr std::array names = {"unreachable", "busy", "unusable"};
    return names[static_cast<std::size_t>(error.kind())];
  } catch (const Error& error) {
    return error.fault() == Fault::absent ? "absent" : "request";
  }
}

}  // namespace

TEST_CASE("requests are 1.2 seconds apart, the first at once, redirects counted") {
  const Stub stub;
  QuickClock clock;
  Registry registry(options_for(stub), clock);
  CHECK(outcome(registry, "NCT00000001").empty());
  CHECK(clock.slept().empty());
  CHECK(outcome(registry, "NCT00000003").empty());
  CHECK(clock.slept() == std::vector<long>{1200, 1200});
  clock.pass(5s);
  CHECK(outcome(registry, "NCT00000001").empty());
  CHECK(clock.slept().empty());
  CHECK(registry.requests() == 4);
}

TEST_CASE("between tries it waits by chance, and as long as the server asks") {
  const Stub stub;
  QuickClock clock;
  auto options = options_for(stub);
  options.pause = 0ms;
  Registry registry(options, clock);
  CHECK(outcome(registry, "NCT00000010") == "unreachable");
  CHECK(clock.slept() == std::vector<long>{500, 1000, 2000});  // half of 1, 2 and 4 s
  CHECK(registry.requests() == 4);
  CHECK(outcome(registry, "NCT00000007").empty());
  CHECK(clock.slept() == std::vector<long>{1000});
  CHECK(outcome(registry, "NCT00000008") == "busy");
  CHECK(clock.slept().empty());  // nobody waits a day
}

TEST_CASE("a pause that the server asks for holds for other numbers too") {
  const Stub stub;
  QuickClock clock;
  Registry registry(options_for(stub), clock);
  CHECK(outcome(registry, "NCT00000008") == "busy");
  CHECK(outcome(registry, "NCT00000001") == "busy");
  CHECK(registry.requests() == 1);
  clock.pass(std::chrono::hours(24));
  CHECK(outcome(registry, "NCT00000001").empty());
}

TEST_CASE("a call ends with its patience") {
  const Stub stub;
  QuickClock clock;
  auto options = options_for(stub);
  options.patience = 2s;
  Registry registry(options, clock);
  CHECK(outcome(registry, "NCT00000010") == "unreachable");
  CHECK(registry.requests() == 2);  // at 0 and 1.2 s; the third would be at 2.4 s
}

TEST_CASE("only an NCT number becomes part of a path") {
  QuickClock clock;
  Registry registry({.base = "http://127.0.0.1:9/"}, clock);
  for (const char* nct : {"", "NCT1", "nct00000001", "NCT0000000\n", "NCT00000001/../x",
                          "NCT00000001?a", "../studies", "NCT00000001 "}) {
    CAPTURE(nct);
    CHECK(outcome(registry, nct) == "request");
  }
  CHECK(registry.requests() == 0);
}

TEST_CASE("an ETag is sent back, and 304 believed only then") {
  const Stub stub;
  QuickClock clock;
  Registry registry(options_for(stub), clock);
  const auto first = registry.study("NCT00000001");
  CHECK_FALSE(first.is_unchanged);
  CHECK(first.etag == "\"stub-1\"");
  CHECK(first.json.find("NCT00000001") != std::string::npos);
  CHECK(registry.study("NCT00000001", first.etag).is_unchanged);
  CHECK_FALSE(registry.study("NCT00000001", "\"other\"").is_unchanged);
  CHECK_FALSE(registry.study("NCT00000001", "\"a\"\r\nX-Evil: \"b\"").is_unchanged);
  CHECK(registry.study("NCT00000023").etag.empty());
}

TEST_CASE("what cannot be reached is said to be so") {
  QuickClock clock;
  auto options = RegistryOptions{.base = "http://127.0.0.1:9/api/v2"};
  Registry registry(options, clock);
  CHECK(outcome(registry, "NCT00000001") == "unreachable");
  CHECK(registry.requests() == 4);
  for (const char* base : {"", "clinicaltrials.gov", "file:///etc", "https://",
                           "http://a?b", "http://user:word@a/", "http://a/b/../c"}) {
    CAPTURE(base);
    CHECK_THROWS_AS(Registry({.base = base}, clock), Error);
  }
}
