// Questions: what the texts, the ages and the places of a record make the sheet ask.

#include <algorithm>
#include <catch2/catch.hpp>

#include "trials.hpp"

namespace trialsheet {
namespace {

bool asks(const Summary& summary, const std::string& id) {
  return std::any_of(summary.questions.begin(), summary.questions.end(),
                     [&id](const Question& question) {
                       return question.statement.id == "question." + id;
                     });
}

bool asks(const Trial& trial, const std::string& id) {
  return asks(summary_of(trial), id);
}

Trial with_rules(const std::string& rules) {
  Trial trial = plain_trial();
  trial.eligibility.criteria = "Inclusion Criteria:\n\n" + rules;
  return trial;
}

TEST_CASE("A text of the record makes its question asked") {
  CHECK(asks(with_rules("* A washout of 4 weeks"), "M1"));
  CHECK_FALSE(asks(with_rules("* Weekly washing"), "M1"));
  CHECK(asks(with_rules("* Within 3 months of diagnosis"), "G2"));
  CHECK(asks(with_rules("* A smartphone"), "G6"));
  Trial trial = plain_trial();
  trial.interventions = {{"DRUG", "Drug A", "An infusion each month", {}, {}}};
  CHECK(asks(trial, "V1i"));
  trial.interventions = {{"BIOLOGICAL", "Flu vaccine", "", {}, {}}};
  CHECK(asks(trial, "D9"));
  CHECK_FALSE(asks(trial, "V1i"));
}

TEST_CASE("Where all must have the illness, no one is asked as a healthy volunteer") {
  Trial trial = with_rules("* Diagnosis of asthma\n* Able to walk");
  trial.eligibility.healthy_volunteers = true;
  CHECK_FALSE(asks(trial, "HV2"));
  trial.eligibility.criteria += "\n* Persons of the same age without asthma";
  CHECK(asks(trial, "HV2"));
  trial = with_rules("* Asthma, or a healthy volunteer");
  trial.eligibility.healthy_volunteers = true;
  CHECK(asks(trial, "HV2"));
  trial = with_rules("* No history of asthma");
  trial.eligibility.healthy_volunteers = true;
  CHECK(asks(trial, "HV2"));
}

TEST_CASE(
    "Children are asked about only if an age or a text of the record tells of them") {
  Trial trial = with_rules("* Pre-menopausal women");
  trial.eligibility.standard_ages = {"CHILD", "ADULT", "OLDER_ADULT"};
  CHECK_FALSE(asks(trial, "C3"));
  trial.eligibility.minimum_age = Age{12, Age::Unit::years};
  CHECK(asks(trial, "C3"));
  trial.eligibility.minimum_age.reset();
  trial.eligibility.criteria += "\n* Children with a parent";
  CHECK(asks(trial, "C3"));
}

TEST_CASE("A price in a text of the record is asked about") {
  Trial trial = plain_trial();
  trial.detailed_description = "The price of the program is 600 dollars.";
  CHECK(asks(trial, "U6p"));
  trial.eligibility.criteria = "Inclusion Criteria:\n\n* Takes warfarin";
  const std::vector<Question> questions = summary_of(trial).questions;
  const auto of = [&questions](const std::string& topic) {
    return std::find_if(questions.begin(), questions.end(),
                        [&topic](const auto& each) { return each.topic == topic; });
  };
  CHECK(of("cost") < of("medicines"));
  trial.detailed_description = "The program is free.";
  CHECK_FALSE(asks(trial, "U6p"));
}

TEST_CASE("What is injected is no device to be asked about") {
  Trial trial = plain_trial();
  trial.interventions = {{"DEVICE", "Injection of fat cells", "", {}, {}}};
  CHECK_FALSE(asks(trial, "D1"));
  trial.interventions.front().name = "Headset";
  CHECK(asks(trial, "D1"));
}

TEST_CASE("What only keeps people out is not asked about as part of the study") {
  Trial trial = plain_trial();
  trial.arms.push_back(
      {"Patients", "", "Their scans. Previous surgery was excluded.", {}});
  CHECK_FALSE(asks(trial, "D3s"));
  trial.arms[0].description += " They have surgery.";
  CHECK(asks(trial, "D3s"));
}

TEST_CASE("The kind of a placebo or sham alone is not asked about") {
  Trial trial = plain_trial();
  trial.interventions = {{"DRUG", "Drug A", "", {}, {}},
                         {"DEVICE", "Device B", "", {}, {}}};
  add_arm(trial, "EXPERIMENTAL", {"Drug: Drug A"});
  add_arm(trial, "PLACEBO_COMPARATOR", {"Device: Device B"});
  CHECK(asks(trial, "M4"));
  CHECK_FALSE(asks(trial, "D1"));
  trial.arms[1].type = "ACTIVE_COMPARATOR";
  CHECK(asks(trial, "D1"));
  trial.interventions = {{"DEVICE", "Laser", "", {}, {}},
                         {"DRUG", "Placebo", "", {}, {}}};
  CHECK_FALSE(asks(trial, "M4"));
}

TEST_CASE("A study that only looks back asks for no visits and no money") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  CHECK(asks(trial, "U7"));
  CHECK(asks(trial, "U6"));
  trial.design.time_perspective = "RETROSPECTIVE";
  CHECK_FALSE(asks(trial, "U7"));
  CHECK_FALSE(asks(trial, "U6"));
  CHECK(asks(trial, "U5r"));
}

TEST_CASE("Lab limits are counted by rules") {
  const std::string one = "* Platelets > 100,000 and bilirubin < 1.5 x ULN\n";
  CHECK(asks(with_rules(one), "L1s"));
  CHECK(asks(with_rules(one + "* HbA1c of 7% or more"), "L1"));
  CHECK_FALSE(asks(with_rules("* 7 visits"), "L1s"));
}

TEST_CASE("The longest time of an outcome is told in whole years") {
  const auto because = [](const std::string& time) {
    Trial trial = plain_trial();
    trial.primary_outcomes = {{"Pain", "", time}};
    for (const Question& question : summary_of(trial).questions) {
      if (question.statement.id == "question.V2") {
        return question.because;
      }
    }
    return std::string();
  };
  CHECK(because("3, 12 and 24 months") == "Because it measures for 2 years");
  CHECK(because("up to five years") == "Because it measures for 5 years");
  CHECK(because("10-year survival") == "Because it measures for 10 years");
  CHECK(because("104 weeks") == "Because it measures for 2 years");
  CHECK(because("23 months").empty());
  CHECK(because("1990 years").empty());
}

TEST_CASE("A child is asked about where one can be old enough to be asked") {
  Trial trial = plain_trial();
  trial.eligibility.standard_ages = {"CHILD"};
  CHECK(asks(trial, "C3"));
  trial.eligibility.maximum_age = Age{80, Age::Unit::months};
  CHECK_FALSE(asks(trial, "C3"));
  trial.eligibility.maximum_age = Age{96, Age::Unit::months};
  CHECK(asks(trial, "C3"));
  trial.eligibility.maximum_age = Age{40, Age::Unit::weeks};
  CHECK_FALSE(asks(trial, "C3"));
}

TEST_CASE("Sites abroad are asked about if the reader said where they are") {
  Trial trial = plain_trial();
  Site site;
  site.city = "Paris";
  site.country = "France";
  trial.sites = {site, site};
  const auto from = [&trial](const std::string& country) {
    return summarize(trial, Criteria{}, english(), {{}, {"", {}, country}}).value;
  };
  CHECK(asks(from("Spain"), "S3"));
  CHECK_FALSE(asks(from("France"), "S3"));
  CHECK_FALSE(asks(from(""), "S3"));
}

TEST_CASE("A device that is not approved is asked about") {
  Trial trial = plain_trial();
  trial.unapproved_device = true;
  CHECK(asks(trial, "D2"));
  trial.unapproved_device = false;
  CHECK_FALSE(asks(trial, "D2"));
}

TEST_CASE("The first question of a topic comes before the second of any") {
  Trial trial = with_rules("* A washout of 4 weeks\n* No warfarin\n* No prior surgery");
  trial.design.allocation = "RANDOMIZED";
  std::vector<std::string> ids;
  for (const Question& question : summary_of(trial).questions) {
    ids.push_back(question.statement.id.substr(9));
  }
  CHECK(ids == std::vector<std::string>{"U1", "U2", "R1", "U3", "M1", "M2", "G1", "X0",
                                        "S0", "U7", "U6", "N1"});
}

}  // namespace
}  // namespace trialsheet
