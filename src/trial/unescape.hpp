// Unescape: undoing CommonMark's backslash escapes, and HTML's entities.

#pragma once

#include <string>
#include <string_view>

namespace trialsheet {

/// `text` with each backslash before ASCII punctuation removed (CommonMark 0.31, 2.4);
/// any other backslash stays. Then with_signs().
std::string unescape(std::string_view text);

/// "&lt;" and the like, which the registry's own pages show as signs, are the signs,
/// once:
/// "&amp;lt;" is "&lt;".
std::string with_signs(std::string_view text);

}  // namespace trialsheet
