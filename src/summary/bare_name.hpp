// Bare name: the name of an intervention as an arm lists it.

#pragma once

#include <string>
#include <string_view>

namespace trialsheet {

/// `registered` without its type and number: "Drug: Aspirin" and "Drug: 1). Aspirin" are
/// "Aspirin".
std::string bare_name(std::string_view registered);

}  // namespace trialsheet
