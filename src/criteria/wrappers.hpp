// Wrappers: items that only stand over rules and are none themselves.

#pragma once

#include "criteria/criteria.hpp"
#include "criteria/headings.hpp"

namespace trialsheet {

/// A section whose every item is only the label of a list ("Concomitant medication:"):
/// the items below become the rules.
void dissolve_labels(Section& section);

/// The same of such items among others, where those below are rules without the label:
/// "Condition of organ system:", "Female volunteers:".
void dissolve_headings(Section& section);

/// A section of one item that all others stand under: the first of a list whose others
/// were indented by mistake, or an announcement of them all, or a rule that ends in one.
/// They become the rules.
void dissolve_wrapper(Section& section, Sense sense);

}  // namespace trialsheet
