// Definitions: what a record says of its abbreviations, in whatever field it does.

#pragma once

#include "trial/trial.hpp"
#include "words/glossary.hpp"

namespace trialsheet {

/// Of all texts of `trial`. An abbreviation that two of them explain in two ways has an
/// empty long form. One that none explains stands for a condition or keyword of three
/// words or more that begin with its letters: "GHD" in a study of growth hormone
/// deficiency.
Definitions definitions_in(const Trial& trial);

}  // namespace trialsheet
