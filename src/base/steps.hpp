// Steps: what a page is made in, told one by one to whoever has a clock.

#pragma once

#include <functional>
#include <string_view>

namespace trialsheet {

/// Called at the end of each step of a page with its name ("read", "write: fonts"), on
/// the thread that makes the page. Empty: nobody asks, and nothing is spent.
using StepObserver = std::function<void(std::string_view step)>;

inline void end_step(const StepObserver& observer, std::string_view step) {
  if (observer)
    observer(step);
}

}  // namespace trialsheet
