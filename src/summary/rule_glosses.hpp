// Rule glosses: short explanations in the rules, each term once on a page.

#pragma once

#include <vector>

#include "summary/rule_texts.hpp"
#include "summary/summary.hpp"
#include "words/glossary.hpp"

namespace trialsheet {

/// Gives every rule in the record's own words that names an unexplained term a fuller
/// wording, with the explanation. Where all rules are likely to have room a term is
/// explained at its first place; else in the rule of most worth that names it.
/// `explained` gets what they explain.
void add_glosses(const Words& words, const RuleTexts& texts, Explained& explained,
                 std::vector<RuleBlock>& blocks);

}  // namespace trialsheet
