// A record ten times as long costs some ten times as much, not a hundred.

#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>

#include "trials.hpp"

namespace trialsheet {
namespace {

/// Rules of which every second one says who may join.
Trial with_ways_in(int rules) {
  Trial trial = plain_trial();
  trial.eligibility.criteria = "Inclusion Criteria:\n\n* Asthma of any kind\n";
  for (int i = 0; i < rules; i += 2) {
    const std::string number = std::to_string(i);
    trial.eligibility.criteria += "* Serum below limit " + number +
                                  "\n* Patients with hepatitis " + number +
                                  " may be included\n";
  }
  return trial;
}

double seconds(const Trial& trial) {
  const Criteria criteria = parse_criteria(trial.eligibility.criteria);
  double least = 1e9;
  for (int turn = 0; turn < 3; ++turn) {
    const auto start = std::clock();
    const auto summary = summarize(trial, criteria, english());
    least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    REQUIRE(!summary.value.rule_blocks.empty());
  }
  return least;
}

// A quadratic step would make it a hundred times as much.
TEST_CASE("Summarizing grows no faster than the list of rules") {
  CHECK(seconds(with_ways_in(3'000)) < 25 * seconds(with_ways_in(300)));
}

}  // namespace
}  // namespace trialsheet
