// Writes a DocumentReference.

#include "fhir.hpp"

#include <nlohmann/json.hpp>

#include "base/base64.hpp"
#include "base/sha1.hpp"

namespace trialsheet {

namespace {

using Json = nlohmann::ordered_json;

/// The number of a trial, in the system that HL7 Terminology lists for it (NamingSystem
/// ClinicalTrials-Gov).
Json number_of_trial(const std::string& nct) {
  return {{"system", "http://clinicaltrials.gov"}, {"value", nct}};
}

/// A kind of document in words alone: no code of LOINC says "about a trial, for whoever
/// may join", and a code that says something else would be filed as that.
Json only_text(const char* text) {
  return {{"text", text}};
}

Json attachment(const Rendered& sheet, const std::optional<Date>& date) {
  Json json = {{"contentType", "application/pdf"},   {"language", sheet.language},
               {"data", to_base64(sheet.pdf)},       {"size", sheet.pdf.size()},
               {"hash", to_base64(sha1(sheet.pdf))}, {"title", sheet.title}};
  if (date) {
    json["creation"] = iso(*date);
  }
  return json;
}

}  // namespace

std::string to_fhir(const Rendered& sheet, const std::optional<Date>& date) {
  const auto number = number_of_trial(sheet.nct);
  const Json json = {
      {"resourceType", "DocumentReference"},
      {"identifier", Json::array({number})},
      {"status", "current"},
      {"type", only_text("Clinical trial information sheet")},
      {"category", Json::array({only_text("Patient information")})},
      {"description", sheet.title},
      {"content", Json::array({{{"attachment", attachment(sheet, date)}}})},
      {"context",
       {{"related",
         Json::array({{{"type", "ResearchStudy"}, {"identifier", number}}})}}}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace trialsheet
