// Index name: names as an index of diseases has them, the noun first.

#pragma once

#include <string>

namespace trialsheet {

/// "Leukemia, Myeloid, Acute" as one says it, "Acute Myeloid Leukemia", and "Leukemia,
/// Other" without what only ends a list; empty where the commas may part several things.
std::string uninverted(const std::string& name);

}  // namespace trialsheet
