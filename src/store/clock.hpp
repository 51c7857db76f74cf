// Clock: time and chance as the library is handed them; it has none of its own.

#pragma once

#include <chrono>
#include <cstdint>

namespace trialsheet {

/// A moment in seconds since 1970-01-01 UTC, leap seconds not counted.
using UnixSeconds = std::int64_t;

/// Called from several threads at once; each function must allow that. None may throw.
class Clock {
 public:
  virtual ~Clock() = default;

  /// The day and time of day; may be set back.
  virtual UnixSeconds now() = 0;

  /// Time since any fixed moment; never goes back.
  virtual std::chrono::milliseconds running() = 0;

  /// Returns when so much of running() has passed.
  virtual void sleep(std::chrono::milliseconds time) = 0;

  /// A number from 0 up to, not including, 1. Spreads out in time those that try again.
  virtual double chance() = 0;
};

}  // namespace trialsheet
