// Paragraphs: lists that were typed as sentences.

#pragma once

#include "criteria/criteria.hpp"

namespace trialsheet {

/// A section of nothing but paragraphs that list their rules with semicolons, each rule
/// by itself; another as it is.
Section with_semicolons_cut(Section section);

/// Takes the "and" from the rule before the last in a list typed as one sentence: "a; b;
/// and c".
void take_conjunction(Section& section);

}  // namespace trialsheet
