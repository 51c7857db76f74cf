// Unescape: undoing CommonMark's backslash escapes.

#pragma once

#include <string>
#include <string_view>

namespace trialsheet {

/// `text` with each backslash before ASCII punctuation removed (CommonMark 0.31, 2.4);
/// any other backslash stays. Entities stay as they are: in a record "&lt;" is what was
/// typed.
std::string unescape(std::string_view text);

}  // namespace trialsheet
