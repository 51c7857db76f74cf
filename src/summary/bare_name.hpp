// Bare name: the name of an intervention as an arm lists it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

/// `registered` without its type and number: "Drug: Aspirin" and "Drug: 1). Aspirin" are
/// "Aspirin".
std::string bare_name(std::string_view registered);

/// The names in `name` where it lists three or more of one word each: "Carboplatin,
/// paclitaxel and olaparib"; else `name` alone.
std::vector<std::string> listed_names(const std::string& name);

}  // namespace trialsheet
