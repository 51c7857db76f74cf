// What is told of a group without study treatment.

#include <algorithm>
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

TEST_CASE("Chance does not decide on groups of several parts, or on who is healthy") {
  Trial trial = plain_trial();
  trial.design.allocation = "RANDOMIZED";
  add_arm(trial, "EXPERIMENTAL", {"Yoga"});
  add_arm(trial, "EXPERIMENTAL", {"Walks"});
  add_arm(trial, "NO_INTERVENTION", {});
  const auto says = [&trial](const std::string& words) {
    const auto texts = texts_of(summary_of(trial).what.at(1));
    return std::any_of(texts.begin(), texts.end(), [&words](const std::string& text) {
      return text.find(words) != std::string::npos;
    });
  };
  CHECK(says("Chance decides who"));
  trial.arms[2].label = "Healthy controls";
  CHECK(says("Chance decides some of it."));
  CHECK_FALSE(says("Chance decides who"));
  for (std::size_t i = 0; i < 3; ++i) {
    trial.arms[i].label = i < 2 ? "Yoga or walks (Cohort 1)" : "Registry (Cohort 2)";
  }
  CHECK(says("Chance decides some of it."));
  trial.arms[2].label = "Rest (Cohort 1)";
  CHECK_FALSE(says("Chance decides some of it."));
}

TEST_CASE("Chance does not decide on people beside those who are randomized") {
  Trial trial = plain_trial();
  trial.design.allocation = "RANDOMIZED";
  trial.arms = {
      {"Asthma", "NO_INTERVENTION", "People without cough", {}},
      {"Asthma + cough", "NO_INTERVENTION", "Randomly left alone", {}},
      {"Asthma + cough + yoga", "EXPERIMENTAL", "Randomized to yoga", {"Yoga"}}};
  CHECK(fullest(trial)[1].find("Chance decides some of it.") != std::string::npos);
  trial.arms[0].description = "Randomized to nothing";
  CHECK(fullest(trial)[1].find("Chance decides some of it.") == std::string::npos);
}

TEST_CASE("A condition with a comma in it is one in a list") {
  Trial trial = plain_trial();
  trial.conditions = {"Embolism, Clot", "Bleeding"};
  add_arm(trial, "EXPERIMENTAL", {"Yoga"});
  CHECK(texts_of(summary_of(trial).what.at(0)).front() ==
        "This study tests Yoga. It is about “Embolism, Clot” and Bleeding.");
}

}  // namespace
}  // namespace trialsheet
