// Rules whose sense is not certain under their heading.

#include "summary/sense.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "trials.hpp"

namespace trialsheet {
namespace {

template <typename Sense>
bool asked(Sense sense, std::string_view rule) {
  const Tokens tokens(rule);
  return sense(RuleText{rule, tokens});
}

bool is_unclear_exclusion(const char* rule) {
  return asked([](const RuleText& read) { return is_unclear_exclusion(read); }, rule);
}

bool is_unclear_inclusion(const char* rule) {
  return asked([](const RuleText& read) { return is_unclear_inclusion(read); }, rule);
}

bool names_a_way_in(const char* rule) {
  return asked([](const RuleText& read) { return names_a_way_in(read); }, rule);
}

bool only_permits(const char* rule) {
  return asked([](const RuleText& read) { return only_permits(read); }, rule);
}

TEST_CASE("Exclusions phrased as requirements or denials are unclear, others are not") {
  CHECK(is_unclear_exclusion("No prior chemotherapy within the previous 4 weeks"));
  CHECK(is_unclear_exclusion("Participants must not be using other treatments"));
  CHECK(is_unclear_exclusion("Must have recovered from surgery"));
  CHECK(is_unclear_exclusion("Not on dialysis"));
  CHECK_FALSE(is_unclear_exclusion("Not willing to use birth control"));
  CHECK_FALSE(is_unclear_exclusion("Pregnant women"));
  CHECK_FALSE(is_unclear_exclusion("Nodal disease"));
  CHECK_FALSE(
      is_unclear_exclusion("Known allergy to a drug of the class that must be used"));
  CHECK_FALSE(is_unclear_exclusion(""));
  CHECK(is_unclear_inclusion("Patients with HIV will be excluded"));
  CHECK_FALSE(is_unclear_inclusion("No prior chemotherapy"));
}

TEST_CASE(
    "An exclusion that says itself who is kept out or let in is a double negative") {
  CHECK(is_unclear_exclusion("Use of any form of nitrates is not allowed"));
  CHECK(is_unclear_exclusion("Patients with a tumor (stage IV) are not eligible."));
  CHECK(is_unclear_exclusion("Any severe illness will also be excluded"));
  CHECK(is_unclear_exclusion("Patients may not have had a transplant"));
  CHECK(is_unclear_exclusion("Women will be required to use birth control"));
  CHECK(is_unclear_exclusion("5.3.4 No HIV positive patients"));
  CHECK(is_unclear_exclusion("Pregnant people are eligible to participate"));
  CHECK(is_unclear_exclusion("Pregnant or nursing. Females must agree to a test."));
  CHECK_FALSE(is_unclear_exclusion("Patients who must be operated urgently"));
  CHECK_FALSE(is_unclear_exclusion("Patients who are not eligible for surgery"));
  CHECK_FALSE(is_unclear_exclusion("Drugs that are not allowed in the study"));
  CHECK_FALSE(is_unclear_exclusion("Refusing to be included in the study"));
  CHECK_FALSE(is_unclear_exclusion("Cancer. Patients with skin cancer are eligible."));
  CHECK_FALSE(is_unclear_exclusion("Active hepatitis; treated patients are allowed"));
}

TEST_CASE("What a rule only adds at its end does not make it unclear who may join") {
  CHECK(is_unclear_inclusion("Patients with high pressure (> 150) are not eligible"));
  CHECK_FALSE(is_unclear_inclusion("Liver disease; those with HIV are excluded"));
  CHECK_FALSE(is_unclear_inclusion("Must be ineligible for transplantation"));
  CHECK(is_unclear_inclusion(
      "Patients with spread to the lung are eligible if it is small"));
  CHECK(is_unclear_inclusion("Earlier surgery is allowed"));
  CHECK_FALSE(is_unclear_inclusion("Patients with lung cancer are eligible"));
  CHECK_FALSE(is_unclear_inclusion("Lung cancer; earlier surgery is allowed"));
}

TEST_CASE("What people may have or take is asked of nobody") {
  CHECK(only_permits("Patients may be taking statins"));
  CHECK_FALSE(only_permits("Patients may not be taking statins"));
  CHECK_FALSE(only_permits("Illness that may be cured"));
}

TEST_CASE("Unclear rules keep their words and their number under a heading that asks") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n\nExclusion Criteria:\n\n* Smoking\n* No "
      "insurance";
  const Summary summary = summary_of(trial);
  REQUIRE(summary.rule_blocks.size() == 3);
  CHECK(summary.rule_blocks[1].rules.size() == 1);
  CHECK(summary.rule_blocks[2].heading == "Other rules");
  CHECK(summary.rule_blocks[2].fitting == Answer::ask);
  REQUIRE(summary.rule_blocks[2].rules.size() == 1);
  CHECK(summary.rule_blocks[2].rules[0].statement.id == "exclusion.2");
  CHECK(texts_of(summary.rule_blocks[2].rules[0].statement).front() == "“No insurance”");
}

TEST_CASE("Rules under a heading of no list say which list they are from") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n\nExclusion Criteria:\n\n* Must have gout";
  CHECK(summary_of(trial).rule_blocks.back().condition ==
        "From the record’s exclusion list. Ask.");
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n* Patients with gout are eligible if it rests\n\n"
      "Exclusion Criteria:\n\n* Smoking";
  CHECK(summary_of(trial).rule_blocks.back().condition ==
        "From the record’s inclusion list. Ask.");
  CHECK(texts_of(summary_of(trial).rule_blocks.back().rules.front().statement).back() ==
        "“Patients with gout are eligible if it rests”");
  trial.eligibility.criteria += "\n* Must have gout";
  CHECK(summary_of(trial).rule_blocks.back().condition == "Ask what these mean.");
}

TEST_CASE("Exceptions that stand as rules of their own are never told as exclusions") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n\nExclusion Criteria:\n\n* Smoking\n"
      "* Any cancer with the exception of:\n* Treated skin cancer\n* Pregnancy";
  const Summary summary = summary_of(trial);
  CHECK(summary.rule_blocks[1].rules.size() == 1);
  REQUIRE(summary.rule_blocks.size() == 3);
  const std::vector<Rule>& other = summary.rule_blocks[2].rules;
  CHECK(std::count_if(other.begin(), other.end(),
                      [](const Rule& rule) { return rule.counted; }) == 3);
  CHECK_FALSE(leads_into_exceptions("Any of the following:"));
}

TEST_CASE("A heading over rules names people or a topic") {
  CHECK(names_people("Controls"));
  CHECK(names_people("for healthy subjects"));
  CHECK(names_people("Part B1"));
  CHECK(names_people("Partner"));
  CHECK(names_people("Cluster Headache"));
  CHECK_FALSE(names_people("Screening"));
  CHECK_FALSE(names_people("Previous or Current Medical Conditions"));
  CHECK_FALSE(names_people(""));
}

TEST_CASE("Several ways in are not all asked for") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* People of the first study are eligible.\n"
      "* In addition, people who left it early will be offered to enroll.\n"
      "* Able to walk";
  CHECK(summary_of(trial).rule_blocks[0].condition == "Ask which must be true.");
  trial.eligibility.criteria = "Inclusion Criteria:\n\n* Asthma\n\nOR\n\n* Bronchitis";
  CHECK(summary_of(trial).rule_blocks[0].condition == "Ask which must be true.");
  trial.status = "COMPLETED";
  CHECK(summary_of(trial).rule_blocks[0].condition == "Not all had to be true.");
}

TEST_CASE("What is only permitted is not asked for") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n* Able to walk\n"
      "* Prior steroids are allowed if they were stopped\n* Prior surgery allowed\n"
      "* People with other diseases are eligible too";
  const Summary summary = summary_of(trial);
  CHECK(summary.rule_blocks[0].condition == "All should be true.");
  REQUIRE(summary.rule_blocks.size() == 3);
  const std::vector<Rule>& other = summary.rule_blocks[2].rules;
  CHECK(other[0].statement.id == "inclusion.3");
  CHECK(other[1].statement.id == "inclusion.4");
  CHECK(summary.rule_blocks[0].rules.size() == 3);  // two, and one of the fields
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n* Smokers are eligible if they stop\n"
      "* People with gout are eligible as long as they are well";
  CHECK(summary_of(trial).rule_blocks[0].condition == "All should be true.");
}

TEST_CASE("Only what demands nothing is taken for that") {
  CHECK(only_permits("Prior chemotherapy is permitted"));
  CHECK(only_permits("Concurrent steroids allowed."));
  CHECK_FALSE(only_permits("Steroids not allowed"));
  CHECK_FALSE(only_permits("Asthma for a year. Inhalers will be permitted."));
  CHECK(is_unclear_exclusion("Other exclusion criteria apply according to the label"));
  CHECK(names_a_way_in("Women under 60 are eligible"));
  CHECK(names_a_way_in("From 2020 on, sisters will be enrolled."));
  CHECK_FALSE(names_a_way_in("Must be eligible"));
  CHECK_FALSE(names_a_way_in("Men who are enrolled in a registry"));
  CHECK_FALSE(names_a_way_in("People who are eligible for a transplant"));
}

TEST_CASE("A record that leaves rules out is said to do so") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n* Further criteria apply.";
  const Summary summary = summary_of(trial);
  const ShownRules shown = {std::vector<int>(summary.rule_blocks[0].rules.size(), 0),
                            std::vector<int>(summary.rule_blocks[1].rules.size(), 0)};
  const CountLine line = count_line(summary, shown, english());
  CHECK(line.lead == "The one listed rule is shown.");
  CHECK(line.rest == "The record does not list all rules.");
}

TEST_CASE("A list of nothing but unclear rules says where they are") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n\nExclusion Criteria:\n\n* No insurance";
  const Summary summary = summary_of(trial);
  CHECK(summary.rule_blocks[1].rules.empty());
  CHECK(summary.rule_blocks[1].empty == "This list is not clear. Ask your doctor.");
}

TEST_CASE("A rule for one group says for which") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria (Patients):\n\n* Asthma\n\nInclusion Criteria (Controls):\n\n"
      "* No asthma";
  const Summary summary = summary_of(trial);
  const auto& rules = summary.rule_blocks[0].rules;
  CHECK(summary.rule_blocks[0].condition == "All should be true for your group.");
  CHECK(texts_of(rules.back().statement).front() == "“Controls”: “No asthma”");
}

TEST_CASE("An exclusion list that says itself who is kept out is clear") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n\nExclusion Criteria:\n\n* Children are excluded "
      "from the study\n* Smokers will not be eligible to participate in this study. They "
      "should see a doctor.";
  Summary summary = summary_of(trial);
  REQUIRE(summary.rule_blocks.size() == 2);
  CHECK(summary.rule_blocks[1].condition == "These rules name them.");
  CHECK(summary.rule_blocks[1].rules.size() == 2);
  trial.eligibility.criteria += "\n* Must have gout";
  CHECK(summary_of(trial).rule_blocks.size() == 3);
}

TEST_CASE("Rules for different people are not all asked of one") {
  Trial trial = plain_trial();
  const auto condition = [&trial](const std::string& rules) {
    trial.eligibility.criteria = "Inclusion Criteria:\n\n" + rules;
    return summary_of(trial).rule_blocks[0].condition;
  };
  CHECK(condition("* Asthma\n* Able to walk") == "All should be true.");
  CHECK(condition("* Parents: able to read\n* Patients: asthma") ==
        "All should be true for your group.");
  CHECK(condition("* Asthma patients\n* Gout patients\n* Able to walk") ==
        "Ask which must be true.");
  CHECK(condition("* Adult patients\n* Asthma patients") == "All should be true.");
  CHECK(condition("* Chronic cluster headache\n* Episodic cluster headache of a month") ==
        "Ask which must be true.");
  CHECK(condition("* Chronic cough\n* No episodic cough") == "All should be true.");
  CHECK(condition("* Asthma\n\nExclusion Criteria for healthy people:\n\n* Smoking") !=
        "Ask which must be true.");
  trial.design.study_type = "OBSERVATIONAL";
  trial.eligibility.healthy_volunteers = true;
  add_arm(trial, "", {});
  add_arm(trial, "", {});
  CHECK(condition("* Asthma") == "All should be true.");
  trial.arms[1].label = "Healthy controls";
  CHECK(condition("* Asthma") == "All should be true for your group.");
}

}  // namespace
}  // namespace trialsheet
