// Rule rank: what each rule of a list is about, and how much it is worth to show it.

#pragma once

#include <string>
#include <vector>

#include "criteria/criteria.hpp"
#include "summary/rule_texts.hpp"
#include "summary/subject.hpp"
#include "summary/summary.hpp"

namespace trialsheet {

/// Sets kind, category and rank of `rules`, made of `criteria` one by one; `list` is
/// "inclusion", "exclusion" or "other".
void rank_rules(const Subject& subject, const std::string& list,
                const std::vector<Criterion>& criteria, RuleTexts& texts,
                std::vector<Rule>& rules);

}  // namespace trialsheet
