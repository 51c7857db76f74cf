// Facts: their names, what kind each is, and the tokens it can hold (schema/ENUMS.md).

#include "words/facts.hpp"

#include <unordered_map>

namespace trialsheet {
namespace {

using Kind = FactName::Kind;

/// Facts that hold tokens of the registry, or of stage_of() in src/summary/subject.hpp.
std::vector<FactName> token_facts() {
  return {
      {"stage",
       Kind::tokens,
       {"open", "not_yet", "invited", "paused", "running", "ended", "stopped", "never",
        "gone", "unknown"}},
      {"last_known",
       Kind::tokens,
       {"RECRUITING", "NOT_YET_RECRUITING", "ENROLLING_BY_INVITATION",
        "ACTIVE_NOT_RECRUITING", "SUSPENDED", "COMPLETED", "TERMINATED", "WITHDRAWN",
        "AVAILABLE", "NO_LONGER_AVAILABLE", "TEMPORARILY_NOT_AVAILABLE",
        "APPROVED_FOR_MARKETING", "WITHHELD", "UNKNOWN"}},
      {"study_type",
       Kind::tokens,
       {"INTERVENTIONAL", "OBSERVATIONAL", "EXPANDED_ACCESS"}},
      {"phases",
       Kind::tokens,
       {"NA", "EARLY_PHASE1", "PHASE1", "PHASE2", "PHASE3", "PHASE4"}},
      {"allocation", Kind::tokens, {"RANDOMIZED", "NON_RANDOMIZED", "NA"}},
      {"model",
       Kind::tokens,
       {"SINGLE_GROUP", "PARALLEL", "CROSSOVER", "FACTORIAL", "SEQUENTIAL"}},
      {"time_perspective",
       Kind::tokens,
       {"RETROSPECTIVE", "PROSPECTIVE", "CROSS_SECTIONAL", "OTHER"}},
      {"purpose",
       Kind::tokens,
       {"TREATMENT", "PREVENTION", "DIAGNOSTIC", "ECT", "SUPPORTIVE_CARE", "SCREENING",
        "HEALTH_SERVICES_RESEARCH", "BASIC_SCIENCE", "DEVICE_FEASIBILITY", "OTHER"}},
      {"masking", Kind::tokens, {"NONE", "SINGLE", "DOUBLE", "TRIPLE", "QUADRUPLE"}},
      {"who_masked",
       Kind::tokens,
       {"PARTICIPANT", "CARE_PROVIDER", "INVESTIGATOR", "OUTCOMES_ASSESSOR"}},
      {"samples",
       Kind::tokens,
       {"NONE_RETAINED", "SAMPLES_WITH_DNA", "SAMPLES_WITHOUT_DNA"}},
      {"arm_types",
       Kind::tokens,
       {"EXPERIMENTAL", "ACTIVE_COMPARATOR", "PLACEBO_COMPARATOR", "SHAM_COMPARATOR",
        "NO_INTERVENTION", "OTHER"}},
      {"intervention_types",
       Kind::tokens,
       {"BEHAVIORAL", "BIOLOGICAL", "COMBINATION_PRODUCT", "DEVICE", "DIAGNOSTIC_TEST",
        "DIETARY_SUPPLEMENT", "DRUG", "GENETIC", "PROCEDURE", "RADIATION", "OTHER"}},
      {"tested_types",
       Kind::tokens,
       {"BEHAVIORAL", "BIOLOGICAL", "COMBINATION_PRODUCT", "DEVICE", "DIAGNOSTIC_TEST",
        "DIETARY_SUPPLEMENT", "DRUG", "GENETIC", "PROCEDURE", "RADIATION", "OTHER"}},
      {"sex", Kind::tokens, {"ALL", "FEMALE", "MALE"}},
      {"ages", Kind::tokens, {"CHILD", "ADULT", "OLDER_ADULT"}},
      {"sponsor",
       Kind::tokens,
       {"NIH", "FED", "OTHER_GOV", "INDIV", "INDUSTRY", "NETWORK", "AMBIG", "OTHER",
        "UNKNOWN"}},
  };
}

std::vector<FactName> plain_facts() {
  return {
      {"says", Kind::signals, {}},
      {"sites", Kind::number, {}},
      {"countries", Kind::number, {}},
      {"groups", Kind::number, {}},
      {"months_since_check", Kind::number, {}},
      {"follow_up_years", Kind::number, {}},
      {"lab_rules", Kind::number, {}},
      {"oldest", Kind::number, {}},
      {"children", Kind::flag, {}},
      {"joinable", Kind::flag, {}},
      {"closed", Kind::flag, {}},
      {"all_abroad", Kind::flag, {}},
      {"unapproved_device", Kind::flag, {}},
      {"planned_start_past", Kind::flag, {}},
      {"planned_end_past", Kind::flag, {}},
      {"assigned", Kind::flag, {}},
      {"placebo", Kind::flag, {}},
      {"sham", Kind::flag, {}},
      {"no_treatment", Kind::flag, {}},
      {"healthy_volunteers", Kind::flag, {}},
      {"illness_demanded", Kind::flag, {}},
      {"results", Kind::flag, {}},
      {"registry", Kind::flag, {}},
      {"duration", Kind::flag, {}},
      {"consent_form", Kind::flag, {}},
      {"expanded_access", Kind::flag, {}},
      {"safety_board", Kind::flag, {}},
      {"fda_drug", Kind::flag, {}},
      {"reason_stopped", Kind::flag, {}},
      {"price", Kind::flag, {}},
      {"contact", Kind::flag, {}},
      {"place", Kind::text, {}},
  };
}

std::vector<FactName> all_facts() {
  std::vector<FactName> facts = token_facts();
  const std::vector<FactName> plain = plain_facts();
  facts.insert(facts.end(), plain.begin(), plain.end());
  return facts;
}

}  // namespace

const std::vector<FactName>& fact_names() {
  static const std::vector<FactName> names = all_facts();
  return names;
}

std::size_t number_of_fact(std::string_view name) {
  static const auto numbers = [] {
    std::unordered_map<std::string_view, std::size_t> by_name;
    for (const FactName& fact : fact_names()) {
      by_name.emplace(fact.name, by_name.size());
    }
    return by_name;
  }();
  const auto found = numbers.find(name);
  return found == numbers.end() ? numbers.size() : found->second;
}

const FactName* find_fact(std::string_view name) {
  const std::size_t number = number_of_fact(name);
  return number == fact_names().size() ? nullptr : &fact_names()[number];
}

}  // namespace trialsheet
