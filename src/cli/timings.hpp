// Timings: how long each step of a run took, by the clock on the wall.

#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trialsheet {

class Timings {
 public:
  /// The first step begins now.
  Timings();

  /// What went on since the last step's end was `step`.
  void end(std::string_view step);

  /// One line for each step, and one for all, on standard error.
  void show() const;

 private:
  std::chrono::steady_clock::time_point last_;
  std::vector<std::pair<std::string, std::chrono::nanoseconds>> steps_;
};

}  // namespace trialsheet
