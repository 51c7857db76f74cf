// Purpose: what the first paragraph says a study is for.

#include <catch2/catch.hpp>

#include "trials.hpp"

namespace trialsheet {
namespace {

TEST_CASE("Where names tell little of the purpose the record gives its aim") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  trial.interventions = {{"OTHER", "Questionnaires", "", {}, {}}};
  trial.brief_summary =
      "Asthma is common.\n\nThe aim of this study is to compare how people with asthma "
      "sleep\nin summer and in winter. It takes a year.";
  CHECK(fullest(trial)[0] ==
        "This study looks at asthma. The record gives the aim: "
        "“to compare how people with asthma sleep in summer and in winter”.");
  for (const char* claims :
       {"The aim is to show that people with asthma sleep badly in winter.",
        "The aim is to evaluate a novel way to sleep well with asthma in winter.",
        "The secondary aim is to compare how people with asthma sleep.",
        "The aim is to compare these two groups with asthma in the winter."}) {
    trial.brief_summary = claims;
    CHECK(fullest(trial)[0] == "This study looks at asthma.");
  }
  trial.brief_summary = "To compare how people with asthma sleep; to count their dreams";
  CHECK(fullest(trial)[0].ends_with("“to compare how people with asthma sleep”."));
  trial.brief_summary =
      "This study will explore how people with asthma sleep. It is small.";
  CHECK(fullest(trial)[0].ends_with(
      "“This study will explore how people with asthma sleep”."));
  trial.design.study_type = "INTERVENTIONAL";
  trial.design.primary_purpose = "TREATMENT";
  trial.brief_summary = "The aim is to compare how people with asthma sleep.";
  CHECK(fullest(trial)[0].find("gives the aim") == std::string::npos);
}

TEST_CASE("Abbreviations in what is measured are explained") {
  Trial trial = plain_trial();
  trial.interventions = {{"DRUG", "Pill", "", {}, {}}};
  trial.primary_outcomes = {{"Change in NYHA class", "", ""}};
  CHECK(fullest(trial)[0] ==
        "This study tests Pill. It is about Asthma. The main thing it measures is "
        "“Change in "
        "NYHA [heart failure class; IV is worst] class”.");
  trial.primary_outcomes[0].measure = "NYHA class after placebo";
  CHECK(fullest(trial)[0].ends_with("“NYHA class after placebo”."));
}

TEST_CASE("What a study is about is not said twice, and stages are told in one go") {
  Trial trial = plain_trial();
  trial.interventions = {{"DEVICE", "An app for asthma", "", {}, {}}};
  CHECK(fullest(trial)[0] == "This study tests An app for asthma.");
  trial.conditions = {"Asthma",
                      "Thyroid Cancer Stage IIIB",
                      "Thyroid Cancer Stage IIIC",
                      "Thyroid Cancer Stage IV",
                      "Stage IV Melanoma",
                      "Part"};
  CHECK(fullest(trial)[0] ==
        "This study tests An app for asthma. It is about Thyroid Cancer Stage "
        "IIIB/IIIC/IV, "
        "Stage IV Melanoma and Part.");
}

TEST_CASE("Two doses with long names that are compared are both told") {
  Trial trial = plain_trial();
  const std::string high = "0.143 mg/kg Examplin or 10 mg Examplin";
  const std::string low = "0.0143 mg/kg Examplin or 1 mg Examplin";
  trial.interventions = {{"DRUG", high, "", {}, {}}, {"DRUG", low, "", {}, {}}};
  add_arm(trial, "ACTIVE_COMPARATOR", {"Drug: " + high});
  add_arm(trial, "ACTIVE_COMPARATOR", {"Drug: " + low});
  for (const Statement& statement : summary_of(trial).what) {
    for (const std::string& text : texts_of(statement)) {
      CHECK(text.find("1 more") == std::string::npos);
    }
  }
}

TEST_CASE("A study that only observes is not said to look at its questionnaires") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  trial.interventions = {{"OTHER", "Questionnaires", "", {}, {}}};
  CHECK(fullest(trial)[0] == "This study looks at Asthma.");
  trial.interventions.push_back({"DRUG", "Examplin", "", {}, {}});
  CHECK(fullest(trial)[0].find("Examplin") != std::string::npos);
}

}  // namespace
}  // namespace trialsheet
