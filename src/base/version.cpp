// The version, which the build hands to this source alone so that a new one rebuilds
// little.

#include "base/version.hpp"

namespace trialsheet {

std::string_view version() {
  return TRIALSHEET_VERSION;
}

}  // namespace trialsheet
