// Facts column: type of study with phase and people, sponsor, results, dates.

#include <catch2/catch.hpp>

#include "trials.hpp"

namespace trialsheet {
namespace {

std::string type_of(const Trial& trial) {
  return summary_of(trial).facts[1].value.wordings.front().text;
}

const Fact* fact_called(const Summary& summary, const std::string& label) {
  for (const Fact& fact : summary.facts) {
    if (fact.label == label) {
      return &fact;
    }
  }
  return nullptr;
}

TEST_CASE("Phases are said as registered; NA is not the same as not stated") {
  struct Row {
    std::vector<std::string> phases;
    const char* text;
  };
  const std::vector<Row> rows = {
      {{}, "Interventional study, phase not stated"},
      {{"NA"}, "Interventional study without a phase"},
      {{"EARLY_PHASE1"}, "Interventional study, early phase 1"},
      {{"PHASE1"}, "Interventional study, phase 1"},
      {{"PHASE2"}, "Interventional study, phase 2"},
      {{"PHASE3"}, "Interventional study, phase 3"},
      {{"PHASE4"}, "Interventional study, phase 4"},
      {{"PHASE1", "PHASE2"}, "Interventional study, phases 1 and 2"},
      {{"PHASE2", "PHASE3"}, "Interventional study, phases 2 and 3"},
      {{"PHASE3", "PHASE4"}, "Interventional study, phase 3 and phase 4"},
  };
  for (const Row& row : rows) {
    Trial trial = plain_trial();
    trial.design.phases = row.phases;
    CHECK(type_of(trial) == row.text);
  }
}

TEST_CASE("A study that is open although its planned end is past says both") {
  Trial trial = plain_trial();
  trial.status = "RECRUITING";
  trial.completion = {Date{2023, 6, 0}, true};
  trial.data_date = Date{2023, 6, 1};
  const auto status = [&trial] {
    return summary_of(trial).facts[0].value.wordings.front().text;
  };
  CHECK(status() == "Open to new people");
  trial.data_date = Date{2023, 7, 1};
  CHECK(status() == "Open to new people. Planned end (June 2023) is past.");
  trial.status = "COMPLETED";
  CHECK(status() == "Completed, not open");
}

TEST_CASE("Every purpose has a name") {
  for (const char* purpose :
       {"TREATMENT", "PREVENTION", "DIAGNOSTIC", "ECT", "SUPPORTIVE_CARE", "SCREENING",
        "HEALTH_SERVICES_RESEARCH", "BASIC_SCIENCE", "DEVICE_FEASIBILITY", "OTHER", ""}) {
    Trial trial = plain_trial();
    trial.design.primary_purpose = purpose;
    trial.interventions.push_back({"DRUG", "Aspirin", "", {}, {}});
    for (const char* status : {"RECRUITING", "COMPLETED", "WITHDRAWN"}) {
      trial.status = status;
      const Summary summary = summary_of(trial);
      CHECK(summary.facts[1].value.wordings.front().text.find("tudy") !=
            std::string::npos);
      CHECK(summary.what[0].wordings.front().text.find("Aspirin") != std::string::npos);
    }
  }
}

TEST_CASE("Planned and actual numbers of people differ in words") {
  Trial trial = plain_trial();
  trial.design.primary_purpose = "TREATMENT";
  trial.design.phases = {"PHASE2"};
  trial.design.enrollment = 24;
  trial.design.enrollment_estimated = true;
  CHECK(type_of(trial) == "Treatment study, phase 2, for 24 people");
  trial.design.enrollment_estimated = false;
  trial.status = "COMPLETED";
  CHECK(type_of(trial) == "Treatment study, phase 2, with 24 people");
  trial.status = "UNKNOWN";
  CHECK(type_of(trial) == "Treatment study, phase 2, for 24 people");
  trial.design.enrollment_actual = true;
  CHECK(type_of(trial) == "Treatment study, phase 2, with 24 people");
  trial.status = "COMPLETED";
  trial.design.enrollment = 1;
  CHECK(type_of(trial) == "Treatment study, phase 2, with 1 person");
  trial.design.enrollment = 0;
  CHECK(type_of(trial) == "Treatment study, phase 2; no one joined");
  trial.design.enrollment = 99'999'999;
  CHECK(type_of(trial) == "Treatment study, phase 2");
  trial.design.enrollment = 1436;
  trial.design.study_type = "OBSERVATIONAL";
  CHECK(type_of(trial) == "Observational study of 1,436 people");
  trial.design.study_type = "EXPANDED_ACCESS";
  trial.design.enrollment = std::nullopt;
  CHECK(type_of(trial) == "Access outside a clinical trial");
  trial.design.study_type = "";
  CHECK(type_of(trial) == "Type not stated");
}

TEST_CASE("The sponsor stands exactly as registered") {
  Trial trial = plain_trial();
  trial.lead_sponsor.name = "Assistance Publique - Hôpitaux de Paris";
  const Fact sponsor = summary_of(trial).facts[2];
  CHECK(sponsor.value.wordings.front().text == "Assistance Publique - Hôpitaux de Paris");
  CHECK(sponsor.value.wordings.front().tier == Tier::verbatim);
}

TEST_CASE("Results and dates are said where the record says them") {
  Trial trial = plain_trial();
  CHECK(fact_called(summary_of(trial), "Results") == nullptr);
  CHECK(fact_called(summary_of(trial), "Dates") == nullptr);
  trial.start = {Date{2023, 5, 0}, false};
  trial.completion = {Date{2027, 6, 0}, true};
  trial.has_results = false;
  CHECK(fact_called(summary_of(trial), "Results") == nullptr);
  CHECK(texts_of(fact_called(summary_of(trial), "Dates")->value).front() ==
        "Start: May 2023. Planned end: June 2027.");
  trial.status = "COMPLETED";
  CHECK(texts_of(fact_called(summary_of(trial), "Results")->value).front() ==
        "None posted");
  trial.has_results = true;
  trial.results_posted = {Date{2020, 7, 7}, false};
  CHECK(texts_of(fact_called(summary_of(trial), "Results")->value) ==
        std::vector<std::string>{"Posted 7 July 2020", "Posted"});
}

}  // namespace
}  // namespace trialsheet
