// Rule mentions: lines that name several rules of a list where these have no room.

#pragma once

#include "summary/rule_texts.hpp"
#include "summary/summary.hpp"
#include "words/words.hpp"

namespace trialsheet {

/// Adds to `block` the lines that can stand for some of its rules. Of one kind of line
/// there are several, each for fewer rules than the one before: the rules of most worth
/// may then be shown by themselves beside it. Those that lead stand before all rules of
/// the record, the others behind them.
void add_mentions(const Words& words, const RuleTexts& texts, RuleBlock& block);

}  // namespace trialsheet
