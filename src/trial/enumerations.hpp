// Enumerations: the registry's own tokens, in one place.

#pragma once

#include <string_view>

namespace trialsheet {

/// Named as in ctg-oas-v2.yaml, components/schemas.
enum class Enumeration {
  agency_class,
  arm_group_type,
  bio_spec_retention,
  contact_role,
  date_type,
  design_allocation,
  design_masking,
  design_time_perspective,
  enrollment_type,
  intervention_type,
  interventional_assignment,
  observational_model,
  official_role,
  phase,
  primary_purpose,
  recruitment_status,
  sampling_method,
  sex,
  standard_age,
  status,
  study_type,
  who_masked,
};

bool is_token(Enumeration enumeration, std::string_view token);

/// "Status", "ArmGroupType": the name in the schema, for messages.
std::string_view schema_name(Enumeration enumeration);

}  // namespace trialsheet
