// FHIR: a sheet as a resource that a hospital's system takes in.
//
// An R4 (4.0.1) DocumentReference without a patient: it is about a trial, and who files
// it adds for whom. hl7.org/fhir/R4/documentreference.html is the definition.

#pragma once

#include <string>

#include "render.hpp"

namespace trialsheet {

/// The resource as JSON (application/fhir+json), the PDF within it. `date` is when the
/// sheet was made, as in its RenderOptions. Same sheet and date: same bytes.
[[gnu::visibility("default")]] std::string to_fhir(const Rendered& sheet,
                                                   const std::optional<Date>& date);

}  // namespace trialsheet
