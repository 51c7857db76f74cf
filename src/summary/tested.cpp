// Tested: what is only in the groups that try it, and what stands against it.

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "summary/arms.hpp"

namespace trialsheet {
namespace {

std::vector<std::string> without(const std::vector<std::string>& names,
                                 const std::vector<std::string>& others) {
  std::vector<std::string> rest;
  for (const std::string& name : names) {
    if (!is_among(others, name)) {
      rest.push_back(name);
    }
  }
  return rest;
}

/// The treatments of all groups of `type`.
std::vector<std::string> treatments_of(const std::vector<Group>& groups,
                                       std::string_view type) {
  std::vector<std::string> names;
  for (const Group& group : groups) {
    if (group.type == type) {
      names.insert(names.end(), group.names.begin(), group.names.end());
    }
  }
  return treatments_in(each_once(names));
}

/// What every group gets, if some are there to compare with: not what is tested.
std::vector<std::string> background_of(const std::vector<Group>& groups) {
  std::vector<std::string> common =
      groups.empty() ? std::vector<std::string>{} : groups.front().names;
  bool compared = false;
  for (const Group& group : groups) {
    compared = compared || group.type != "EXPERIMENTAL";
    std::erase_if(common, [&group](const std::string& name) {
      return !is_among(group.names, name);
    });
  }
  return compared && groups.size() > 1 ? common : std::vector<std::string>{};
}

/// Groups of active comparators that get different things.
std::size_t active_groups(const std::vector<Group>& groups) {
  return static_cast<std::size_t>(std::count_if(
      groups.begin(), groups.end(),
      [](const Group& group) { return group.type == "ACTIVE_COMPARATOR"; }));
}

/// "Control", beside something else: what that is compared with.
bool names_a_control(const std::string& name) {
  const std::string lower = lower_ascii(name);
  return lower == "control" || lower == "controls" || lower == "control group";
}

std::vector<std::string> all_names(const Trial& trial) {
  std::vector<std::string> names;
  for (const Intervention& intervention : trial.interventions) {
    names.push_back(intervention.name);
  }
  return tidy_names(names);
}

/// "X and control" without groups that tell more: X against control.
void tell_control_apart(Tested& tested) {
  const auto first = std::stable_partition(
      tested.names.begin(), tested.names.end(),
      [](const std::string& name) { return !names_a_control(name); });
  if (first != tested.names.begin() && first != tested.names.end()) {
    tested.against.insert(tested.against.end(), first, tested.names.end());
    tested.names.erase(first, tested.names.end());
    tested.compares = false;
  }
}

}  // namespace

Tested tested_by(const Trial& trial, const std::vector<Group>& groups) {
  const std::vector<std::string> background = background_of(groups);
  const auto experimental = treatments_of(groups, "EXPERIMENTAL");
  const auto active = treatments_of(groups, "ACTIVE_COMPARATOR");
  Tested tested;
  tested.names = without(experimental, background);
  if (tested.names.empty()) {
    tested.names = experimental;
  }
  if (tested.names.empty()) {
    const auto others = without(active, background);
    tested.names = others.empty() ? treatments_in(all_names(trial)) : others;
    tested.compares = others.size() > 1 && active_groups(groups) > 1;
  } else if (!active.empty()) {
    tested.against = without(without(active, background), tested.names);
  }
  if (tested.names.empty()) {
    tested.names = all_names(trial);
  }
  tell_control_apart(tested);
  tested.choice = std::any_of(groups.begin(), groups.end(),
                              [](const Group& group) { return group.choice; });
  return tested;
}

}  // namespace trialsheet
