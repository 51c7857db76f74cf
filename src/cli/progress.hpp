// Progress: how far a long command is, without filling a terminal or a log.

#pragma once

#include <chrono>
#include <string>

#include "store/clock.hpp"

namespace trialsheet {

/// On a terminal one line that is written over, at most ten times a second; elsewhere a
/// line each half minute.
class Progress {
 public:
  /// `is_shown` false: says nothing at all.
  Progress(Clock& clock, bool is_shown);

  /// Says `text`, if it is time to.
  void show(const std::string& text);

  /// Takes the line away. To be called before anything else is said.
  void clear();

 private:
  Clock* clock_;
  bool is_shown_;
  bool is_terminal_;
  bool is_on_line_ = false;
  std::chrono::milliseconds next_;
};

}  // namespace trialsheet
