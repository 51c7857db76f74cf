// Enumerations: every token of the API, from ctg-oas-v2.yaml (API version 2.0.0).
//
// A list is one string with a space around each token: a membership test is then one
// search, and the table reads like the schema.

#include "trial/enumerations.hpp"

#include <array>
#include <cstddef>
#include <string>

namespace trialsheet {
namespace {

struct Row {
  std::string_view name;
  std::string_view tokens;
};

/// In the order of Enumeration.
constexpr std::array<Row, 22> table = {{
    {"AgencyClass", " NIH FED OTHER_GOV INDIV INDUSTRY NETWORK AMBIG OTHER UNKNOWN "},
    {"ArmGroupType",
     " EXPERIMENTAL ACTIVE_COMPARATOR PLACEBO_COMPARATOR SHAM_COMPARATOR NO_INTERVENTION "
     "OTHER "},
    {"BioSpecRetention", " NONE_RETAINED SAMPLES_WITH_DNA SAMPLES_WITHOUT_DNA "},
    {"ContactRole",
     " STUDY_CHAIR STUDY_DIRECTOR PRINCIPAL_INVESTIGATOR SUB_INVESTIGATOR CONTACT "},
    {"DateType", " ACTUAL ESTIMATED "},
    {"DesignAllocation", " RANDOMIZED NON_RANDOMIZED NA "},
    {"DesignMasking", " NONE SINGLE DOUBLE TRIPLE QUADRUPLE "},
    {"DesignTimePerspective", " RETROSPECTIVE PROSPECTIVE CROSS_SECTIONAL OTHER "},
    {"EnrollmentType", " ACTUAL ESTIMATED "},
    {"InterventionType",
     " BEHAVIORAL BIOLOGICAL COMBINATION_PRODUCT DEVICE DIAGNOSTIC_TEST "
     "DIETARY_SUPPLEMENT DRUG GENETIC PROCEDURE RADIATION OTHER "},
    {"InterventionalAssignment",
     " SINGLE_GROUP PARALLEL CROSSOVER FACTORIAL SEQUENTIAL "},
    {"ObservationalModel",
     " COHORT CASE_CONTROL CASE_ONLY CASE_CROSSOVER ECOLOGIC_OR_COMMUNITY FAMILY_BASED "
     "DEFINED_POPULATION NATURAL_HISTORY OTHER "},
    {"OfficialRole",
     " STUDY_CHAIR STUDY_DIRECTOR PRINCIPAL_INVESTIGATOR SUB_INVESTIGATOR "},
    {"Phase", " NA EARLY_PHASE1 PHASE1 PHASE2 PHASE3 PHASE4 "},
    {"PrimaryPurpose",
     " TREATMENT PREVENTION DIAGNOSTIC ECT SUPPORTIVE_CARE SCREENING "
     "HEALTH_SERVICES_RESEARCH BASIC_SCIENCE DEVICE_FEASIBILITY OTHER "},
    {"RecruitmentStatus",
     " ACTIVE_NOT_RECRUITING COMPLETED ENROLLING_BY_INVITATION NOT_YET_RECRUITING "
     "RECRUITING SUSPENDED TERMINATED WITHDRAWN AVAILABLE "},
    {"SamplingMethod", " PROBABILITY_SAMPLE NON_PROBABILITY_SAMPLE "},
    {"Sex", " FEMALE MALE ALL "},
    {"StandardAge", " CHILD ADULT OLDER_ADULT "},
    {"Status",
     " ACTIVE_NOT_RECRUITING COMPLETED ENROLLING_BY_INVITATION NOT_YET_RECRUITING "
     "RECRUITING SUSPENDED TERMINATED WITHDRAWN AVAILABLE NO_LONGER_AVAILABLE "
     "TEMPORARILY_NOT_AVAILABLE APPROVED_FOR_MARKETING WITHHELD UNKNOWN "},
    {"StudyType", " EXPANDED_ACCESS INTERVENTIONAL OBSERVATIONAL "},
    {"WhoMasked", " PARTICIPANT CARE_PROVIDER INVESTIGATOR OUTCOMES_ASSESSOR "},
}};

const Row& row(Enumeration enumeration) {
  return table[static_cast<std::size_t>(enumeration)];
}

}  // namespace

bool is_token(Enumeration enumeration, std::string_view token) {
  if (token.empty() || token.find(' ') != std::string_view::npos) {
    return false;
  }
  return row(enumeration).tokens.find(' ' + std::string(token) + ' ') !=
         std::string_view::npos;
}

std::string_view schema_name(Enumeration enumeration) {
  return row(enumeration).name;
}

}  // namespace trialsheet
