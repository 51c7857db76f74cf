// NCT number: the name of a trial, "NCT" and eight digits.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trialsheet {

/// Whether `text` is "NCT" and eight digits, and nothing else. What passes is safe in a
/// path, an address or a file name.
bool is_nct_number(std::string_view text);

/// The NCT number in what a person typed or pasted, or nothing if there is none or more
/// than one. Forgiven are small letters, white space, dashes and other signs within it, a
/// letter O for a zero, full-width letters, digits of other scripts, missing "NCT", and
/// whatever stands around it: " nct 0515 3070", "NCT-05153070",
/// "https://clinicaltrials.gov/study/NCT05153070?term=x". The digits must be eight: a
/// number with one lost would name another trial.
std::optional<std::string> find_nct_number(std::string_view typed);

}  // namespace trialsheet
