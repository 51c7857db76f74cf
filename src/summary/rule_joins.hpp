// Rule joins: one row to tick for rules that say the same.

#pragma once

#include "summary/summary.hpp"
#include "words/words.hpp"

namespace trialsheet {

/// Where rules of `block` say "You are pregnant." and "You are pregnant or
/// breastfeeding.", puts before the first of them the row that says what they say
/// together. It is worth more than they are, so they stay off a page that has room for
/// it.
void join_rules(const Words& words, RuleBlock& block);

}  // namespace trialsheet
