// Arm names: which of the names of an arm are told, and as what.

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_set>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "summary/arms.hpp"
#include "summary/bare_name.hpp"
#include "summary/subject.hpp"

namespace trialsheet {
namespace {

/// What is done to learn about people, not to treat them; long records list many.
constexpr std::array<std::string_view, 8> measurements = {
    "laboratory biomarker analysis",
    "pharmacological study",
    "quality-of-life assessment",
    "quality of life assessment",
    "survey administration",
    "medical chart review",
    "blood sample",
    "electronic health record review"};

constexpr std::array<std::string_view, 11> measuring = {
    "measuring ",         "measurement of ", "measurements of ",
    "assessment of ",     "collection of ",  "pharmacokinetic sampling",
    "biospecimen collec", "questionnaire",   "assessment questionnaire",
    "blood draw",         "blood collection"};

/// Looked with, in studies of something else.
constexpr std::array<std::string_view, 23> scans = {"computed tomography",
                                                    "ct scan",
                                                    "ct",
                                                    "magnetic resonance imaging",
                                                    "mri",
                                                    "positron emission tomography",
                                                    "pet",
                                                    "single photon emission computed "
                                                    "tomography",
                                                    "bone scan",
                                                    "x-ray imaging",
                                                    "ultrasound imaging",
                                                    "echocardiography",
                                                    "echocardiography test",
                                                    "echocardiogram",
                                                    "electrocardiogram",
                                                    "multigated acquisition scan",
                                                    "mammography",
                                                    "photography",
                                                    "biopsy",
                                                    "biopsy procedure",
                                                    "bone marrow biopsy",
                                                    "bone marrow aspiration",
                                                    "bone marrow aspiration and biopsy"};

template <std::size_t Count>
bool is_one_of(std::string_view text, const std::array<std::string_view, Count>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// "computed tomography" of "Computed Tomography (CT)".
std::string_view without_short_form(std::string_view name) {
  return name.substr(0, std::min(name.find(" ("), name.size()));
}

bool is_registered_as_test(const Trial& trial, const std::string& name) {
  return std::any_of(trial.interventions.begin(), trial.interventions.end(),
                     [&name](const Intervention& each) {
                       return each.type == "DIAGNOSTIC_TEST" &&
                              same_but_capitals(each.name, name);
                     });
}

/// Whether a study is about what treats or prevents, not about how illness is found.
bool is_about_treating(const Trial& trial) {
  const std::string& purpose = trial.design.primary_purpose;
  return purpose == "TREATMENT" || purpose == "PREVENTION" ||
         purpose == "SUPPORTIVE_CARE";
}

bool is_in_a_title(const Trial& trial, std::string_view lower) {
  return lower_ascii(trial.brief_title).find(lower) != std::string::npos ||
         lower_ascii(trial.official_title).find(lower) != std::string::npos;
}

bool is_measurement(const Trial& trial, const std::string& name) {
  if (names_a_measurement(name)) {
    return true;
  }
  const LowerText lower(name);
  const std::string_view plain = without_short_form(lower.view());
  return (is_one_of(plain, scans) || is_registered_as_test(trial, name)) &&
         is_about_treating(trial) && !is_in_a_title(trial, plain);
}

/// What is typed where a study has nothing to name, or names it in its title alone.
bool says_nothing(const std::string& name) {
  constexpr std::array<std::string_view, 19> nothing = {
      "none",
      "n/a",
      "na",
      "not applicable",
      "medical device usage and evaluation",
      "device treatment",
      "device",
      "treatment",
      "study treatment",
      "intervention",
      "intervention group",
      "experimental",
      "experimental group",
      "comparator",
      "comparator group",
      "comparison group",
      "drug",
      "data record",
      "no treatment"};
  const std::string lower = lower_ascii(name);
  return lower.starts_with("no intervention") || is_one_of(lower, nothing);
}

/// "Yoga" of "Yoga group", if that is what a group is called; a control is told as one.
std::string without_group(const Trial& trial, const std::string& name) {
  constexpr std::array<std::string_view, 6> kinds = {"control", "support", "focus",
                                                     "peer",    "care",    "discussion"};
  constexpr std::string_view group = " group";
  const std::string lower = lower_ascii(name);
  if (!lower.ends_with(group)) {
    return name;
  }
  const std::string_view rest =
      std::string_view(lower).substr(0, lower.size() - group.size());
  const bool is_label =
      std::any_of(trial.arms.begin(), trial.arms.end(),
                  [&name](const Arm& arm) { return same_but_capitals(arm.label, name); });
  return is_label && role_of(name) == Role::treatment &&
                 !is_one_of(rest.substr(rest.rfind(' ') + 1), kinds)
             ? name.substr(0, rest.size())
             : name;
}

/// "Yoga" of "Yoga and questionnaires": these are no treatment.
std::string without_forms(std::string name) {
  constexpr std::array<std::string_view, 2> ends = {" and questionnaires",
                                                    " and questionnaire"};
  const LowerText lower(name);
  for (const std::string_view end : ends) {
    if (lower.view().ends_with(end)) {
      name.resize(name.size() - end.size());
      break;
    }
  }
  return name;
}

/// Leaves of `names` those that are `wanted`, if there are any.
template <typename Wanted>
void keep_first(std::vector<std::string>& names, Wanted wanted) {
  if (std::any_of(names.begin(), names.end(), wanted)) {
    std::erase_if(names, [&wanted](const std::string& name) { return !wanted(name); });
  }
}

}  // namespace

bool names_a_measurement(std::string_view name) {
  const LowerText lower(name);
  return is_one_of(lower.view(), measurements) ||
         std::any_of(measuring.begin(), measuring.end(),
                     [&lower](std::string_view start) {
                       return lower.view().starts_with(start);
                     });
}

std::vector<std::string> tidy_names(const Trial& trial,
                                    const std::vector<std::string>& names) {
  std::vector<std::string> plain;
  for (const std::string& name : names) {
    if (!says_nothing(name)) {
      for (const std::string& each : listed_names(without_stop(name))) {
        plain.push_back(without_forms(without_group(trial, each)));
      }
    }
  }
  std::vector<std::string> kept = each_once(plain);
  keep_first(kept,
             [&trial](const std::string& name) { return !is_measurement(trial, name); });
  keep_first(kept, [](const std::string& name) { return !names_a_measurement(name); });
  return kept;
}

bool is_among(const std::vector<std::string>& names, const std::string& name) {
  return std::any_of(names.begin(), names.end(), [&name](const std::string& each) {
    return same_but_capitals(each, name);
  });
}

std::vector<std::string> each_once(const std::vector<std::string>& names) {
  constexpr std::size_t few = 12;  // that are sooner compared with each other
  std::vector<std::string> kept;
  kept.reserve(names.size());
  if (names.size() <= few) {
    std::copy_if(names.begin(), names.end(), std::back_inserter(kept),
                 [&kept](const std::string& name) {
                   return !name.empty() && !is_among(kept, name);
                 });
    return kept;
  }
  std::unordered_set<std::string> seen;
  for (const std::string& name : names) {
    if (!name.empty() && seen.insert(lower_ascii(name)).second) {
      kept.push_back(name);
    }
  }
  return kept;
}

std::vector<std::string> treatments_in(const std::vector<std::string>& names) {
  std::vector<std::string> treatments;
  for (const std::string& name : names) {
    if (role_of(name) == Role::treatment) {
      treatments.push_back(name);
    }
  }
  return treatments;
}

}  // namespace trialsheet
