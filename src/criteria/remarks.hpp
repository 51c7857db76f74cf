// Remarks: lines of a list that are no rules of their own but say more of the one before.

#pragma once

#include <string_view>

#include "criteria/criteria.hpp"
#include "criteria/headings.hpp"

namespace trialsheet {

/// "Note: ...", an address alone, a number left blank, what only stands between two ways
/// in.
bool is_remark(std::string_view text);

/// "(continued)", "Continued from #2: ...", "#10 continued": goes on with the rule
/// before. "Continued drug abuse" does not.
bool is_continuation(std::string_view text);

/// "Definition of X: ...", or "X: ..." after a `rule` that names X.
bool is_definition(std::string_view text, std::string_view rule);

/// Whether what stands behind a heading goes on with it and says no rule: "Exclusion
/// Criteria: contra-indication", "... : Study-wide Eligibility (across all parts)".
bool only_ends_heading(std::string_view text);

/// Moves what says nothing of who may join from the rules to the remarks of the section.
void take_remarks(Section& section, Sense sense);

}  // namespace trialsheet
