// The JSON forms of an explanation: the one that `explain` prints, and the list of
// changes that travels inside the PDF.
//
// The terms of ClinicalTrials.gov ask for "a complete description of the modifications".
// The list of changes is the explanation with what it says of the page beside the rules.

#pragma once

#include <string>

#include "explain.hpp"

namespace trialsheet {

/// The stable interface that README.md documents. Deterministic, UTF-8.
[[gnu::visibility("default")]] std::string to_json(const Explanation& explanation);

/// The same members after `about` and `record`, and after them `statements`: title,
/// description, facts and places with their source in the record.
[[gnu::visibility("default")]] std::string list_changes(const Explanation& explanation);

}  // namespace trialsheet
