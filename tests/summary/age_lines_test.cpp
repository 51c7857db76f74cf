// Rules about nothing but age and sex, beside the fields for them.

#include <catch2/catch.hpp>

#include "summary/parts.hpp"
#include "trials.hpp"

namespace trialsheet {
namespace {

bool says_only_age_or_sex(std::string_view rule, const Eligibility& eligibility) {
  return sense_of_age_rule(rule, eligibility) == AgeSense::said;
}

bool states_other_ages(std::string_view rule, const Eligibility& eligibility) {
  return sense_of_age_rule(rule, eligibility) == AgeSense::otherwise;
}

bool excludes_only_by_age(std::string_view rule, const Eligibility& eligibility) {
  return sense_of_age_bar(rule, eligibility) == AgeSense::said;
}

}  // namespace

TEST_CASE("A line that only repeats the age or sex is covered") {
  Eligibility eligibility;
  eligibility.sex = "ALL";
  eligibility.minimum_age = Age{18, Age::Unit::years};
  for (const char* line :
       {"Age 18 years or older", "≥18 years", "Age >= 18", "At least 18 years old",
        "Patients aged 18 years and older.", "Male or female, 18 years of age or older",
        "Male or female", "Age: 18+", "Age greater than or equal to 18 years",
        "Age ≥ 18 years at consent", "Adults", "Adult patients, 18 or older",
        "Age > 18 years", "Over 18 years", "Age>18", "You are aged at least 18 years",
        "Age:18 years and older (man or female)"}) {
    CAPTURE(line);
    CHECK(says_only_age_or_sex(line, eligibility));
  }
  for (const char* line :
       {"Age > 19 years", "Age 18 years", "Age 19 years or older", "18 months or older",
        "Age 18-65 years", "Male", "Age 18 or older with asthma", "Age under 18", "",
        "Age", "18 years or older, BMI 30", "Women 18 or older", "Age ≥ 18.5 years",
        "No age of 18 or older", "Healthy volunteers of 18 or older",
        "18 or older and skeletally mature"}) {
    CAPTURE(line);
    CHECK_FALSE(says_only_age_or_sex(line, eligibility));
  }
  eligibility.maximum_age = Age{65, Age::Unit::years};
  CHECK(says_only_age_or_sex("Adults ranging from 18 to 65 years.", eligibility));
  CHECK(says_only_age_or_sex("Between 18 and 65 years old, inclusively", eligibility));
  CHECK(says_only_age_or_sex("Man or woman aged 18 ~ 65", eligibility));
  CHECK(says_only_age_or_sex("males and females aging 18-65 years", eligibility));
  const std::string reason =
      "Age 18 to 65 years. Because no dosing or adverse event data are currently "
      "available on the use of Examplin in patients < 18 years of age, children are "
      "excluded from this study, but may be eligible for future pediatric trials";
  CHECK(says_only_age_or_sex(reason, eligibility));
  CHECK_FALSE(says_only_age_or_sex(reason + ". No asthma", eligibility));
  CHECK(says_only_age_or_sex("≥ 18 and < 66 years of age", eligibility));
  CHECK(states_other_ages("Age 18-55 years.", eligibility));
  CHECK(states_other_ages("Adults ≥ 60 years", eligibility));
  CHECK_FALSE(states_other_ages("Age > 18 years", eligibility));
  // Whoever is 65 must be able to see both.
  CHECK(states_other_ages("Age > 18 and < 65", eligibility));
  CHECK(states_other_ages("18 to 66 years", eligibility));
  CHECK(states_other_ages("Healthy volunteers, 18 to 65 years", eligibility));
  CHECK(states_other_ages("Male patients of 18 to 65 years", eligibility));
  CHECK_FALSE(states_other_ages("Age 18-65 years", eligibility));
  CHECK_FALSE(states_other_ages("Smoked for 20 years", eligibility));
  CHECK(says_only_age_or_sex("18-65 years", eligibility));
  CHECK(says_only_age_or_sex("18-65 years male/female", eligibility));
  CHECK(says_only_age_or_sex("Participants' age: 18 - 65 years.", eligibility));
  CHECK(says_only_age_or_sex("18 to 65 years-of-age at the first examination",
                             eligibility));
  CHECK(says_only_age_or_sex("Age 18 to 65 years, inclusive", eligibility));
  CHECK(says_only_age_or_sex("Age ≥ 18 and ≤ 65", eligibility));
  CHECK(says_only_age_or_sex("Between 18 and 65 years", eligibility));
  CHECK_FALSE(says_only_age_or_sex("Age > 18 and < 65", eligibility));
  // The row of both ends says each of them.
  CHECK(says_only_age_or_sex("Age 18 years or older", eligibility));
  CHECK(says_only_age_or_sex("≤65 YoA at signing the informed consent form (ICF)",
                             eligibility));
  CHECK(says_only_age_or_sex("Age < 66 years", eligibility));
  CHECK(
      says_only_age_or_sex("Age between ≥18 to ≤ 65, irrespective of sex", eligibility));
  CHECK(says_only_age_or_sex("Gender unlimited, age from 18 years to 65 years",
                             eligibility));
  CHECK_FALSE(says_only_age_or_sex("Age < 65 years", eligibility));
  CHECK_FALSE(says_only_age_or_sex("Age 19 years or older", eligibility));
  CHECK_FALSE(says_only_age_or_sex("18-64 years", eligibility));
  for (const char* line :
       {"</= 65 years of age", "18-65 years old (including 18, 65 years old)",
        "Between ≥18 and =/< 65 years", "Patients ≥ 18 to ≤ 65 years upon consent",
        "Whose age is between 18 and 65 included", "Age 18 to 65 at visit 1",
        "older than or equal to 18 years and less than 66 years"}) {
    CAPTURE(line);
    CHECK(says_only_age_or_sex(line, eligibility));
  }
  for (const char* line : {"18 to 65 to 70", "65 and 18", "up to 65, 18", "between 18",
                           "18 years 20 months", "over over 18", "18 or 65"}) {
    CAPTURE(line);
    CHECK(sense_of_age_rule(line, eligibility) == AgeSense::more);
  }
  eligibility.sex = "MALE";
  eligibility.gender_based = true;  // the row says the sex all the same
  CHECK(says_only_age_or_sex("Men between 18 and 65 years", eligibility));
  CHECK(states_other_ages("Men and women between 18 and 65 years", eligibility));
}

TEST_CASE("A rule that only keeps out whom the age fields keep out is covered") {
  Eligibility eligibility;
  eligibility.minimum_age = Age{18, Age::Unit::years};
  eligibility.maximum_age = Age{65, Age::Unit::years};
  for (const char* line :
       {"Age < 18", "Under 18 years", "Younger than 18 or older than 65",
        "Patients over 65 years of age", "<18 or >65 years", "66 years of age or older",
        "Age under 18 and over 65 years old",
        "People less than 18 years old and older than 65 years"}) {
    CAPTURE(line);
    CHECK(excludes_only_by_age(line, eligibility));
  }
  for (const char* line :
       {"Age ≤ 18", "Age < 19", "Over 18 years", "Under 18 with asthma", "Age 18",
        "Men under 18", "18 to 65 years", ""}) {
    CAPTURE(line);
    CHECK_FALSE(excludes_only_by_age(line, eligibility));
  }
  eligibility.sex = "MALE";
  CHECK(excludes_only_by_age("Women", eligibility));
  CHECK_FALSE(excludes_only_by_age("Men", eligibility));
  CHECK_FALSE(excludes_only_by_age("Women under 50", eligibility));
}

TEST_CASE("A rule that does not agree with the age fields stands beside them") {
  const auto rules_of = [](const std::string& rules) {
    Trial trial = plain_trial();
    trial.eligibility.minimum_age = Age{19, Age::Unit::years};
    trial.eligibility.maximum_age = Age{79, Age::Unit::years};
    trial.eligibility.criteria = "Inclusion Criteria:\n\n" + rules;
    return summary_of(trial).rule_blocks[0].rules;
  };
  const auto beside = rules_of("* Age 19 to 80 years.\n* Asthma");
  CHECK(texts_of(beside[0].statement).front() ==
        "19 to 79 years old. A rule says: “Age 19 to 80 years”");
  CHECK(beside[1].covered);
  CHECK_FALSE(beside[2].covered);
  // Beside one that agrees with the fields it is for some people: a row of its own,
  // first.
  const auto apart = rules_of("* Asthma\n* Age 19 to 79 years\n* Age ≥ 60 years");
  CHECK(texts_of(apart[0].statement).front() == "19 to 79 years old");
  CHECK(apart[2].covered);
  CHECK_FALSE(apart[3].covered);
  CHECK(apart[3].rank == 900);
}

}  // namespace trialsheet
