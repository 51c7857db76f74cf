// Facility: whether what stands in that field of a site names a place at all.

#pragma once

#include "trial/trial.hpp"

namespace trialsheet {

/// False where it names one of the people of the record, as "Dr. Ada Example", or
/// nothing, as "Research Site"; then the city tells more.
bool names_a_place(const Trial& trial, const Site& site);

}  // namespace trialsheet
