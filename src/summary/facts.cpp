// Facts: what the question rules may ask, filled from the record.

#include "words/facts.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "summary/arms.hpp"
#include "summary/near.hpp"
#include "summary/parts.hpp"
#include "summary/telling.hpp"

namespace trialsheet {
namespace {

class Filling {
 public:
  void token(std::string_view name, const std::string& token) {
    if (!token.empty()) {
      facts_.tokens[name].insert(token);
    }
  }
  void tokens(std::string_view name, const std::vector<std::string>& tokens) {
    const bool any = std::any_of(tokens.begin(), tokens.end(),
                                 [](const auto& each) { return !each.empty(); });
    if (any) {
      facts_.tokens[name].insert(tokens);
    }
  }
  void flag(std::string_view name, std::optional<bool> flag) {
    if (flag) {
      facts_.flags[name] = *flag;
    }
  }
  void number(std::string_view name, std::size_t number) {
    facts_.numbers[name] = static_cast<std::int64_t>(number);
  }
  void text(std::string_view name, const std::string& text) {
    if (!text.empty()) {
      facts_.texts[name] = text;
    }
  }
  Facts take() { return std::move(facts_); }

 private:
  Facts facts_;
};

void fill_design(const Trial& trial, Filling& fill) {
  const Design& design = trial.design;
  fill.token("study_type", design.study_type);
  fill.tokens("phases", design.phases);
  // What chance does to parts of a body puts no one in a group.
  if (design.intervention_model == "CROSSOVER" || !compares_parts_of_one(trial)) {
    fill.token("allocation", design.allocation);
  }
  fill.token("model", design.intervention_model);
  fill.token("time_perspective", design.time_perspective);
  fill.token("purpose", design.primary_purpose);
  fill.token("masking", design.masking);
  fill.tokens("who_masked", design.who_masked);
  fill.token("samples", design.biospecimen_retention);
  fill.flag("registry", design.patient_registry);
  fill.flag("duration", !design.target_duration.empty());
}

void fill_arms(const Trial& trial, Filling& fill) {
  const Controls controls = controls_of(trial);
  std::vector<std::string> arm_types;
  arm_types.reserve(trial.arms.size());
  for (const Arm& arm : trial.arms) {
    const bool compared = controls.only_typed && (arm.type == "PLACEBO_COMPARATOR" ||
                                                  arm.type == "SHAM_COMPARATOR");
    arm_types.push_back(compared ? "ACTIVE_COMPARATOR" : arm.type);
  }
  std::vector<std::string> intervention_types;
  intervention_types.reserve(trial.interventions.size());
  for (const Intervention& intervention : trial.interventions) {
    intervention_types.push_back(intervention.type);
  }
  fill.tokens("arm_types", arm_types);
  fill.tokens("intervention_types", intervention_types);
  fill.tokens("tested_types", tested_types(trial));
  fill.number("groups", trial.arms.size());
  fill.flag("placebo", controls.placebo && !controls.only_typed);
  fill.flag("sham", controls.sham && !controls.only_typed);
  fill.flag("assigned", may_choose_treatment(trial));
  fill.flag("no_treatment", controls.untreated > 0);
}

/// The city of a site; where there is none its country.
std::string only_place(const Words& words, const Site& site) {
  return site.city.empty() ? country_after_in(words, site.country)
                           : words.from_record(site.city);
}

void fill_places(const Subject& subject, Filling& fill) {
  const std::vector<Site>& sites = subject.trial.sites;
  std::set<std::string> countries;
  for (const Site& site : sites) {
    countries.insert(site.country);
  }
  fill.number("sites", sites.size());
  fill.number("countries", countries.size());
  if (sites.size() == 1) {
    fill.text("place", only_place(subject.words, sites[0]));
  }
  if (!sites.empty() && !subject.whereabouts.country.empty()) {
    fill.flag("all_abroad", !any_in_country(sites, subject.whereabouts));
  }
  fill.flag("contact", !make_contacts(subject).empty());
}

void fill_time(const Subject& subject, Filling& fill) {
  if (const std::optional<std::size_t> months = months_since_check(subject)) {
    fill.number("months_since_check", *months);
  }
  fill.flag("planned_start_past", is_past_plan(subject, subject.trial.start));
  fill.flag("planned_end_past", is_past_plan(subject, subject.trial.completion));
}

/// The registry lists children wherever no lowest age is stated; then a text must tell.
bool takes_children(const Eligibility& eligibility, const Told& told) {
  const std::vector<std::string>& ages = eligibility.standard_ages;
  const auto lists = [&ages](std::string_view age) {
    return std::find(ages.begin(), ages.end(), age) != ages.end();
  };
  return lists("CHILD") &&
         (eligibility.minimum_age || !lists("ADULT") || told.contains("children"));
}

void fill_texts(const Subject& subject, Filling& fill) {
  const Told told = told_by(subject);
  std::vector<std::string> names;
  names.reserve(told.size());
  for (const auto& [name, lines] : told) {
    names.push_back(name);
  }
  fill.tokens("says", names);
  const auto lab = told.find("lab_limit");
  fill.number("lab_rules", lab == told.end() ? 0 : lab->second);
  fill.number("follow_up_years", follow_up_years(subject.trial));
  fill.flag("children", takes_children(subject.trial.eligibility, told));
}

/// Takes people now, may later, or may for all that is known; access programs have
/// questions of their own.
bool is_joinable(const Subject& subject) {
  return !is_closed(subject.stage) && !is_access(subject.trial);
}

void fill_people(const Eligibility& eligibility, Filling& fill) {
  fill.token("sex", eligibility.sex);
  fill.tokens("ages", eligibility.standard_ages);
  fill.flag("healthy_volunteers", eligibility.healthy_volunteers);
  if (eligibility.maximum_age) {
    const Age& oldest = *eligibility.maximum_age;
    const int in_a_year = oldest.unit == Age::Unit::years    ? 1
                          : oldest.unit == Age::Unit::months ? 12
                                                             : oldest.count + 1;
    fill.number("oldest", static_cast<std::size_t>(oldest.count / in_a_year));
  }
}

/// Whether a text of the record tells what people pay.
bool names_a_price(const Trial& trial) {
  constexpr std::array<std::string_view, 3> words = {"price of the", "willing to pay",
                                                     "willing to buy"};
  const auto names = [&words](std::string_view text) {
    return std::any_of(words.begin(), words.end(), [text](std::string_view each) {
      return text.find(each) != std::string_view::npos;
    });
  };
  return names(trial.eligibility.criteria) || names(trial.brief_summary) ||
         names(trial.detailed_description);
}

void fill_rest(const Trial& trial, Filling& fill) {
  fill.flag("price", names_a_price(trial));
  fill.token("sponsor", trial.lead_sponsor.agency_class);
  fill.flag("results", trial.has_results);
  fill.flag("reason_stopped", !trial.why_stopped.empty());
  fill.flag("consent_form", trial.has_consent_form);
  fill.flag("expanded_access", trial.has_expanded_access);
  fill.flag("safety_board", trial.has_dmc);
  fill.flag("fda_drug", trial.fda_regulated_drug);
  fill.flag("unapproved_device", trial.unapproved_device);
}

}  // namespace

Facts facts_of(const Subject& subject, bool illness_demanded) {
  Filling fill;
  fill.flag("illness_demanded", illness_demanded);
  fill.token("stage", name_of(subject.stage));
  fill.flag("joinable", is_joinable(subject));
  fill.flag("closed", is_closed(subject.stage) && !is_access(subject.trial));
  fill.token("last_known", subject.trial.last_known_status);
  fill_design(subject.trial, fill);
  fill_arms(subject.trial, fill);
  fill_places(subject, fill);
  fill_time(subject, fill);
  fill_texts(subject, fill);
  fill_people(subject.trial.eligibility, fill);
  fill_rest(subject.trial, fill);
  return fill.take();
}

}  // namespace trialsheet
