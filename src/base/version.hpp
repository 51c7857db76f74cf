// The version of the program.

#pragma once

#include <string_view>

namespace trialsheet {

/// "0.1.0", as CMakeLists.txt says.
[[gnu::visibility("default")]] std::string_view version();

}  // namespace trialsheet
