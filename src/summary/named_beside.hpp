// Named beside: what a group gets by its label or description, beside what is listed.

#pragma once

#include <string>
#include <vector>

#include "trial/trial.hpp"

namespace trialsheet {

/// Adds to `names`, what `arm` lists, the treatments of the trial that its label or
/// description joins with them: "Usual therapy plus X", for an arm that lists X alone.
/// What a group without study treatment is called counts as one: "WBRT" for "WBRT + X".
void add_named_beside(const Trial& trial, const Arm& arm,
                      std::vector<std::string>& names);

}  // namespace trialsheet
