// Assigned: observational records whose texts tell of a trial (NCT05511155: four gases in
// a random order, one of them a placebo).

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "base/text.hpp"
#include "summary/arms.hpp"

namespace trialsheet {
namespace {

/// Whether `start` stands in the text, followed by one of `ends`, and is not denied.
bool says(std::string_view lower, std::string_view start,
          std::initializer_list<std::string_view> ends) {
  for (auto at = lower.find(start); at != std::string_view::npos;
       at = lower.find(start, at + 1)) {
    const std::string_view before = lower.substr(0, at);
    const std::string_view after = lower.substr(at + start.size());
    const bool denied =
        before.ends_with("non-") || before.ends_with("non ") || before.ends_with("not ");
    if (!denied && std::any_of(ends.begin(), ends.end(), [after](std::string_view end) {
          return after.starts_with(end);
        })) {
      return true;
    }
  }
  return false;
}

bool tells_of_assignment(std::string_view text) {
  const std::string lower = lower_ascii(text);
  return says(lower, "random", {"iz", "is", "ly assign", "ly allocat", "ly appl"}) ||
         says(lower, "placebo", {""});
}

/// "An Open-label Study of Examplin": only what a study gives can be given openly.
bool is_open_label(const Trial& trial) {
  return says(lower_ascii(trial.brief_title + " " + trial.official_title), "open",
              {"-label", " label"});
}

}  // namespace

bool tells_of_assignment(const Trial& trial) {
  return is_open_label(trial) || tells_of_assignment(trial.brief_title) ||
         tells_of_assignment(trial.official_title) ||
         tells_of_assignment(trial.brief_summary) ||
         tells_of_assignment(trial.detailed_description) ||
         std::any_of(trial.arms.begin(), trial.arms.end(), [](const Arm& arm) {
           return tells_of_assignment(arm.label) || tells_of_assignment(arm.description);
         });
}

}  // namespace trialsheet
