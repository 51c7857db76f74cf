// Each field holds one of the values that make a sheet say something else.

#include "chance_trial.hpp"

namespace trialsheet::tests {
namespace {

using Names = std::vector<std::string>;

std::string status(Chance& chance) {
  return chance.one_of({"RECRUITING", "NOT_YET_RECRUITING", "ENROLLING_BY_INVITATION",
                        "ACTIVE_NOT_RECRUITING", "SUSPENDED", "COMPLETED", "TERMINATED",
                        "WITHDRAWN", "UNKNOWN", "AVAILABLE", "NO_LONGER_AVAILABLE",
                        "TEMPORARILY_NOT_AVAILABLE", "APPROVED_FOR_MARKETING", "WITHHELD",
                        ""});
}

std::optional<Date> date(Chance& chance) {
  if (chance.number(4) == 0) {
    return std::nullopt;
  }
  return Date{int(2022 + chance.number(8)), int(1 + chance.number(12)),
              int(chance.number(3) * 14)};
}

StatedDate stated(Chance& chance) {
  return {date(chance), chance.coin()};
}

Design design(Chance& chance) {
  Design made;
  made.study_type =
      chance.one_of({"INTERVENTIONAL", "INTERVENTIONAL", "INTERVENTIONAL",
                     "OBSERVATIONAL", "OBSERVATIONAL", "EXPANDED_ACCESS", ""});
  made.phases = chance.one_of<Names>({{},
                                      {"NA"},
                                      {"EARLY_PHASE1"},
                                      {"PHASE1"},
                                      {"PHASE1", "PHASE2"},
                                      {"PHASE2"},
                                      {"PHASE2", "PHASE3"},
                                      {"PHASE3"},
                                      {"PHASE4"}});
  made.allocation =
      chance.one_of({"RANDOMIZED", "RANDOMIZED", "NON_RANDOMIZED", "NON_RANDOMIZED", ""});
  made.intervention_model = chance.one_of({"PARALLEL", "CROSSOVER", "SINGLE_GROUP"});
  made.time_perspective =
      chance.one_of({"RETROSPECTIVE", "PROSPECTIVE", "CROSS_SECTIONAL", "OTHER"});
  made.primary_purpose = chance.one_of(
      {"TREATMENT", "PREVENTION", "DIAGNOSTIC", "ECT", "SUPPORTIVE_CARE", "SCREENING",
       "HEALTH_SERVICES_RESEARCH", "BASIC_SCIENCE", "DEVICE_FEASIBILITY", "OTHER", ""});
  made.masking = chance.one_of({"NONE", "DOUBLE", ""});
  if (made.masking == "DOUBLE" && chance.coin()) {
    made.who_masked = {"PARTICIPANT", "CARE_PROVIDER", "INVESTIGATOR",
                       "OUTCOMES_ASSESSOR"};
    made.who_masked.resize(1 + chance.number(4));
  }
  made.patient_registry = chance.coin();
  made.target_duration = chance.one_of({"", "6 Months", "2 Years", "5 Visits", "4 Weeks",
                                        "1 Day", "12 Hours", "90 Minutes"});
  made.enrollment = std::int64_t(chance.one_of<std::size_t>({0, 1, 24, 1436}));
  made.enrollment_estimated = chance.coin();
  return made;
}

void add_arms(Chance& chance, Trial& trial) {
  const std::string words = "and some more words ";
  const std::string tested = chance.one_of<std::string>(
      {"Aspirin", "Aspirin " + words + words + words + words,
       "Aspirin " + words + words + words + words + words + words});
  const Names names = {tested, "Light Lamp", "Placebo", "Sham Lamp", "Sugar"};
  const char* type = chance.number(8) == 0 ? "DIAGNOSTIC_TEST" : "DRUG";
  for (const std::string& name : names) {
    trial.interventions.push_back({type, name, "", {}, {}});
  }
  trial.interventions.back().other_names = {"Placebo"};
  const auto arms = chance.one_of<std::size_t>({0, 1, 2, 2, 2, 3, 3, 4, 5});
  const bool apart = chance.coin();          // each group gets one thing
  const bool shared = chance.number(3) > 0;  // each gets one more, and all the same
  for (std::size_t i = 0; i < arms; ++i) {
    Arm arm{chance.one_of<std::string>(
                {"Arm ", "Lamp or sugar ", "A group with a name of the cohort many "}) +
                std::to_string(i + 1),
            chance.one_of({"EXPERIMENTAL", "EXPERIMENTAL", "ACTIVE_COMPARATOR",
                           "PLACEBO_COMPARATOR", "SHAM_COMPARATOR", "NO_INTERVENTION",
                           "NO_INTERVENTION", "OTHER"}),
            chance.one_of({"", "Waitlist", "Usual care", "Aspirin or light",
                           "Sugar or lamp", "Aspirin + light"}),
            {}};
    const std::size_t only = chance.one_of<std::size_t>({0, 0, 1, 2, 3});
    for (std::size_t n = 0; n < names.size(); ++n) {
      if (apart ? n == only : chance.number(3) == 0) {
        arm.intervention_names.push_back("Drug: " + names[n]);
      }
    }
    if (shared) {
      arm.intervention_names.push_back("Drug: Tablets");
    }
    trial.arms.push_back(std::move(arm));
  }
  if (arms == 0 && chance.coin()) {
    trial.interventions.clear();
  }
}

std::optional<Age> age(Chance& chance, int least) {
  if (chance.number(4) == 0) {
    return std::nullopt;
  }
  return Age{least + int(chance.number(20)), Age::Unit(chance.number(6))};
}

Eligibility eligibility(Chance& chance) {
  Eligibility made;
  made.criteria = chance.one_of(
      {"",
       "Inclusion Criteria:\n\n* Asthma\n\nOR\n\n* Pregnant\n* Further criteria "
       "apply.\n\n"
       "Exclusion Criteria:\n\n* None\n",
       "Inclusion Criteria:\n\n* Asthma\n* Able to swallow tablets\n\nExclusion "
       "Criteria:\n\n* Pregnant or breastfeeding\n* HIV infection\n* Stroke or cancer\n* "
       "Heart failure\n* Must not smoke\n* Platelets < 100\n* Steroids\n* Dementia\n",
       "Inclusion Criteria:\n\n* Age 18 years or older\n\nGroup A patients:\n\n* "
       "Asthma\n",
       "Asthma for a year\n\nExclusion Criteria:\n\n* No use of steroids\n",
       "Exclusion Criteria:\n\n* Under 18 years\n",
       "Exclusion Criteria:\n\n* Smokers are excluded from the study\n",
       "Exclusion Criteria:\n\nGroup A patients:\n\n* Asthma\n",
       "Group A patients:\n\n* Asthma\n\nGroup B patients:\n\n* Cough\n",
       "* Asthma for a year\n* No cancer\n"});
  made.sex = chance.one_of({"FEMALE", "MALE", "ALL", ""});
  made.gender_based = chance.coin();
  made.gender_description = chance.coin() ? "Women with breasts" : "";
  made.minimum_age = chance.coin() ? age(chance, 0) : std::optional<Age>(Age{18});
  made.maximum_age = age(chance, 20);
  if (chance.coin()) {
    made.maximum_age = made.minimum_age;
  }
  if (chance.number(3) > 0) {
    made.healthy_volunteers = chance.coin();
  }
  return made;
}

void add_sites(Chance& chance, Trial& trial) {
  const std::size_t sites = chance.one_of<std::size_t>({0, 1, 2, 5, 12});
  const std::size_t countries = 1 + chance.number(3);
  for (std::size_t i = 0; i < sites; ++i) {
    Site site;
    site.facility = chance.coin() ? "A Hospital" : "";
    site.status = chance.coin() ? "RECRUITING" : "";
    site.city = "Town " + std::to_string(i);
    site.state = "Ohio";
    site.country =
        Names{"United States", "France", "Iran, Islamic Republic of"}[i % countries];
    site.place = GeoPoint{45.0 + double(i), 4.0};
    site.contacts = {{"Ann Doe", "CONTACT", "555-0100", chance.coin() ? "12" : "", ""}};
    trial.sites.push_back(std::move(site));
  }
}

}  // namespace

Trial chance_trial(Chance& chance) {
  Trial trial;
  trial.nct = "NCT90000001";
  trial.brief_title = "A Study";
  trial.status = status(chance);
  trial.last_known_status = status(chance);
  trial.why_stopped = chance.coin() ? "No money" : "";
  trial.status_verified = date(chance);
  trial.start = stated(chance);
  trial.completion = stated(chance);
  trial.last_update = stated(chance);
  trial.results_posted = stated(chance);
  trial.data_date = date(chance);
  trial.lead_sponsor = {chance.coin() ? "A University" : "", "OTHER"};
  if (chance.number(4) > 0) {
    trial.conditions = {"Asthma",
                        "Cough",
                        "Cold of the Nose and the Throat",
                        "Fever of "
                        "Unknown Kind and Length",
                        "Flu",
                        "Pain",
                        "Sleep",
                        "Stress"};
    trial.conditions.resize(1 + chance.number(8));
  }
  trial.design = design(chance);
  add_arms(chance, trial);
  for (std::size_t i = chance.number(3); i > 0; --i) {
    trial.primary_outcomes.push_back({"Days without cough " + std::to_string(i), "", ""});
  }
  trial.eligibility = eligibility(chance);
  add_sites(chance, trial);
  if (chance.number(3) > 0) {
    trial.has_results = chance.coin();
  }
  return trial;
}

SummaryOptions chance_options(Chance& chance) {
  SummaryOptions options;
  if (chance.coin()) {
    options.printed = Date{2026, int(1 + chance.number(12)), 14};
  }
  if (chance.coin()) {
    options.whereabouts.point = GeoPoint{45.76, 4.84};
    options.whereabouts.name = chance.coin() ? "Lyon" : "";
  }
  if (chance.coin()) {
    options.whereabouts.country = chance.coin() ? "France" : "Peru";
  }
  return options;
}

ShownRules chance_shown(Chance& chance, const Summary& summary) {
  ShownRules shown;
  const std::size_t how_many = chance.number(3);
  for (const RuleBlock& block : summary.rule_blocks) {
    shown.emplace_back();
    for (const Rule& rule : block.rules) {
      const bool alone = rule.stands_for.empty();
      shown.back().push_back((how_many == 0 && alone) ||
                                     (how_many == 1 && chance.coin()) ||
                                     (how_many == 2 && !alone)
                                 ? 0
                                 : not_shown);
    }
  }
  return shown;
}

}  // namespace trialsheet::tests
