// Root: where this source tree is.

#include "files.hpp"

namespace trialsheet::tests {

std::filesystem::path root() {
  return TRIALSHEET_ROOT;
}

}  // namespace trialsheet::tests
