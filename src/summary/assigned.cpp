// Assigned: observational records whose texts tell of a trial (NCT05511155: four gases in
// a random order, one of them a placebo), or that may give people what they name.

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "summary/arms.hpp"

namespace trialsheet {
namespace {

/// Whether `start` stands in the text, followed by one of `ends`, and is not denied.
bool says(std::string_view lower, std::string_view start,
          std::initializer_list<std::string_view> ends) {
  for (auto at = lower.find(start); at != std::string_view::npos;
       at = lower.find(start, at + 1)) {
    const std::string_view before = lower.substr(0, at);
    const std::string_view after = lower.substr(at + start.size());
    const bool denied =
        before.ends_with("non-") || before.ends_with("non ") || before.ends_with("not ");
    if (!denied && std::any_of(ends.begin(), ends.end(), [after](std::string_view end) {
          return after.starts_with(end);
        })) {
      return true;
    }
  }
  return false;
}

bool tells_of_assignment(std::string_view text) {
  const std::string lower = lower_ascii(text);
  return says(lower, "random", {"iz", "is", "ly assign", "ly allocat", "ly appl"}) ||
         says(lower, "placebo", {""});
}

/// "An Open-label Study of Examplin": only what a study gives can be given openly.
bool is_open_label(const Trial& trial) {
  return says(lower_ascii(trial.brief_title + " " + trial.official_title), "open",
              {"-label", " label"});
}

/// Whether what is named may be given to people: neither a test nor nothing at all.
bool may_be_given(const Intervention& each) {
  constexpr std::array<std::string_view, 36> not_given = {
      "questionnaire", "interview", "survey",     "observ",   "no intervention",
      "none",          "data",      "blood",      "sampl",    "scan",
      "imaging",       "test",      "measur",     "assess",   "examination",
      "biops",         "record",    "evaluation", "monitor",  "inventory",
      "scale",         "not appl",  "history",    "analysis", "index",
      "diagnos",       "ultraso",   "duplex",     "doppler",  "elastogra",
      "cardiogra",     "review",    "factor",     "exist",    "characteri",
      "caracteri"};
  const std::string lower = lower_ascii(each.name);
  return each.type != "DIAGNOSTIC_TEST" && !contains_any(lower, not_given);
}

/// Whether a text says that people get what they would get without the study.
bool tells_of_ordinary_care(std::string_view text) {
  constexpr std::array<std::string_view, 28> words = {"routine",
                                                      "prescri",
                                                      "standard of care",
                                                      "standard care",
                                                      "standard treatment",
                                                      "clinical practice",
                                                      "daily practice",
                                                      "daily life",
                                                      "real-world",
                                                      "real world",
                                                      "real-life",
                                                      "real life",
                                                      "registry",
                                                      "non-interventional",
                                                      "noninterventional",
                                                      "non interventional",
                                                      "observational",
                                                      "discretion",
                                                      "decided",
                                                      "decision",
                                                      "usual care",
                                                      "marketed",
                                                      "post-market",
                                                      "who underwent",
                                                      "who have undergone",
                                                      "undergoing",
                                                      "already",
                                                      "chart"};
  return contains_any(lower_ascii(text), words);
}

/// The same of any text of the record.
bool tells_of_ordinary_care(const Trial& trial) {
  return tells_of_ordinary_care(trial.brief_title) ||
         tells_of_ordinary_care(trial.official_title) ||
         tells_of_ordinary_care(trial.brief_summary) ||
         tells_of_ordinary_care(trial.detailed_description) ||
         tells_of_ordinary_care(trial.eligibility.study_population) ||
         std::any_of(trial.arms.begin(), trial.arms.end(),
                     [](const Arm& arm) {
                       return tells_of_ordinary_care(arm.label) ||
                              tells_of_ordinary_care(arm.description);
                     }) ||
         std::any_of(trial.interventions.begin(), trial.interventions.end(),
                     [](const Intervention& each) {
                       return tells_of_ordinary_care(each.name) ||
                              tells_of_ordinary_care(each.description);
                     });
}

}  // namespace

bool may_choose_treatment(const Trial& trial) {
  return tells_of_assignment(trial) ||
         (trial.design.time_perspective != "RETROSPECTIVE" &&
          trial.design.time_perspective != "CROSS_SECTIONAL" &&
          std::any_of(trial.interventions.begin(), trial.interventions.end(),
                      may_be_given) &&
          !tells_of_ordinary_care(trial));
}

bool tells_of_assignment(const Trial& trial) {
  return is_open_label(trial) || tells_of_assignment(trial.brief_title) ||
         tells_of_assignment(trial.official_title) ||
         tells_of_assignment(trial.brief_summary) ||
         tells_of_assignment(trial.detailed_description) ||
         std::any_of(trial.arms.begin(), trial.arms.end(), [](const Arm& arm) {
           return tells_of_assignment(arm.label) || tells_of_assignment(arm.description);
         });
}

}  // namespace trialsheet
