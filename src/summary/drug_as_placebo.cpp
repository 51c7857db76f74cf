// Drug as placebo: what the record calls a placebo, but describes as doses of drugs, or
// as something with a part of the drug in it.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "summary/arms.hpp"

namespace trialsheet {
namespace {

/// "4 mg" and the like.
bool has_dose(std::string_view lower) {
  constexpr std::array<std::string_view, 6> units = {"mg", "mcg", "gm", "g ", "iu", "ml"};
  for (std::size_t at = 0; at < lower.size(); ++at) {
    if (lower[at] < '0' || lower[at] > '9') {
      continue;
    }
    const std::size_t unit = lower.substr(at + 1).starts_with(' ') ? at + 2 : at + 1;
    const std::string_view after = lower.substr(std::min(unit, lower.size()));
    if (std::any_of(units.begin(), units.end(),
                    [after](std::string_view each) { return after.starts_with(each); })) {
      return true;
    }
  }
  return false;
}

/// "tolterodine 4 mg plus tamsulosin 0.4 mg": nothing that could be a placebo.
bool describes_drugs(std::string_view description) {
  constexpr std::array<std::string_view, 14> inert = {
      "placebo", "saline", "chloride", "sugar", "starch",  "lactose",  "dextrose",
      "water",   "inert",  "inactive", "dummy", "vehicle", "matching", "identical"};
  const std::string lower = lower_ascii(description);
  const bool several =
      lower.find(" plus ") != lower.npos || lower.find('+') != lower.npos;
  return several && has_dose(lower) &&
         std::none_of(inert.begin(), inert.end(), [&lower](std::string_view each) {
           return lower.find(each) != lower.npos;
         });
}

/// "Contains 10% of the active ingredients", "an active placebo"; not "no active
/// ingredients".
bool describes_active(std::string_view description) {
  const std::string lower = lower_ascii(description);
  const std::size_t active = lower.find("active ingredient");
  const std::size_t per_cent = lower.find('%');
  constexpr std::size_t near = 30;
  const bool a_part = active != lower.npos && per_cent < active &&
                      active - per_cent < near && lower.find(" 0%") > per_cent;
  return a_part || lower.starts_with("active placebo") ||
         lower.find(" active placebo") != lower.npos;
}

}  // namespace

bool calls_drugs_a_placebo(const Trial& trial) {
  return std::any_of(trial.arms.begin(), trial.arms.end(),
                     [](const Arm& arm) {
                       return arm.type == "PLACEBO_COMPARATOR" &&
                              describes_drugs(arm.description);
                     }) ||
         std::any_of(trial.interventions.begin(), trial.interventions.end(),
                     [](const Intervention& each) {
                       return role_of(each.name) == Role::placebo &&
                              describes_drugs(each.description);
                     });
}

bool has_active_placebo(const Trial& trial) {
  return std::any_of(trial.arms.begin(), trial.arms.end(),
                     [](const Arm& arm) {
                       return arm.type == "PLACEBO_COMPARATOR" &&
                              describes_active(arm.description);
                     }) ||
         std::any_of(trial.interventions.begin(), trial.interventions.end(),
                     [](const Intervention& each) {
                       return role_of(each.name) == Role::placebo &&
                              describes_active(each.description);
                     });
}

}  // namespace trialsheet
