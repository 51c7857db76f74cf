// Unlisted rules: sentences that say that the study has more rules than the record.

#pragma once

#include "criteria/criteria.hpp"

namespace trialsheet {

/// Moves what says no more than "Other protocol-defined criteria may apply." from the
/// rules of the section, and from the ends of their texts, to Section::unlisted.
void take_unlisted(Section& section);

}  // namespace trialsheet
