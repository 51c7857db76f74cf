// Leads: what the text of a line tells of the lines after it.

#pragma once

#include <string_view>

#include "criteria/lines.hpp"

namespace trialsheet {

/// Whether the line stands over those after it: it ends in a colon, or names their
/// numbers.
bool leads(std::string_view text);

/// "PATIENT CHARACTERISTICS:": the old layout of the National Cancer Institute, where
/// such a line stands over several lists.
bool is_capital_subheading(const Line& line);

/// "inhibitors or inducers of": the sentence goes on in the next item.
bool breaks_off(std::string_view text);

/// "Asthma; or".
bool ends_in_or(std::string_view text);

/// "Age:", "Patient age:": over items that start with a figure or a sign it has no
/// others.
bool asks_for_amount(std::string_view label);

bool starts_with_letter(std::string_view text);

}  // namespace trialsheet
