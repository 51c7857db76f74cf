// What is told of a group without study treatment.

#include <catch2/catch.hpp>

#include "trials.hpp"

namespace trialsheet {
namespace {

TEST_CASE("A group without study treatment is called what tells of its own") {
  const auto told = [](const std::string& label) {
    Trial trial = plain_trial();
    add_arm(trial, "EXPERIMENTAL", {"Yoga"});
    trial.arms.push_back({label, "NO_INTERVENTION", "", {}});
    return texts_of(summary_of(trial).what.at(1)).front();
  };
  CHECK(told("Surgery alone")
            .starts_with("One group gets Yoga. The other gets no study treatment (it is "
                         "called “Surgery "
                         "alone”)."));
  CHECK(told("Control group B")
            .starts_with("One group gets Yoga. The other gets no study treatment."));
}

}  // namespace
}  // namespace trialsheet
