// System clock: the machine's time and chance, for a library that has none of its own.

#pragma once

#include <mutex>
#include <random>

#include "store/clock.hpp"

namespace trialsheet {

class SystemClock final : public Clock {
 public:
  UnixSeconds now() override;
  std::chrono::milliseconds running() override;
  void sleep(std::chrono::milliseconds time) override;
  double chance() override;

 private:
  std::mutex mutex_;  ///< of the generator
  std::minstd_rand generator_{std::random_device()()};
};

}  // namespace trialsheet
