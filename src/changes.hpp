// The list of changes: what the sheet says in other words than the record, or not at all.
//
// The terms of ClinicalTrials.gov ask for "a complete description of the modifications";
// this list travels inside the PDF.

#pragma once

#include <string>

#include "page/fit.hpp"
#include "summary/summary.hpp"

namespace trialsheet {

/// JSON, deterministic, UTF-8: every statement with its source in the record, its tier,
/// the text on the page, and whether it is shown.
std::string list_changes(const Summary& summary, const Choice& choice);

}  // namespace trialsheet
