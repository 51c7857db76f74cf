// Definitions: looks through the fields one by one, and so through no copy of them.

#include "summary/definitions.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {
namespace {

void harvest_all(const std::vector<std::string>& texts, Definitions& found) {
  for (const std::string& text : texts) {
    harvest(text, found);
  }
}

void harvest_outcomes(const std::vector<Outcome>& outcomes, Definitions& found) {
  for (const Outcome& outcome : outcomes) {
    harvest(outcome.measure, found);
    harvest(outcome.description, found);
  }
}

/// The capitals that three words or more begin with, if there is nothing else; else
/// empty.
std::string initials_of(std::string_view name) {
  constexpr std::size_t fewest = 3;
  std::string initials;
  bool begins = true;
  for (const char c : name) {
    const bool small = c >= 'a' && c <= 'z';
    const bool capital = c >= 'A' && c <= 'Z';
    if (c == ' ' || c == '-') {
      begins = true;
    } else if (begins && (small || capital)) {
      initials += small ? static_cast<char>(c - 'a' + 'A') : c;
      begins = false;
    } else if (!small) {
      return "";  // an abbreviation, a number or a sign: no plain name
    }
  }
  return initials.size() < fewest ? "" : initials;
}

void add_initials(const std::vector<std::string>& names, const Definitions& told,
                  Definitions& found) {
  for (const std::string& name : names) {
    const std::string initials = initials_of(name);
    if (initials.empty() || told.contains(initials)) {
      continue;
    }
    const auto [known, fresh] = found.emplace(initials, name);
    if (!fresh && plain_name(known->second) != plain_name(name)) {
      known->second.clear();
    }
  }
}

}  // namespace

Definitions definitions_in(const Trial& trial) {
  Definitions found;
  harvest(trial.brief_title, found);
  harvest(trial.official_title, found);
  harvest(trial.brief_summary, found);
  harvest(trial.eligibility.criteria, found);
  harvest(trial.detailed_description, found);
  harvest_all(trial.conditions, found);
  harvest_all(trial.keywords, found);
  for (const Arm& arm : trial.arms) {
    harvest(arm.label, found);
    harvest(arm.description, found);
  }
  for (const Intervention& each : trial.interventions) {
    harvest(each.name, found);
    harvest(each.description, found);
    harvest_all(each.other_names, found);
  }
  harvest_outcomes(trial.primary_outcomes, found);
  harvest_outcomes(trial.secondary_outcomes, found);
  Definitions by_initials;
  add_initials(trial.conditions, found, by_initials);
  add_initials(trial.keywords, found, by_initials);
  found.merge(by_initials);
  return found;
}

}  // namespace trialsheet
