// Assigned: observational records whose texts tell of a trial (NCT05511155: four gases in
// a random order, one of them a placebo).

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "summary/arms.hpp"

namespace trialsheet {
namespace {

bool tells_of_assignment(std::string_view text) {
  constexpr std::array<std::string_view, 6> signs = {
      "randomiz",         "randomis",      "randomly assign",
      "randomly allocat", "randomly appl", "placebo"};
  const std::string lower = lower_ascii(text);
  return std::any_of(signs.begin(), signs.end(), [&lower](std::string_view sign) {
    for (auto at = lower.find(sign); at != std::string::npos;
         at = lower.find(sign, at + 1)) {
      const std::string_view before(lower.data(), at);
      if (!before.ends_with("non-") && !before.ends_with("non ") &&
          !before.ends_with("not ")) {
        return true;
      }
    }
    return false;
  });
}

}  // namespace

bool tells_of_assignment(const Trial& trial) {
  return tells_of_assignment(trial.brief_title) ||
         tells_of_assignment(trial.official_title) ||
         tells_of_assignment(trial.brief_summary) ||
         tells_of_assignment(trial.detailed_description) ||
         std::any_of(trial.arms.begin(), trial.arms.end(), [](const Arm& arm) {
           return tells_of_assignment(arm.label) || tells_of_assignment(arm.description);
         });
}

}  // namespace trialsheet
