// Tested: what is only in the groups that try it, and what stands against it.

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "summary/arms.hpp"
#include "summary/bare_name.hpp"

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
  std::vector<std::string> common;
  bool compared = false;
  std::size_t counted = 0;
  for (const Group& group : groups) {
    if (group.type == "NO_INTERVENTION" && group.names.empty()) {
      continue;  // mostly healthy people, or others who are only looked at
    }
    compared = compared || group.type != "EXPERIMENTAL";
    if (counted++ == 0) {
      common = group.names;
    }
    std::erase_if(common, [&group](const std::string& name) {
      return !is_among(group.names, name);
    });
  }
  return compared && counted > 1 ? common : std::vector<std::string>{};
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
  return tidy_names(trial, names);
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

/// Whether what looks like several groups is registered as one, whose people may get all
/// that is listed: nothing is tested against something else.
bool is_one_group(const Trial& trial) {
  return trial.design.intervention_model == "SINGLE_GROUP" &&
         trial.design.allocation != "RANDOMIZED" && trial.arms.size() > 1 &&
         std::all_of(trial.arms.begin(), trial.arms.end(), [](const Arm& arm) {
           return arm.type == "EXPERIMENTAL" || arm.type == "ACTIVE_COMPARATOR";
         });
}

/// Whether `each` is given to people who are not to get what is tested, and to no others.
bool only_in_controls(const Trial& trial, const Intervention& each) {
  const std::string bare = bare_name(each.name);
  bool anywhere = false;
  for (const Arm& arm : trial.arms) {
    const bool given =
        std::any_of(arm.intervention_names.begin(), arm.intervention_names.end(),
                    [&](const std::string& name) { return bare_name(name) == bare; });
    if (given && arm.type != "PLACEBO_COMPARATOR" && arm.type != "SHAM_COMPARATOR") {
      return false;
    }
    anywhere = anywhere || given;
  }
  return anywhere;
}

bool begins_with(std::string_view text, std::string_view start) {
  return lower_ascii(text).starts_with(lower_ascii(start));
}

/// Whether `name` is what a group gets for a placebo, though other groups, who get it in
/// their turn, list it by its name alone: "Sugar" where "placebo (Sugar)" is, or where a
/// placebo group is called "Sugar, then X".
bool stands_for_placebo(const Trial& trial, const std::vector<Group>& groups,
                        const std::string& name) {
  const auto starts_label = [&name](const Arm& arm) {
    return arm.intervention_names.size() > 1 && begins_with(arm.label, name);
  };
  return std::any_of(groups.begin(), groups.end(),
                     [&](const Group& group) {
                       return is_among(group.names, "placebo (" + name + ")");
                     }) ||
         (trial.design.intervention_model == "CROSSOVER" &&
          std::any_of(trial.arms.begin(), trial.arms.end(),
                      [&](const Arm& arm) {
                        return arm.type == "PLACEBO_COMPARATOR" && starts_label(arm);
                      }) &&
          std::none_of(trial.arms.begin(), trial.arms.end(), [&](const Arm& arm) {
            return arm.type != "PLACEBO_COMPARATOR" && starts_label(arm);
          }));
}

/// Without what stands for a placebo, if there is anything else.
std::vector<std::string> without_stand_ins(const Trial& trial,
                                           const std::vector<Group>& groups,
                                           std::vector<std::string> names) {
  const auto is_tested = [&](const std::string& name) {
    return !stands_for_placebo(trial, groups, name);
  };
  if (std::any_of(names.begin(), names.end(), is_tested)) {
    std::erase_if(names, [&](const std::string& name) { return !is_tested(name); });
  }
  return names;
}

/// "Placebo and X" comes after the others.
void put_placebos_last(std::vector<std::string>& names) {
  std::stable_partition(names.begin(), names.end(), [](const std::string& name) {
    return !begins_with(name, "placebo") && !begins_with(name, "sham");
  });
}

std::vector<std::string> all_types(const Trial& trial) {
  std::vector<std::string> types;
  for (const Intervention& each : trial.interventions) {
    types.push_back(each.type);
  }
  return types;
}

}  // namespace

std::vector<std::string> tested_types(const Trial& trial) {
  std::vector<std::string> types;
  for (const Intervention& each : trial.interventions) {
    if (role_of(each.name) == Role::treatment && !only_in_controls(trial, each)) {
      types.push_back(each.type);
    }
  }
  return types.empty() ? all_types(trial) : types;
}

Tested tested_by(const Trial& trial, const std::vector<Group>& groups) {
  if (is_one_group(trial)) {
    Tested all;
    all.names = treatments_in(all_names(trial));
    if (!all.names.empty()) {
      return all;
    }
  }
  const std::vector<std::string> background = background_of(groups);
  const auto experimental =
      without_stand_ins(trial, groups, treatments_of(groups, "EXPERIMENTAL"));
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
  put_placebos_last(tested.names);
  tested.choice = std::any_of(groups.begin(), groups.end(),
                              [](const Group& group) { return group.choice; });
  return tested;
}

}  // namespace trialsheet
