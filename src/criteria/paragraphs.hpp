// Paragraphs: sections that were typed without a list.

#pragma once

#include "criteria/criteria.hpp"

namespace trialsheet {

/// A section of nothing but paragraphs that list their rules with semicolons, each rule by
/// itself; another as it is.
Section with_semicolons_cut(Section section);

}  // namespace trialsheet
