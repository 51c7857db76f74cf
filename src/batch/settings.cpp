// Two programs that make the same sheet of a record with something of everything make,
// with the same options, the same sheets.

#include "batch/settings.hpp"

#include <string_view>

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "base/version.hpp"

namespace trialsheet {

namespace {

// Letters of many scripts, which are of different fonts.
constexpr std::string_view record = R"({"protocolSection": {
  "identificationModule": {"nctId": "NCT00000000",
    "briefTitle": "A \u00e9 \u03a9 \u0416 \u05d0 \u0627 \u0905 \u0e01 \u4e2d \u3042 \ud55c"},
  "statusModule": {"overallStatus": "RECRUITING"},
  "sponsorCollaboratorsModule": {"leadSponsor": {"name": "Nobody", "class": "OTHER"}},
  "designModule": {"studyType": "INTERVENTIONAL", "phases": ["PHASE2"]},
  "eligibilityModule": {"sex": "ALL", "minimumAge": "18 Years",
    "eligibilityCriteria": "Inclusion Criteria:\n\n* Can read\n\nExclusion Criteria:\n\n* Pregnant"},
  "contactsLocationsModule": {"locations": [
    {"facility": "Hospital", "city": "Lyon", "country": "France"}]}}})";

/// The sheet itself, or why there is none.
std::string probe(const Engine& engine, const RenderOptions& options) {
  try {
    return engine.render(record, options).pdf;
  } catch (const Error& error) {
    if (error.fault() != Fault::record && error.fault() != Fault::overflow) {
      throw;
    }
    return error.what();
  }
}

}  // namespace

std::string settings_of(const Engine& engine, const RenderOptions& options,
                        const std::string& own_texts) {
  Sha256Stream hash;
  for (const auto& text :
       {std::string(version()), options.layout, options.layout_json.value_or(""),
        options.paper, options.language, options.date ? iso(*options.date) : "",
        options.near, options.country, std::string(options.attach ? "attach" : ""),
        own_texts, probe(engine, options)}) {
    hash.add(std::to_string(text.size()) + " ");
    hash.add(text);
  }
  return hex(hash.finish());
}

}  // namespace trialsheet
