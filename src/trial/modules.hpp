// Modules: the parts of a study that are values of their own in Trial.

#pragma once

#include <vector>

#include "trial/json_access.hpp"
#include "trial/trial.hpp"

namespace trialsheet {

Organization read_organization(const Field& organization);
std::vector<Organization> read_organizations(const Field& organizations);
Design read_design(const Field& design_module);
std::vector<Arm> read_arms(const Field& arm_groups);
std::vector<Intervention> read_interventions(const Field& interventions);
std::vector<Outcome> read_outcomes(const Field& outcomes);
Eligibility read_eligibility(const Field& eligibility_module);
std::vector<Contact> read_contacts(const Field& contacts);
Contact read_results_contact(const Field& point_of_contact);
std::vector<Official> read_officials(const Field& officials);
std::vector<Site> read_sites(const Field& locations);

}  // namespace trialsheet
