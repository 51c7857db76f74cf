// Only typed: an arm registered as a placebo or sham of which no word of the record
// tells.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "summary/arms.hpp"
#include "summary/bare_name.hpp"

namespace trialsheet {
namespace {

bool tells_of_pretence(std::string_view text) {
  constexpr std::array<std::string_view, 17> words = {
      "placebo", "sham",    "dummy",   "vehicle",      "inactive", "saline",
      "sugar",   "starch",  "lactose", "pretend",      "simulat",  "inert",
      "fake",    "deactiv", "imitat",  "switched off", "mock"};
  const std::string lower = lower_ascii(text);
  return std::any_of(words.begin(), words.end(), [&lower](std::string_view word) {
    return lower.find(word) != std::string::npos;
  });
}

bool tells_of_pretence(const Intervention& each) {
  return tells_of_pretence(each.name) || tells_of_pretence(each.description) ||
         std::any_of(each.other_names.begin(), each.other_names.end(),
                     [](const std::string& name) { return tells_of_pretence(name); });
}

/// Of what everyone knows, only these words can tell: starch may be the treatment.
bool calls_it_a_pretence(std::string_view text) {
  constexpr std::array<std::string_view, 4> words = {"placebo", "sham", "dummy",
                                                     "vehicle"};
  const std::string lower = lower_ascii(text);
  return std::any_of(words.begin(), words.end(), [&lower](std::string_view word) {
    return lower.find(word) != std::string::npos;
  });
}

bool calls_it_a_pretence(const Trial& trial) {
  // What the other texts say of a placebo may be said of another study.
  return calls_it_a_pretence(trial.brief_title + trial.official_title) ||
         std::any_of(trial.arms.begin(), trial.arms.end(),
                     [](const Arm& arm) {
                       return calls_it_a_pretence(arm.label + arm.description);
                     }) ||
         std::any_of(trial.interventions.begin(), trial.interventions.end(),
                     [](const Intervention& each) {
                       return calls_it_a_pretence(each.name + each.description);
                     });
}

bool tells_of_pretence(const Trial& trial) {
  if (trial.design.masking == "NONE" && !calls_it_a_pretence(trial)) {
    return false;
  }
  return std::any_of(trial.interventions.begin(), trial.interventions.end(),
                     [](const Intervention& each) { return tells_of_pretence(each); }) ||
         std::any_of(trial.arms.begin(), trial.arms.end(),
                     [](const Arm& arm) {
                       return tells_of_pretence(arm.label) ||
                              tells_of_pretence(arm.description);
                     }) ||
         tells_of_pretence(trial.brief_title) ||
         tells_of_pretence(trial.official_title) ||
         tells_of_pretence(trial.brief_summary) ||
         tells_of_pretence(trial.detailed_description);
}

/// A drug that is registered for a placebo arm may well stand for its placebo, unless
/// everyone knows who gets what.
bool may_get_its_placebo(const Trial& trial, const Arm& arm) {
  return trial.design.masking != "NONE" &&
         std::any_of(arm.intervention_names.begin(), arm.intervention_names.end(),
                     [](const std::string& name) {
                       return name.starts_with("Drug: ") ||
                              name.starts_with("Biological: ") ||
                              name.starts_with("Dietary Supplement: ");
                     });
}

/// Whether what `arm` gets is told, and nothing of it is a pretence.
bool gets_no_pretence(const Trial& trial, const Arm& arm) {
  const std::vector<std::string>& names = arm.intervention_names;
  return !names.empty() && !tells_of_pretence(arm.label) &&
         !tells_of_pretence(arm.description) &&
         std::none_of(trial.interventions.begin(), trial.interventions.end(),
                      [&names](const Intervention& each) {
                        return std::any_of(names.begin(), names.end(),
                                           [&each](const std::string& name) {
                                             return bare_name(name) == each.name;
                                           }) &&
                               tells_of_pretence(each);
                      });
}

/// Whether groups are shams by their type alone, while the record tells what each gets
/// and never says "sham": a placebo that it tells of is another one's.
bool has_only_a_sham_type(const Trial& trial) {
  const auto says_sham = [](const std::string& text) {
    return lower_ascii(text).find("sham") != std::string::npos;
  };
  const auto is_typed = [](const Arm& arm) { return arm.type == "SHAM_COMPARATOR"; };
  return std::any_of(trial.arms.begin(), trial.arms.end(), is_typed) &&
         std::all_of(trial.arms.begin(), trial.arms.end(),
                     [&](const Arm& arm) {
                       return arm.type != "PLACEBO_COMPARATOR" &&
                              (!is_typed(arm) || gets_no_pretence(trial, arm));
                     }) &&
         !says_sham(trial.brief_title) && !says_sham(trial.official_title) &&
         !says_sham(trial.brief_summary) && !says_sham(trial.detailed_description) &&
         std::none_of(
             trial.arms.begin(), trial.arms.end(),
             [&](const Arm& arm) { return says_sham(arm.label + arm.description); }) &&
         std::none_of(trial.interventions.begin(), trial.interventions.end(),
                      [&](const Intervention& each) {
                        return says_sham(each.name + each.description);
                      });
}

}  // namespace

bool is_only_typed(const Trial& trial) {
  if (has_only_a_sham_type(trial)) {
    return true;
  }
  const auto typed = [](const Arm& arm) {
    return arm.type == "SHAM_COMPARATOR" || arm.type == "PLACEBO_COMPARATOR";
  };
  const auto doubtful = [&](const Arm& arm) {
    return !typed(arm) ||
           (!arm.intervention_names.empty() &&
            (arm.type == "SHAM_COMPARATOR" || !may_get_its_placebo(trial, arm)));
  };
  return std::any_of(trial.arms.begin(), trial.arms.end(), typed) &&
         std::all_of(trial.arms.begin(), trial.arms.end(), doubtful) &&
         !tells_of_pretence(trial);
}

}  // namespace trialsheet
