// Rule wordings: one rule of the record as a row to tick, in all the ways to say it.

#pragma once

#include <string>

#include "criteria/criteria.hpp"
#include "summary/rule_texts.hpp"
#include "summary/summary.hpp"
#include "words/words.hpp"

namespace trialsheet {

/// `criterion` and its children, with all their wordings. `id` is its way through the
/// tree: "inclusion.3".
Rule worded_rule(const Words& words, const Criterion& criterion, const std::string& id,
                 RuleTexts& texts);

}  // namespace trialsheet
