// Read trial: the door. It finds the one study, insists on the number and a title, and
// asks each module for its part; a part that is not there reads as empty.

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "base/nct.hpp"
#include "trial/json_access.hpp"
#include "trial/modules.hpp"
#include "trial/trial.hpp"

namespace trialsheet {
namespace {

[[noreturn]] void fail(const std::string& where, const std::string& problem) {
  throw Error(Fault::record, where, problem);
}

/// The study itself, or the only one of a page of studies.
Field find_study(const Json& json, const Field& root) {
  const JsonValue::Kind kind = json.values.front().kind;
  if (kind != JsonValue::Kind::object) {
    fail("record",
         "expected a study object, found " + std::string(name_of(kind)) +
             (kind == JsonValue::Kind::array ? "; give one study of the list at a time"
                                             : ""));
  }
  if (!root["studies"].is_stated()) {
    return root;
  }
  const std::vector<Field> studies = root["studies"].elements();
  if (studies.size() != 1) {
    fail("/studies", "expected exactly one study, found " +
                         std::to_string(studies.size()) +
                         (studies.empty() ? "" : "; give one study at a time"));
  }
  return studies.front();
}

std::string read_nct(const Field& identification) {
  const std::string where = "/protocolSection/identificationModule/nctId";
  std::string nct = identification["nctId"].text();
  if (nct.empty()) {
    fail(where, "the record has no NCT number; expected \"NCT\" and eight digits");
  }
  if (!is_nct_number(nct)) {
    fail(where, "\"" + nct.substr(0, 40) +
                    "\" is no NCT number; expected \"NCT\" and eight digits");
  }
  return nct;
}

Trial read_identification(const Field& identification) {
  Trial trial;
  trial.nct = read_nct(identification);
  trial.nct_aliases = identification["nctIdAliases"].texts();
  trial.brief_title = identification["briefTitle"].text();
  trial.official_title = identification["officialTitle"].text();
  if (trial.brief_title.empty() && trial.official_title.empty()) {
    fail("/protocolSection/identificationModule",
         "the record has no title; expected a briefTitle or an officialTitle");
  }
  trial.acronym = identification["acronym"].text();
  trial.organization = identification["organization"]["fullName"].text();
  return trial;
}

Trial with_status(Trial trial, const Field& status) {
  trial.status = status["overallStatus"].token(Enumeration::status);
  trial.last_known_status = status["lastKnownStatus"].token(Enumeration::status);
  trial.why_stopped = status["whyStopped"].text();
  trial.status_verified = status["statusVerifiedDate"].date();
  trial.start = status["startDateStruct"].stated_date();
  trial.primary_completion = status["primaryCompletionDateStruct"].stated_date();
  trial.completion = status["completionDateStruct"].stated_date();
  trial.last_update = status["lastUpdatePostDateStruct"].stated_date();
  trial.results_posted = status["resultsFirstPostDateStruct"].stated_date();
  const Field expanded_access = status["expandedAccessInfo"];
  trial.has_expanded_access = expanded_access["hasExpandedAccess"].truth();
  trial.expanded_access_nct = expanded_access["nctId"].text();
  return trial;
}

Trial with_purpose(Trial trial, const Field& protocol) {
  const Field sponsors = protocol["sponsorCollaboratorsModule"];
  trial.lead_sponsor = read_organization(sponsors["leadSponsor"]);
  trial.collaborators = read_organizations(sponsors["collaborators"]);
  const Field oversight = protocol["oversightModule"];
  trial.has_dmc = oversight["oversightHasDmc"].truth();
  trial.fda_regulated_drug = oversight["isFdaRegulatedDrug"].truth();
  trial.unapproved_device = oversight["isUnapprovedDevice"].truth();
  const Field description = protocol["descriptionModule"];
  trial.brief_summary = description["briefSummary"].unescaped_text();
  trial.detailed_description = description["detailedDescription"].blocks();
  const Field conditions = protocol["conditionsModule"];
  trial.conditions = conditions["conditions"].texts();
  trial.keywords = conditions["keywords"].texts();
  return trial;
}

Trial with_plan(Trial trial, const Field& protocol) {
  trial.design = read_design(protocol["designModule"]);
  const Field arms = protocol["armsInterventionsModule"];
  trial.arms = read_arms(arms["armGroups"]);
  trial.interventions = read_interventions(arms["interventions"]);
  const Field outcomes = protocol["outcomesModule"];
  trial.primary_outcomes = read_outcomes(outcomes["primaryOutcomes"]);
  trial.secondary_outcomes = read_outcomes(outcomes["secondaryOutcomes"]);
  trial.eligibility = read_eligibility(protocol["eligibilityModule"]);
  const Field contacts = protocol["contactsLocationsModule"];
  trial.central_contacts = read_contacts(contacts["centralContacts"]);
  trial.officials = read_officials(contacts["overallOfficials"]);
  trial.sites = read_sites(contacts["locations"]);
  return trial;
}

bool has_consent_form(const Field& study) {
  const std::vector<Field> documents =
      study["documentSection"]["largeDocumentModule"]["largeDocs"].elements();
  return std::any_of(documents.begin(), documents.end(), [](const Field& document) {
    return document["hasIcf"].truth().value_or(false);
  });
}

Trial with_registry_data(Trial trial, const Field& study) {
  trial.data_date = study["derivedSection"]["miscInfoModule"]["versionHolder"].date();
  trial.has_results = study["hasResults"].truth();
  trial.results_contact =
      read_results_contact(study["resultsSection"]["moreInfoModule"]["pointOfContact"]);
  trial.has_consent_form = has_consent_form(study);
  return trial;
}

}  // namespace

Noted<Trial> read_trial(std::string_view record) {
  const Json json = parse_json(record);
  Noted<Trial> result;
  const Field study = find_study(json, Field(json, result.notes));
  const Field protocol = study["protocolSection"];
  if (!protocol.is_stated()) {
    fail("/protocolSection",
         "missing; expected one study as the ClinicalTrials.gov API v2 gives it");
  }
  Trial trial = read_identification(protocol["identificationModule"]);
  trial = with_status(std::move(trial), protocol["statusModule"]);
  trial = with_purpose(std::move(trial), protocol);
  trial = with_plan(std::move(trial), protocol);
  result.value = with_registry_data(std::move(trial), study);
  return result;
}

}  // namespace trialsheet
