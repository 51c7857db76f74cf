// Announcements: items that only say that rules follow, and count as none.

#pragma once

#include <cstddef>
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

/// The same of an announcement with a name before it, which is then the group: "For
/// adults with gout, all of the following must be met:", "Group A (healthy): Meet all the
/// items below".
std::optional<std::string> addressed_group(std::string_view text, Sense sense);

/// Where the words end in which an inclusion rule says something of its own before it
/// announces others: "Adults with asthma who meet the following criteria:". 0 if it does
/// not, or if it may mean some of the others alone.
std::size_t end_of_own_words(std::string_view text, Sense sense);

/// Where the announcement ends that a line starts with: "All of the following criteria
/// must be met: Age 18 or more". 0 if it starts with none.
std::size_t end_of_announcement(std::string_view text, Sense sense);

/// "None", "Not applicable": the section says that it has no rules.
bool says_none(std::string_view text);

}  // namespace trialsheet
