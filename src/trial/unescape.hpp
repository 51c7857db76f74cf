// Unescape: undoing CommonMark's backslash escapes.

#pragma once

#include <string>
#include <string_view>

namespace trialsheet {

/// `text` with each backslash before ASCII punctuation removed (CommonMark 0.31, 2.4);
/// any other backslash stays. Then "&lt;" and the like, which the registry's own pages
/// show as signs, are the signs, once: "&amp;lt;" is "&lt;".
std::string unescape(std::string_view text);

}  // namespace trialsheet
