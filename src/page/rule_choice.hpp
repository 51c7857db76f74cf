// Rule choice: which rules get the room there is, and in which wordings.
//
// A knapsack: the rules shown are those of the greatest worth together, each whole and in
// its lowest wording; room that is left makes wordings fuller again.

#pragma once

#include "page/blocks.hpp"

namespace trialsheet {

/// Of each rule the wording that takes least height, the fullest of equals. Lines that
/// stand for several rules stay off the page.
ShownRules lowest_wordings(const Scene& scene, int column);

/// The rules of the most worth that fit into `room`, and their worth together. `room` is
/// what the column has left if no rule at all is shown.
struct RuleChoice {
  ShownRules shown;
  int worth = 0;
};
RuleChoice choose_rules(const Scene& scene, int column, Length room);

}  // namespace trialsheet
