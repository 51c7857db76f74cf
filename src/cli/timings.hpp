// Timings: what each step of a run cost the processor.

#pragma once

#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trialsheet {

class Timings {
 public:
  /// The first step begins now.
  Timings();

  /// What was done since the last step's end was `step`.
  void end(std::string_view step);

  /// One line for each step, and one for all, on standard error, in milliseconds.
  void show() const;

 private:
  std::clock_t last_;  ///< of this process, all threads
  std::vector<std::pair<std::string, std::clock_t>> steps_;
};

}  // namespace trialsheet
