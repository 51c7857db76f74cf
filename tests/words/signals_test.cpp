// Signals: what tells one and what does not, what each is told by, and what a broken file
// is told.

#include "words/signals.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "words/impl.hpp"
#include "words/questions.hpp"

namespace trialsheet {
namespace {

Signals one(const std::string& members) {
  return read_signals(
      "s.json", R"({"signals": [{"signal": "s", "in": ["criteria"], )" + members + "}]}");
}

std::size_t lines_of(const Signals& signals, std::string_view text,
                     RecordPart part = RecordPart::criteria) {
  const Told told = signals.told_by({{part, text}});
  return told.empty() ? 0 : told.begin()->second;
}

TEST_CASE("A signal is told by its words, once a line, where it looks") {
  const Signals signals = one(R"("words": ["biops*", "stored tissue"])");
  CHECK(lines_of(signals, "A new biopsy, or two biopsies\nStored-tissue\nNone") == 2);
  CHECK(lines_of(signals, "Bioptic lenses") == 0);
  CHECK(lines_of(signals, "A biopsy", RecordPart::title) == 0);
  CHECK(lines_of(signals, "") == 0);
}

TEST_CASE("What covers a word cancels it, and no other") {
  const Signals signals = one(R"("words": ["biops*"], "not": ["biopsy proven"])");
  CHECK(lines_of(signals, "Biopsy-proven cancer") == 0);
  CHECK(lines_of(signals, "Biopsy-proven cancer and a new biopsy") == 1);
}

TEST_CASE("What silences does so for its line") {
  const Signals signals = one(R"("words": ["half lives"], "unless": ["contracept*"])");
  CHECK(lines_of(signals, "Contraception for 5 half-lives") == 0);
  CHECK(lines_of(signals, "Contraception\nNone for 5 half-lives") == 1);
}

TEST_CASE("A word that needs another near it looks both ways, and not over lines") {
  const Signals signals =
      one(R"("words": ["stop", "stopped"], "near": ["weeks before"], "within": 2)");
  CHECK(lines_of(signals, "Stopped two weeks before") == 1);
  CHECK(lines_of(signals, "Two weeks before: stop") == 1);
  CHECK(lines_of(signals, "Stopped for one or two weeks before") == 0);
  CHECK(lines_of(signals, "Stopped\nweeks before") == 0);
}

TEST_CASE("A number near is any number but that of a list") {
  const Signals signals = one(R"("words": ["platelets"], "near": ["#"], "within": 3)");
  CHECK(lines_of(signals, "Platelets > 100,000") == 1);
  CHECK(lines_of(signals, "3. Platelets") == 0);
  CHECK(lines_of(signals, "* (2) Platelets of 9") == 1);
}

TEST_CASE("Looking takes time in proportion to the text") {
  const Signals signals =
      one(R"("words": ["a"], "near": ["b"], "within": 40, "not": ["a a"])");
  std::string text;
  for (int i = 0; i < 100'000; ++i) {
    text += "a ";
  }
  CHECK(lines_of(signals, text) == 0);
}

struct ToldCase {
  std::string signal;
  RecordPart part;
  std::string told;
  std::string not_told;
};

const RecordPart in_rules = RecordPart::criteria;

const std::vector<ToldCase> told_cases = {
    {"about_pregnancy", RecordPart::title, "Sleep in Pregnancy", "Non-pregnant Women"},
    {"pregnancy_lost_or_sought", RecordPart::title, "Infertility", "Pregnancy"},
    {"pregnancy", in_rules, "Pregnant or nursing", "Nursing home"},
    {"birth_control", in_rules, "Must use contraception", "Tumor control"},
    {"birth_control_for_men", in_rules, "Male participants must use contraception",
     "Women whose male partner uses contraception"},
    {"sperm", in_rules, "No sperm donation", "Low sperm count"},
    {"washout", in_rules, "A washout of 4 weeks", "Contraception for 5 half-lives"},
    {"washout", in_rules, "Willing to stop all pills", "Willing to stop smoking"},
    {"time_off", in_rules, "Off prazosin for 2 days of rest",
     "Stopped smoking 2 days ago"},
    {"time_off", in_rules, "Must have discontinued it for 1 month", "For 1 month"},
    {"medicines_named", in_rules, "Warfarin", "Insulin resistance"},
    {"live_vaccine", in_rules, "A live vaccine within 30 days", "A flu vaccine"},
    {"lab_limit", in_rules, "Hemoglobin at least 9 g/dL", "3. Platelet transfusions"},
    {"heart_test", in_rules, "LVEF below 40%", "Heartburn"},
    {"biopsy", in_rules, "A new biopsy is needed", "Biopsy-proven cancer"},
    {"gene_or_marker", in_rules, "EGFR mutation", "eGFR 60 mL/min"},
    {"gene_test", RecordPart::outcomes, "Whole exome sequencing", "General health"},
    {"prior_treatment", in_rules, "Prior chemotherapy", "Prior to the visit"},
    {"since_diagnosis", in_rules, "Within 3 months of diagnosis",
     "Another malignancy diagnosed within 5 years"},
    {"new_diagnosis", in_rules, "Newly diagnosed asthma", "Diagnosed asthma"},
    {"since_onset", in_rules, "Within 6 hours of symptom onset", "Age of onset 6 months"},
    {"performance_status", in_rules, "ECOG 0 or 1", "Economy"},
    {"other_studies", in_rules, "In another trial", "Other study visits"},
    {"investigational", in_rules, "An investigational drug within 30 days",
     "A dose of investigational drug used"},
    {"language", in_rules, "Speaks English", "A language disorder"},
    {"phone_or_web", in_rules, "Has a smartphone", "Internet addiction"},
    {"partner", in_rules, "A study partner comes too", "A female sexual study partner"},
    {"about_caregivers", RecordPart::title, "Rest for Caregivers", "Care"},
    {"dose_finding", RecordPart::title, "A Dose-Escalation Study", "A Dose of Joy"},
    {"add_on", RecordPart::arms, "Added to background therapy", "Placebo"},
    {"schedule", RecordPart::arms, "Three sessions per week", "One tablet"},
    {"infusion", RecordPart::arms, "An infusion over 2 hours", "A tablet"},
    {"overnight", RecordPart::arms, "An overnight stay", "An overnight fast"},
    {"vaccine", RecordPart::treatments, "Flu vaccine", "Vaccine education"},
    {"gene_therapy", RecordPart::treatments, "CD19 CAR-T cells", "A gene test"},
    {"behaviour_therapy", RecordPart::title, "CBT for Sleep", "A Sleep Device"},
    {"practical_reason", RecordPart::why_stopped, "Slow accrual", "Slow response"},
    {"procedure_named", RecordPart::arms, "By lumbar puncture", "By mouth"},
    {"biopsy", in_rules, "A piece of tumor tissue", "Biopsy-confirmed cancer"},
    {"heart_illness", in_rules, "Heart pathology", "Heart of gold"},
    {"medicines_named", in_rules, "Continuous use of pain medication", "Continuous pain"},
    {"medicines_named", in_rules, "Current use of any cream",
     "Current use of tobacco-containing products"},
    {"sexual_partner", in_rules, "Married men", "Men"},
    {"sexual_partner", in_rules, "At least four sexual intercourse attempts",
     "Unable to complete satisfactory sexual intercourse"},
    {"new_diagnosis", in_rules, "A new diagnosis of asthma",
     "Unstable or recently diagnosed cardiovascular disease"},
    {"gene_studied", RecordPart::title, "Drug A for EGFR Mutations", "Drug A"},
    {"injected", RecordPart::treatments, "Injection of cells", "A headset"},
    {"since_diagnosis", in_rules, "Diagnosis period < 100 days", "Diagnosis in 3 steps"},
    {"usual_care", RecordPart::arms, "Conventional management", "Management"},
    {"recent_onset", RecordPart::title, "New-Onset Diabetes", "Onset of Sleep"},
    {"heart_illness", in_rules, "Unstable angina", "Heartburn"},
    {"sexual_partner", in_rules, "A stable partner", "Condoms with a sexual partner"},
    {"recent_drug", in_rules, "Steroids within 30 days", "Drug abuse within 30 days"},
    {"earlier_treatment", in_rules, "History of pelvic radiation", "Prior to treatment"},
    {"usual_care", RecordPart::arms, "Usual care", "Care"},
    {"control_group", RecordPart::arms, "The control group", "Healthy controls"},
    {"habits", RecordPart::treatments, "Plant-based diet", "Dietary supplement"},
    {"device", RecordPart::arms, "A laser", "An intrauterine device"},
    {"device", RecordPart::arms, "A wearable", "A digital therapeutic"},
    {"surgery", RecordPart::title, "Pain After Surgery", "Non-surgical Care"},
    {"surgery", RecordPart::title, "Kidney Transplant", "Stem Cell Transplantation"},
    {"surgery", RecordPart::title, "Implantation of a Valve",
     "Implantation of an Advanced Practice Nurse"},
    {"radiation", RecordPart::title, "Radiotherapy", "Radio"},
    {"visits", in_rules, "Can come to three visits", "Screened at visit 1"},
    {"follow_up", in_rules, "A follow-up of a year", "Lost to follow-up"},
    {"heart_illness", in_rules, "Heart block", "Diabetes, obesity, pacemaker"},
    {"surgery", RecordPart::treatments, "Orchiectomy", "X-rays before and after"},
    {"surgery", RecordPart::arms, "Cervical disc replacement",
     "Preoperative and postoperative X-rays"},
    {"around_surgery", RecordPart::title, "Postoperative Pain", "Pain"},
    {"only_measured", RecordPart::treatments, "PET scan", "Petroleum jelly"},
    {"no_procedure", RecordPart::treatments, "Wearable sensor", "Hardware removal"},
    {"procedure_given", RecordPart::treatments, "Prostate biopsy", "Prostate massage"},
    {"procedure_named", RecordPart::arms, "An intradiscal injection", "An injection"},
    {"vessel_drug", RecordPart::treatments, "Sildenafil 50 mg", "Filgrastim"},
    {"vessel_drug", RecordPart::treatments, "Sumatriptan", "Tryptophan"},
    {"blood_levels", RecordPart::outcomes, "Cmax of drug A", "Blood pressure"},
    {"supplement", RecordPart::treatments, "A probiotic", "Supplemental oxygen"},
    {"partner", in_rules, "Must have an intimate partner", "Intimate apparel"},
    {"phone_or_web", RecordPart::arms, "A digital therapeutic",
     "Digital therapeutic iontophoresis"},
    {"recent_drug", in_rules, "At least 2 weeks since cisplatin", "Two weeks of rest"},
    {"since_onset", in_rules, "Onset within 45 days", "Onset in childhood"},
    {"lab_limit", in_rules, "GFR > 60", "GFR measured"},
    {"medicines_named", in_rules, "Responds to PDE5i", "Responds to rest"},
    {"gene_or_marker", in_rules, "Genetic predisposition to cancer", "Cancer"},
    {"children", in_rules, "Young children", "Women of child-bearing age"},
    {"vaccine_rule", in_rules, "A flu vaccine in the last month", "In a vaccine trial"},
};

TEST_CASE("Each signal of the file is told by what it should be, and not by its twin") {
  const Words words("en");
  for (const ToldCase& each : told_cases) {
    CAPTURE(each.signal, each.told, each.not_told);
    CHECK(signals_in(words, {{each.part, each.told}}).contains(each.signal));
    CHECK_FALSE(signals_in(words, {{each.part, each.not_told}}).contains(each.signal));
  }
  for (const std::string& name : words.impl().record->signals.names()) {
    CAPTURE(name);
    CHECK(std::any_of(told_cases.begin(), told_cases.end(),
                      [&name](const ToldCase& each) { return each.signal == name; }));
  }
}

std::string problem_of(const std::string& signals) {
  try {
    read_signals("s.json", "{\"signals\": [" + signals + "]}");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("A broken signal says where and what would be right") {
  const std::string at = "s.json#/signals/0";
  CHECK(problem_of(R"({"signal": "a", "in": ["title"]})") ==
        at + ": \"words\" is missing");
  CHECK(problem_of(R"({"signal": "a", "in": ["titel"], "words": ["b"]})") ==
        at + "/in/0: a record has no part \"titel\"; its parts are: title, conditions, "
             "criteria, treatments, arms, outcomes, summary, why_stopped");
  CHECK(problem_of(R"({"signal": "a", "in": [], "words": ["b"]})") ==
        at + "/in: a list of texts in brackets is needed here");
  CHECK(problem_of(R"({"signal": "a", "in": ["title"], "words": ["B"]})") ==
        at + "/words/0: the phrase \"B\" matches no text: words in lower case, one space "
             "between them, are what it can hold");
  CHECK(problem_of(R"({"signal": "a", "in": ["title"], "words": ["b"], "within": 3})") ==
        at + "/within: this goes with \"near\", which is missing");
  CHECK(
      problem_of(R"({"signal": "a", "in": ["title"], "words": ["b"], "near": ["#"]})") ==
      at + ": \"within\" is missing");
  CHECK(problem_of(R"({"signal": "a", "in": ["title"], "words": ["b"], "near": ["#"],
                       "within": 41})") ==
        at + "/within: a whole number from 1 to 40 is needed here");
  CHECK(problem_of(R"({"signal": "a", "in": ["title"], "words": ["b"], "nor": ["c"]})") ==
        at + "/nor: \"nor\" is not known here");
  const std::string good = R"({"signal": "a", "in": ["title"], "words": ["b"]})";
  CHECK(problem_of(good + "," + good) ==
        "s.json#/signals/1: another signal is called \"a\"");
}

TEST_CASE("A rule that names no signal of the file is an error") {
  const std::string json = R"({"questions": [{"id": "A", "priority": 1, "topic": "t",
      "ask": ["B?"], "when": {"fact": "says", "has": ["biopsy", "biospy"]}}]})";
  try {
    read_questions("q.json", json, {"biopsy"});
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(std::string(error.what()) ==
          "q.json#/questions/0/when/has/1: there is no signal \"biospy\"; see "
          "src/words/en/signals.json");
  }
}

}  // namespace
}  // namespace trialsheet
