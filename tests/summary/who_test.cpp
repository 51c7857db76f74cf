// Who gets what, where names alone would lose it: labels and descriptions tell the rest.

#include <catch2/catch.hpp>

#include "trials.hpp"

namespace trialsheet {
namespace {

TEST_CASE("What a group gets by its label or description is not left out") {
  Trial trial = plain_trial();
  add_arm(trial, "ACTIVE_COMPARATOR", {"Other: Usual exercises"});
  add_arm(trial, "EXPERIMENTAL", {"Other: Stretching"});
  trial.interventions = {{"OTHER", "Usual exercises", "", {}, {}},
                         {"OTHER", "Stretching", "", {}, {}}};
  trial.arms[1].description = "Usual exercises + stretching each day";
  CHECK(fullest(trial)[0] == "This study tests Stretching. It is about Asthma.");
  CHECK(fullest(trial)[1] ==
        "One group gets Usual exercises. The other gets Stretching and Usual exercises.");
  trial.arms[1].description = "Stretching, compared with usual exercises + nothing";
  CHECK(fullest(trial)[0] ==
        "This study tests Stretching against Usual exercises. It is about Asthma.");
}

TEST_CASE("What an untreated group is called is told of all that get it") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: Examplin"});
  add_arm(trial, "NO_INTERVENTION", {});
  trial.arms[0].label = "WBRT plus Examplin";
  trial.arms[1].label = "WBRT";
  trial.arms[1].description = "whole brain radiotherapy";
  CHECK(fullest(trial)[1] ==
        "One group gets Examplin and WBRT. The other gets WBRT, but no study treatment.");
  trial.arms[0].label = "Apnea + Examplin";
  trial.arms[1].label = "Apnea";
  trial.arms[1].description = "People with apnea";
  CHECK(fullest(trial)[1] ==
        "One group gets Examplin. The other gets no study treatment (it is called "
        "“Apnea”).");
}

TEST_CASE("A group whose label calls what it gets the usual care is told so") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Behavioral: Yoga"});
  add_arm(trial, "ACTIVE_COMPARATOR", {"Behavioral: Lessons"});
  trial.arms[1].label = "Lessons (usual care)";
  CHECK(fullest(trial)[1].find("Lessons (usual care)") != std::string::npos);
  trial.arms[1].label = "Lessons with usual care";
  CHECK(fullest(trial)[1].find("(usual care)") == std::string::npos);
}

TEST_CASE("Two doses are told apart in few words too") {
  Trial trial = plain_trial();
  trial.design.allocation = "RANDOMIZED";
  add_arm(trial, "EXPERIMENTAL", {"Drug: Aspirin"});
  add_arm(trial, "PLACEBO_COMPARATOR", {"Drug: Placebo"});
  add_arm(trial, "EXPERIMENTAL", {"Drug: Aspirin"});
  trial.arms[0].label = "Aspirin 5 mg";
  trial.arms[2].label = "Aspirin 9 mg";
  CHECK(summary_of(trial).what[1].wordings.back().text ==
        "Chance decides who gets which: Aspirin (“Aspirin 5 mg” and “Aspirin 9 mg”); a "
        "placebo (nothing active in it).");
}

TEST_CASE("Groups that get the same are told by what differs in their descriptions") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Device: Lamp"});
  add_arm(trial, "EXPERIMENTAL", {"Device: Lamp"});
  trial.arms[0].description = "Patients get two sessions a week (12 in all)";
  trial.arms[1].description = "Patients get three sessions a week (12 in all)";
  CHECK(fullest(trial)[1] ==
        "The record lists Lamp for each of the 2 groups. The record says of them: “two "
        "sessions a week”; “three sessions a week”.");
  trial.arms[0].description = "Patients get two sessions for 3 weeks";
  trial.arms[1].description = "Patients get one session for 6 weeks";
  CHECK(
      fullest(trial)[1].ends_with("“two sessions for 3 weeks”; “one session for 6 "
                                  "weeks”."));
  trial.arms[0].description = "Phase 1 people get light at noon";
  trial.arms[1].description = "Phase 2 people get light at night";
  CHECK(
      fullest(trial)[1].ends_with("“Phase 1 people get light at noon”; “Phase 2 people "
                                  "get light at night”."));
  trial.arms[0].description = "No light for the eyes";
  trial.arms[1].description = "No light for the skin";
  CHECK(fullest(trial)[1].ends_with("“No light for the eyes”; “No light for the skin”."));
  trial.arms[1].description = "";
  CHECK(fullest(trial)[1].ends_with("Ask how these groups differ."));
}

TEST_CASE("Groups that are only numbered are told by whom they are of") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  add_arm(trial, "", {});
  add_arm(trial, "", {});
  trial.arms[0].description = "Old men";
  trial.arms[1].description = "Young men";
  trial.arms[1].label = "Gruop 2";
  CHECK(fullest(trial)[1] ==
        "It does not choose anyone’s treatment. The groups are called “Arm 1” (“Old "
        "men”) and “Gruop 2” (“Young men”).");
  CHECK(summary_of(trial).what[1].wordings.back().text == fullest(trial)[1]);
}

TEST_CASE("What is taken together is not told as taken in turn") {
  Trial trial = plain_trial();
  trial.design.intervention_model = "CROSSOVER";
  add_arm(trial, "EXPERIMENTAL", {"Drug: Aspirin", "Drug: Examplin"});
  add_arm(trial, "EXPERIMENTAL", {"Drug: Aspirin"});
  CHECK(fullest(trial)[1] ==
        "People get more than one of these, in turn: Aspirin and Examplin; Aspirin.");
  trial.arms[1].intervention_names = {"Drug: Aspirin", "Drug: Examplin", "Drug: Both"};
  trial.arms[0].label = "Sequence 1";
  trial.arms[1].description = "Aspirin + Examplin, then both in one tablet";
  CHECK(fullest(trial)[1] ==
        "People get these in turn, some of them together: Aspirin, Examplin and Both.");
}

TEST_CASE("People to compare with are not told as a turn of the others") {
  Trial trial = plain_trial();
  trial.design.intervention_model = "CROSSOVER";
  add_arm(trial, "EXPERIMENTAL", {"Drug: Aspirin"});
  add_arm(trial, "EXPERIMENTAL", {"Drug: Examplin"});
  add_arm(trial, "NO_INTERVENTION", {});
  CHECK(fullest(trial)[1].find("Aspirin, Examplin and no study treatment") !=
        std::string::npos);
  trial.arms[2].label = "Normal controls";
  CHECK(fullest(trial)[1] ==
        "People get more than one of these, in turn: Aspirin and Examplin. One part of "
        "this study is without study treatment.");
}

TEST_CASE("One group's shortest wording says what it gets") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Behavioral: Yoga"});
  CHECK(summary_of(trial).what[1].wordings.back().text ==
        "Everyone in it gets what is tested.");
}

TEST_CASE("That chance decides is said in few words before it is left out") {
  Trial trial = plain_trial();
  trial.design.allocation = "RANDOMIZED";
  for (int i = 0; i < 10; ++i) {
    add_arm(trial, "EXPERIMENTAL", {"Drug: Examplin " + std::to_string(i)});
  }
  const auto least = [&trial] { return summary_of(trial).what[1].wordings.back().text; };
  CHECK(least() == "Chance decides who is in which group.");
  add_arm(trial, "NO_INTERVENTION", {});
  CHECK(least() == "By chance, one group gets no study treatment.");
  add_arm(trial, "PLACEBO_COMPARATOR", {"Drug: Placebo"});
  CHECK(least() ==
        "By chance, some get a placebo (nothing active in it). One group gets no "
        "study treatment.");
  trial.arms.erase(trial.arms.end() - 2);
  CHECK(least() == "By chance, some get a placebo (nothing active in it).");
  trial.design.intervention_model = "CROSSOVER";
  const auto texts = texts_of(summary_of(trial).what[1]);
  CHECK(texts[texts.size() - 2] ==
        "Chance decides who gets what first. A placebo (nothing active in it) is part of "
        "this study.");
}

TEST_CASE("Usual care that a treatment comes on top of is told of both groups") {
  Trial trial = plain_trial();
  trial.arms = {{"Tea + TAU", "EXPERIMENTAL", "", {"Other: Tea"}},
                {"TAU", "NO_INTERVENTION", "Treatment as usual", {}}};
  CHECK(fullest(trial)[1] ==
        "One group gets Tea and usual care. The other gets usual care, but no study "
        "treatment.");
  trial.arms[0] = {"Tea", "EXPERIMENTAL", "Tea without the usual care", {"Other: Tea"}};
  CHECK(fullest(trial)[1].starts_with("One group gets Tea. The other gets usual care"));
}

TEST_CASE("Orders of one thing are told as the record describes them") {
  Trial trial = plain_trial();
  trial.design.intervention_model = "CROSSOVER";
  trial.arms = {{"1", "EXPERIMENTAL", "The order begins by ON", {"Device: Examplor"}},
                {"2", "EXPERIMENTAL", "The order begins by OFF", {"Device: Examplor"}}};
  CHECK(
      fullest(trial)[1] ==
      "People change over from one thing to another. There are 2 groups. The record says "
      "of them: “The order begins by ON”; “The order begins by OFF”.");
}

TEST_CASE(
    "What the only group gets beside what is listed is told as the record says it") {
  Trial trial = plain_trial();
  trial.arms = {{"A", "EXPERIMENTAL", "Tea 5 g plus honey 1 g.", {"Other: Tea"}}};
  CHECK(texts_of(summary_of(trial).what[1]) ==
        std::vector<std::string>{
            "There is one group. The record says of it: “Tea 5 g plus honey 1 g”.",
            "The record says of it: “Tea 5 g plus honey 1 g”."});
  trial.arms[0].intervention_names = {"Other: Tea and honey"};
  CHECK(fullest(trial)[1].find("The record says") == std::string::npos);
}

TEST_CASE("What imitates the tested thing in a placebo group is a placebo") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: Tea capsule"});
  add_arm(trial, "PLACEBO_COMPARATOR", {"Drug: Tea capsule simulation agent"});
  CHECK(fullest(trial)[1].starts_with(
      "One group gets Tea capsule. The other gets a placebo."));
}

}  // namespace
}  // namespace trialsheet
