// Modules: one function per kind of value; the keys are those of ctg-oas-v2.yaml, and
// which fields are unescaped is RECORD_FACTS section 5.

#include "trial/modules.hpp"

#include <string>
#include <utility>

namespace trialsheet {
namespace {

/// Reads every element of an array with `read`.
template <typename Read>
auto each(const Field& array, Read read) {
  std::vector<decltype(read(array))> all;
  for (const Field& element : array.elements()) {
    all.push_back(read(element));
  }
  return all;
}

// Ours. Real records have up to some dozens; each is held against each.
constexpr std::size_t most_arms = 1000;

/// Reads no more elements than a study can have arms.
template <typename Read>
auto first_of(const Field& array, Read read) {
  auto all = each(array, read);
  if (all.size() > most_arms) {
    array.note_ignored("the elements after the first " + std::to_string(most_arms) +
                       " of " + std::to_string(all.size()));
    all.resize(most_arms);
  }
  return all;
}

// The registry's placeholder where no enrollment is known; no study had so many.
constexpr std::int64_t enrollment_placeholder = 99999999;

std::optional<std::int64_t> read_enrollment(const Field& count) {
  const std::optional<std::int64_t> number = count.whole();
  if (!number || (*number >= 0 && *number != enrollment_placeholder)) {
    return number;
  }
  count.note_ignored(std::to_string(*number) +
                     (*number < 0 ? " is no number of participants"
                                  : " stands for an enrollment that is not known"));
  return std::nullopt;
}

std::optional<GeoPoint> read_place(const Field& geo_point) {
  const std::optional<double> latitude = geo_point["lat"].number();
  const std::optional<double> longitude = geo_point["lon"].number();
  if (!latitude || !longitude) {
    return std::nullopt;
  }
  const bool on_earth =
      *latitude >= -90 && *latitude <= 90 && *longitude >= -180 && *longitude <= 180;
  if (!on_earth) {
    geo_point.note_ignored("not a place on the Earth");
    return std::nullopt;
  }
  return GeoPoint{*latitude, *longitude};
}

Arm read_arm(const Field& arm) {
  return {.label = arm["label"].text(),
          .type = arm["type"].token(Enumeration::arm_group_type),
          .description = arm["description"].unescaped_text(),
          .intervention_names = arm["interventionNames"].texts()};
}

Intervention read_intervention(const Field& intervention) {
  return {.type = intervention["type"].token(Enumeration::intervention_type),
          .name = intervention["name"].text(),
          .description = intervention["description"].unescaped_text(),
          .other_names = intervention["otherNames"].texts(),
          .arm_labels = intervention["armGroupLabels"].texts()};
}

Outcome read_outcome(const Field& outcome) {
  return {.measure = outcome["measure"].text(),
          .description = outcome["description"].unescaped_text(),
          .time_frame = outcome["timeFrame"].text()};
}

Contact read_contact(const Field& contact) {
  return {.name = contact["name"].text(),
          .role = contact["role"].token(Enumeration::contact_role),
          .phone = contact["phone"].text(),
          .extension = contact["phoneExt"].text(),
          .email = contact["email"].text()};
}

Official read_official(const Field& official) {
  return {.name = official["name"].text(),
          .affiliation = official["affiliation"].text(),
          .role = official["role"].token(Enumeration::official_role)};
}

Site read_site(const Field& location) {
  return {.facility = location["facility"].text(),
          .status = location["status"].token(Enumeration::recruitment_status),
          .city = location["city"].text(),
          .state = location["state"].text(),
          .zip = location["zip"].text(),
          .country = location["country"].text(),
          .contacts = read_contacts(location["contacts"]),
          .place = read_place(location["geoPoint"])};
}

}  // namespace

Organization read_organization(const Field& organization) {
  return {.name = organization["name"].text(),
          .agency_class = organization["class"].token(Enumeration::agency_class)};
}

std::vector<Organization> read_organizations(const Field& organizations) {
  return each(organizations, read_organization);
}

Design read_design(const Field& design_module) {
  const Field info = design_module["designInfo"];
  const Field masking = info["maskingInfo"];
  const Field enrollment = design_module["enrollmentInfo"];
  const std::string people = enrollment["type"].token(Enumeration::enrollment_type);
  return {.study_type = design_module["studyType"].token(Enumeration::study_type),
          .phases = design_module["phases"].tokens(Enumeration::phase),
          .allocation = info["allocation"].token(Enumeration::design_allocation),
          .intervention_model =
              info["interventionModel"].token(Enumeration::interventional_assignment),
          .observational_model =
              info["observationalModel"].token(Enumeration::observational_model),
          .time_perspective =
              info["timePerspective"].token(Enumeration::design_time_perspective),
          .primary_purpose = info["primaryPurpose"].token(Enumeration::primary_purpose),
          .masking = masking["masking"].token(Enumeration::design_masking),
          .who_masked = masking["whoMasked"].tokens(Enumeration::who_masked),
          .patient_registry = design_module["patientRegistry"].truth(),
          .target_duration = design_module["targetDuration"].text(),
          .biospecimen_retention = design_module["bioSpec"]["retention"].token(
              Enumeration::bio_spec_retention),
          .enrollment = read_enrollment(enrollment["count"]),
          .enrollment_estimated = people == "ESTIMATED",
          .enrollment_actual = people == "ACTUAL"};
}

std::vector<Arm> read_arms(const Field& arm_groups) {
  return first_of(arm_groups, read_arm);
}

std::vector<Intervention> read_interventions(const Field& interventions) {
  return first_of(interventions, read_intervention);
}

std::vector<Outcome> read_outcomes(const Field& outcomes) {
  return each(outcomes, read_outcome);
}

Eligibility read_eligibility(const Field& eligibility_module) {
  return {
      .criteria = eligibility_module["eligibilityCriteria"].blocks(),
      .sex = eligibility_module["sex"].token(Enumeration::sex),
      .gender_based = eligibility_module["genderBased"].truth(),
      .gender_description = eligibility_module["genderDescription"].text(),
      .minimum_age = eligibility_module["minimumAge"].age(),
      .maximum_age = eligibility_module["maximumAge"].age(),
      .standard_ages = eligibility_module["stdAges"].tokens(Enumeration::standard_age),
      .healthy_volunteers = eligibility_module["healthyVolunteers"].truth(),
      .study_population = eligibility_module["studyPopulation"].unescaped_text(),
      .sampling_method =
          eligibility_module["samplingMethod"].token(Enumeration::sampling_method)};
}

/// The name of a point of contact is its "title".
Contact read_results_contact(const Field& point_of_contact) {
  Contact contact = read_contact(point_of_contact);
  contact.name = point_of_contact["title"].text();
  return contact;
}

std::vector<Contact> read_contacts(const Field& contacts) {
  return each(contacts, read_contact);
}

std::vector<Official> read_officials(const Field& officials) {
  return each(officials, read_official);
}

std::vector<Site> read_sites(const Field& locations) {
  return each(locations, read_site);
}

}  // namespace trialsheet
