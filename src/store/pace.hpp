// Pace: turns, a pause apart, for all threads that ask one server.

#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>

#include "store/clock.hpp"

namespace trialsheet {

/// Thread-safe.
class Pace {
 public:
  Pace(std::chrono::milliseconds pause, Clock& clock) : pause_(pause), clock_(&clock) {}

  /// Waits for the caller's turn. False, and no turn is used up, if that would be after
  /// `deadline` (in Clock::running()).
  bool take_turn(std::chrono::milliseconds deadline);

  /// No turn before so much time has passed.
  void hold(std::chrono::milliseconds time);

  std::size_t turns() const;

 private:
  std::chrono::milliseconds pause_;
  Clock* clock_;
  mutable std::mutex mutex_;
  std::chrono::milliseconds next_{0};
  std::size_t turns_ = 0;
};

}  // namespace trialsheet
