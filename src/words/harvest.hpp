// Harvest: the abbreviations that a record explains itself, "multiple sclerosis (MS)".

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace trialsheet {

/// Abbreviation to long form, in the record's own spelling. A long form that is empty:
/// the record explains the abbreviation in two ways, so nobody may explain it.
using Definitions = std::map<std::string, std::string, std::less<>>;

/// Of ASCII letters and digits.
constexpr std::size_t longest_abbreviation = 10;

/// What `text` defines in brackets, whichever of the two stands in them. A long form
/// counts only if its words begin with the letters of the abbreviation, all and in order
/// (small words may be passed over, and a word may give more than its first letter).
Definitions harvest(std::string_view text);

/// The same, added to what other texts of the record define.
void harvest(std::string_view text, Definitions& found);

/// `name` as two spellings of one long form share it: lower case, no signs, no plural.
std::string plain_name(std::string_view name);

}  // namespace trialsheet
