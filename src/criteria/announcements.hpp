// Announcements: items that only say that rules follow, and count as none.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "criteria/headings.hpp"

namespace trialsheet {

/// If `text` says nothing but that what follows are the rules ("Patients must meet all of
/// the following criteria:"), the words in it that tell for whom ("Female patients"), or
/// empty. Nothing if it says more, or if its children would say something else without
/// it: one of several under inclusion, all of several under exclusion. Under no heading
/// only what calls the rules by their name counts: "Eligibility criteria:".
std::optional<std::string> announced_group(std::string_view text, Sense sense);

/// "None", "Not applicable": the section says that it has no rules.
bool says_none(std::string_view text);

}  // namespace trialsheet
