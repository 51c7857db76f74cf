// Rule lines: lines that stand for rules of their block, which know these by their
// places.

#pragma once

#include <cstddef>
#include <vector>

#include "summary/summary.hpp"

namespace trialsheet {

/// Puts `lines`, whose places are those of `block` as it is, before the rule `at`; what
/// stands for rules of the block still stands for them.
void insert_lines(std::vector<Rule> lines, std::size_t at, RuleBlock& block);

}  // namespace trialsheet
