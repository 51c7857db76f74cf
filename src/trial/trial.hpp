// Trial: what the registry says about one trial, and the only readers of record JSON.
//
// Every text field is valid UTF-8 on one line (base/text.hpp, one_line) except those
// marked "blocks", which keep their line structure. Fields that the registry delivers as
// CommonMark have had its backslash escapes undone (marked "unescaped"), no others. A
// field that the record does not state is empty. Enumerations keep the registry's own
// tokens
// ("RECRUITING"): an unknown token is noted and left empty.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/geo_point.hpp"
#include "base/note.hpp"

namespace trialsheet {

struct Organization {
  std::string name;
  std::string agency_class;  ///< AgencyClass token
};

struct StatedDate {
  std::optional<Date> date;
  bool estimated = false;
};

/// An age limit as registered; never converted to another unit.
struct Age {
  enum class Unit { years, months, weeks, days, hours, minutes };
  int count = 0;
  Unit unit = Unit::years;
};

struct Arm {
  std::string label;
  std::string type;                             ///< ArmGroupType token
  std::string description;                      ///< unescaped
  std::vector<std::string> intervention_names;  ///< as registered: "Drug: Aspirin"
};

struct Intervention {
  std::string type;  ///< InterventionType token
  std::string name;
  std::string description;  ///< unescaped
  std::vector<std::string> other_names;
  std::vector<std::string> arm_labels;
};

struct Outcome {
  std::string measure;
  std::string description;  ///< unescaped
  std::string time_frame;
};

struct Contact {
  std::string name;
  std::string role;  ///< ContactRole token
  std::string phone;
  std::string extension;
  std::string email;
};

struct Official {
  std::string name;
  std::string affiliation;
  std::string role;  ///< OfficialRole token
};

struct Site {
  std::string facility;  ///< may be a person's name (RECORD_FACTS)
  std::string status;    ///< RecruitmentStatus token; absent is normal for closed studies
  std::string city;
  std::string state;
  std::string zip;
  std::string country;
  std::vector<Contact> contacts;
  std::optional<GeoPoint> place;
};

struct Design {
  std::string study_type;  ///< StudyType token
  std::vector<std::string>
      phases;              ///< Phase tokens; {"NA"} is not the same as none stated
  std::string allocation;  ///< DesignAllocation token
  std::string intervention_model;       ///< InterventionalAssignment token
  std::string observational_model;      ///< ObservationalModel token
  std::string time_perspective;         ///< DesignTimePerspective token
  std::string primary_purpose;          ///< PrimaryPurpose token
  std::string masking;                  ///< DesignMasking token
  std::vector<std::string> who_masked;  ///< WhoMasked tokens
  std::optional<bool> patient_registry;
  std::string target_duration;
  std::string biospecimen_retention;  ///< BioSpecRetention token
  std::optional<std::int64_t> enrollment;
  bool enrollment_estimated = false;
  bool enrollment_actual = false;  ///< neither of the two: the record does not say
};

struct Eligibility {
  std::string criteria;  ///< blocks, unescaped
  std::string sex;       ///< Sex token
  std::optional<bool> gender_based;
  std::string gender_description;
  std::optional<Age> minimum_age;
  std::optional<Age> maximum_age;
  std::vector<std::string> standard_ages;  ///< StandardAge tokens
  std::optional<bool> healthy_volunteers;
  std::string study_population;  ///< unescaped
  std::string sampling_method;   ///< SamplingMethod token
};

struct Trial {
  std::string nct;
  std::vector<std::string> nct_aliases;  ///< numbers that it had before, as registered
  std::string brief_title;  ///< exactly as registered; may be empty, but not both
  std::string official_title;
  std::string acronym;
  std::string organization;

  std::string status;             ///< Status token
  std::string last_known_status;  ///< Status token, beside UNKNOWN
  std::string why_stopped;
  std::optional<Date> status_verified;
  StatedDate start;
  StatedDate primary_completion;
  StatedDate completion;
  StatedDate last_update;     ///< lastUpdatePostDateStruct
  StatedDate results_posted;  ///< resultsFirstPostDateStruct
  std::optional<bool> has_expanded_access;
  std::string expanded_access_nct;
  std::optional<Date> data_date;  ///< versionHolder: the day the registry made these data

  Organization lead_sponsor;
  std::vector<Organization> collaborators;

  std::string brief_summary;         ///< unescaped
  std::string detailed_description;  ///< blocks, unescaped
  std::vector<std::string> conditions;
  std::vector<std::string> keywords;

  Design design;
  std::vector<Arm> arms;
  std::vector<Intervention> interventions;
  std::vector<Outcome> primary_outcomes;
  std::vector<Outcome> secondary_outcomes;

  Eligibility eligibility;

  std::vector<Contact> central_contacts;
  std::vector<Official> officials;
  Contact results_contact;  ///< whom to ask about posted results; empty if not stated
  std::vector<Site> sites;

  std::optional<bool> has_dmc;
  std::optional<bool> fda_regulated_drug;
  std::optional<bool> unapproved_device;
  std::optional<bool> has_results;
  bool has_consent_form = false;  ///< a document with hasIcf is posted
};

/// Reads one study object of the ClinicalTrials.gov API v2, or a {"studies":[...]} page
/// that holds exactly one; UTF-8, with or without byte-order mark.
///
/// Unknown keys are ignored; a value of the wrong type is noted and left empty.
/// Throws Error{Fault::record} if it is not JSON (with line and column), not a study, has
/// no NCT number of eight digits, or no title. Bounded: nesting deeper than 100 levels is
/// an error, never a crash. Thread-safe.
Noted<Trial> read_trial(std::string_view record);

}  // namespace trialsheet
