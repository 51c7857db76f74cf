// Rules: structured rows, quotations, ranks, and the count line.

#include <catch2/catch.hpp>

#include "summary/parts.hpp"
#include "trials.hpp"

namespace trialsheet {
namespace {

std::vector<Rule> rows_of(const Eligibility& eligibility) {
  Trial trial = plain_trial();
  trial.eligibility = eligibility;
  return summary_of(trial).rule_blocks[0].rules;
}

std::string first_row(const std::optional<Age>& least, const std::optional<Age>& most) {
  Eligibility eligibility;
  eligibility.minimum_age = least;
  eligibility.maximum_age = most;
  return rows_of(eligibility).front().statement.wordings.front().text;
}

TEST_CASE("Ages keep their units") {
  using enum Age::Unit;
  CHECK(first_row(Age{16, years}, Age{45, years}) == "16 to 45 years old");
  CHECK(first_row(Age{18, years}, std::nullopt) == "18 years old or older");
  CHECK(first_row(Age{1, years}, std::nullopt) == "1 year old or older");
  CHECK(first_row(std::nullopt, Age{17, years}) == "Up to 17 years old");
  CHECK(first_row(std::nullopt, Age{1, years}) == "Up to 1 year old");
  CHECK(first_row(Age{6, months}, Age{17, years}) == "6 months to 17 years old");
  CHECK(first_row(Age{0, hours}, Age{12, hours}) == "0 to 12 hours old");
  CHECK(first_row(Age{2, weeks}, Age{30, days}) == "2 weeks to 30 days old");
  CHECK(first_row(Age{18, minutes}, std::nullopt) == "18 minutes old or older");
  CHECK(first_row(Age{18, years}, Age{18, years}) == "18 years old");
  CHECK(first_row(Age{0, years}, std::nullopt) == "Any age from birth");
  CHECK(first_row(std::nullopt, std::nullopt) == "No age limit is stated.");
}

TEST_CASE("What only fills a number of the list is not shown") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n1. Asthma\n2. [Intentionally left blank].\n3. A "
      "smartphone\n";
  const std::vector<Rule> rules = summary_of(trial).rule_blocks[0].rules;
  REQUIRE(rules.size() == 3);
  CHECK(rules[1].statement.wordings.front().text == "“Asthma”");
  CHECK(rules[1].children.empty());
}

TEST_CASE("Without an age the sex is said all the same") {
  Eligibility eligibility;
  eligibility.sex = "ALL";
  CHECK(rows_of(eligibility).front().statement.wordings.front().text ==
        "No age limit is stated. Any sex.");
}

TEST_CASE("Age, sex and healthy volunteers are one row") {
  Eligibility eligibility;
  eligibility.minimum_age = Age{18, Age::Unit::years};
  eligibility.sex = "ALL";
  CHECK(rows_of(eligibility).size() == 1);
  eligibility.sex = "FEMALE";
  eligibility.healthy_volunteers = false;
  const std::vector<Rule> rows = rows_of(eligibility);
  REQUIRE(rows.size() == 1);
  CHECK(texts_of(rows[0].statement) ==
        std::vector<std::string>{
            "18 years old or older, women only (no healthy volunteers)"});
  CHECK_FALSE(rows[0].counted);
  eligibility.healthy_volunteers = true;
  CHECK(texts_of(rows_of(eligibility)[0].statement).front() ==
        "18 years old or older, women only (healthy volunteers may join)");
}

TEST_CASE("Without an age each limit is a row of its own") {
  Eligibility eligibility;
  eligibility.sex = "FEMALE";
  eligibility.healthy_volunteers = true;
  const std::vector<Rule> rows = rows_of(eligibility);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].remark);
  CHECK(texts_of(rows[1].statement).front() == "Women and girls only");
  CHECK_FALSE(rows[1].remark);
  CHECK(rows[2].remark);
}

TEST_CASE("Gender is said in the record's own words") {
  Eligibility eligibility;
  eligibility.gender_based = true;
  eligibility.gender_description = "Gender is self-reported";
  const auto rows = rows_of(eligibility);
  CHECK(rows.back().remark);
  CHECK(texts_of(rows.back().statement).front() ==
        "The record says about gender: “Gender is self-reported”");
  eligibility.sex = "MALE";
  for (const char* again : {"Male", "Male subject aged 18 to 80", "Men of 40 years"}) {
    eligibility.gender_description = again;
    CHECK_FALSE(rows_of(eligibility).back().remark);
  }
  eligibility.gender_description = "Female";
  CHECK(rows_of(eligibility).back().remark);
}

Trial trial_with_rules() {
  Trial trial = plain_trial();
  trial.eligibility.minimum_age = Age{18, Age::Unit::years};
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Age 18 years or older\n* Asthma\n\nExclusion "
      "Criteria:\n\n"
      "* Any of these:\n\n  * HIV\n  * Hepatitis B\n* Pregnant women";
  return trial;
}

TEST_CASE("Rules are quoted one by one, and the age line is covered") {
  const Summary summary = summary_of(trial_with_rules());
  REQUIRE(summary.rule_blocks.size() == 2);
  const std::vector<Rule>& inclusion = summary.rule_blocks[0].rules;
  REQUIRE(inclusion.size() == 3);
  CHECK(inclusion[1].covered);
  CHECK(inclusion[2].statement.wordings.front().text == "“Asthma”");
  CHECK(inclusion[2].statement.wordings.front().tier == Tier::verbatim);
  const std::vector<Rule>& exclusion = summary.rule_blocks[1].rules;
  REQUIRE(exclusion.size() == 4);
  CHECK(exclusion[2].stands_for == std::vector<std::size_t>{1});
  CHECK(exclusion[3].stands_for == std::vector<std::size_t>{0});
  CHECK(exclusion[0].children.size() == 2);
  CHECK(exclusion[0].statement.wordings.at(exclusion[0].run_in).text ==
        "“Any of these: HIV; Hepatitis B”");
  CHECK(exclusion[0].children[0].statement.wordings.front().text == "“HIV”");
  CHECK(exclusion[1].rank > exclusion[0].rank);
}

TEST_CASE("The only rule of a list matters, whatever it sounds like") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Treatment-compliant patients who are participating in "
      "qualifying ongoing studies and have completed their last visit\n\n"
      "Exclusion Criteria:\n\n* Signed consent missing\n";
  const Summary summary = summary_of(trial);
  CHECK(summary.rule_blocks[0].rules.back().rank > 500);
  CHECK(summary.rule_blocks[1].rules.back().rank == 0);
}

TEST_CASE("The count line counts the rules of the record, covered ones as shown") {
  const Summary summary = summary_of(trial_with_rules());
  const auto line = [&summary](const ShownRules& shown) {
    const CountLine made = count_line(summary, shown, english());
    return made.lead + " " + made.rest;
  };
  CHECK(line({{0, not_shown, 0}, {0, 0, not_shown, not_shown}}) ==
        "All 4 listed rules are shown. ");
  CHECK(line({{0, not_shown, 0}, {not_shown, not_shown, 0, not_shown}}) ==
        "3 of 4 listed rules shown, 1 of them only by name. Not shown: 1 on illnesses. "
        "See the full record.");
  CHECK(line({{0, not_shown, 0}, {not_shown, not_shown, not_shown, not_shown}}) ==
        "2 of 4 listed rules shown. Not shown: 1 on pregnancy and 1 on illnesses. See "
        "the full "
        "record.");
  CHECK(line({}) ==
        "1 of 4 listed rules shown. Not shown: 2 on illnesses and 1 on pregnancy. See "
        "the full "
        "record.");
}

TEST_CASE("A list that only says what the age row says points to it") {
  Trial trial = plain_trial();
  trial.eligibility.minimum_age = Age{18, Age::Unit::years};
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n\nExclusion Criteria:\n\n* Under 18 years";
  const Summary summary = summary_of(trial);
  CHECK(summary.rule_blocks[1].empty == "Only those whose age is not as above.");
  CHECK(count_line(summary, {{0, 0}, {0}}, english()).lead ==
        "All 2 listed rules are shown.");
}

TEST_CASE("A missing list and a list that says none are told apart") {
  Trial trial = plain_trial();
  trial.eligibility.criteria = "Inclusion Criteria:\n\n* Asthma";
  CHECK(summary_of(trial).rule_blocks[1].empty == "The record lists none.");
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n\nExclusion Criteria:\n\n* None";
  CHECK(summary_of(trial).rule_blocks[1].empty == "The record says “None”.");
  trial.eligibility.criteria = "";
  const CountLine line = count_line(summary_of(trial), {}, english());
  CHECK(line.lead == "The record lists no rules.");
  CHECK(line.rest == "Ask your doctor who may join.");
}

TEST_CASE("A line of names says so where a rule lists more than it names") {
  const auto line_of = [](const std::string& rule) {
    Trial trial = plain_trial();
    trial.eligibility.criteria = "Exclusion Criteria:\n\n* " + rule;
    return summary_of(trial).rule_blocks[1].rules.back().statement.wordings.front().text;
  };
  CHECK(line_of("Current use of nitrates") == "Ask about treatments: nitrates (1 rule)");
  CHECK(line_of("Use of nitrates, an aid, an implant, a pump, or a ring") ==
        "Ask about treatments: nitrates and more (1 rule)");
}

TEST_CASE("A line of names gives no time of illness and no own pregnancy for another's") {
  const auto line_of = [](const std::string& list, const std::string& rule) {
    Trial trial = plain_trial();
    trial.eligibility.criteria = list + " Criteria:\n\n* " + rule;
    const auto& blocks = summary_of(trial).rule_blocks;
    return blocks[list == "Inclusion" ? 0 : 1]
        .rules.back()
        .statement.wordings.front()
        .text;
  };
  CHECK(line_of("Inclusion", "Vaping must be for at least 10 minutes").find("lasted") ==
        std::string::npos);
  CHECK(line_of("Exclusion", "Partners who are known to be pregnant") ==
        "Ask about your partner and pregnancy (1 rule)");
}

TEST_CASE("What names the illness one must have leads its list") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Life expectancy of 12 weeks\n* Normal organ function\n"
      "* Confirmed EGFR mutation";
  const std::vector<Rule> rows = summary_of(trial).rule_blocks[0].rules;
  const auto line = std::find_if(rows.begin(), rows.end(),
                                 [](const Rule& row) { return row.ask_only; });
  REQUIRE(line != rows.end());
  CHECK(texts_of(line->statement).front() ==
        "Ask about the exact diagnosis and the EGFR gene (1 rule)");
  REQUIRE(std::next(line)->counted);
  CHECK_FALSE((line - 1)->counted);
  CHECK(rows[line->stands_for.front()].statement.wordings.back().text ==
        "“Confirmed EGFR mutation”");
}

TEST_CASE("The first rule that names what is studied counts more than the others") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Able to walk\n* Mild asthma\n* Asthma since childhood";
  const std::vector<Rule> rows = summary_of(trial).rule_blocks[0].rules;
  std::vector<int> ranks;
  for (const Rule& row : rows) {
    if (row.counted) {
      ranks.push_back(row.rank);
    }
  }
  REQUIRE(ranks.size() == 3);
  CHECK(ranks[1] > ranks[0] + ranks[2] / 4);
  CHECK(ranks[2] < ranks[1]);
  CHECK(rows[0].rank > ranks[1]);
}

TEST_CASE("What a note allows makes no rule one that only allows") {
  const auto rank_of = [](const std::string& rule) {
    Trial trial = plain_trial();
    trial.eligibility.criteria =
        "Inclusion Criteria:\n\n* " + rule + "\n* Life expectancy of 12 weeks";
    int rank = 0;
    const Summary summary = summary_of(trial);
    for (const RuleBlock& block : summary.rule_blocks) {
      for (const Rule& row : block.rules) {
        rank = row.counted && row.category == "condition" ? row.rank : rank;
      }
    }
    return rank;
  };
  CHECK(rank_of("Mild asthma (a note of the clinic is allowed.)") ==
        rank_of("Mild asthma"));
  CHECK(rank_of("Mild asthma is allowed.") < rank_of("Mild asthma") / 4);
}

TEST_CASE("What two rules on pregnancy say is one row, and both count as shown") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Exclusion Criteria:\n\n* Asthma\n* Pregnant women\n* Pregnancy or breastfeeding";
  const Summary summary = summary_of(trial);
  const std::vector<Rule>& rows = summary.rule_blocks[1].rules;
  REQUIRE(rows[1].stands_for == std::vector<std::size_t>{2, 3});
  CHECK(texts_of(rows[1].statement).front() == "You are pregnant or breastfeeding.");
  CHECK(rows[1].rank > rows[2].rank + rows[3].rank);
  ShownRules shown = {std::vector<int>(summary.rule_blocks[0].rules.size(), 0),
                      std::vector<int>(rows.size(), not_shown)};
  shown[1][0] = shown[1][1] = 0;
  CHECK(count_line(summary, shown, english()).lead == "All 3 listed rules are shown.");
}

TEST_CASE("Lines that tell a reader nothing are worth nothing") {
  Trial trial = plain_trial();
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n* Subjects who are eligible for study subjects "
      "in "
      "the screening test\n* Must meet all inclusion criteria to be eligible for study "
      "enrollment\n\nExclusion Criteria:\n\n* Liver failure\n* The researchers believe "
      "that "
      "patients who are not eligible are not eligible for clinical trials\n* Employed by "
      "Example (2012) Ltd.";
  const Summary summary = summary_of(trial);
  const auto worthless = [&](std::size_t block) {
    const std::vector<Rule>& rules = summary.rule_blocks[block].rules;
    return std::count_if(rules.begin(), rules.end(),
                         [](const Rule& rule) { return rule.counted && rule.rank == 0; });
  };
  CHECK(worthless(0) == 2);
  CHECK(worthless(1) == 2);
}

TEST_CASE("An age that only the rules state is not denied, and comes first") {
  Trial trial = plain_trial();
  trial.eligibility.sex = "ALL";
  trial.eligibility.criteria =
      "Inclusion Criteria:\n\n* Asthma\n* Patients aged 18 or above";
  const std::vector<Rule> rows = summary_of(trial).rule_blocks[0].rules;
  CHECK(texts_of(rows[0].statement).front() == "For ages, see the rules. Any sex.");
  CHECK(rows[2].rank > rows[1].rank);
}

}  // namespace
}  // namespace trialsheet
