// Asks <chrono> and <random>.

#include "cli/system_clock.hpp"

#include <thread>

namespace trialsheet {

namespace chrono = std::chrono;

UnixSeconds SystemClock::now() {
  return chrono::floor<chrono::seconds>(chrono::system_clock::now())
      .time_since_epoch()
      .count();
}

chrono::milliseconds SystemClock::running() {
  return chrono::floor<chrono::milliseconds>(chrono::steady_clock::now())
      .time_since_epoch();
}

void SystemClock::sleep(chrono::milliseconds time) {
  std::this_thread::sleep_for(time);
}

double SystemClock::chance() {
  const std::lock_guard lock(mutex_);
  return std::uniform_real_distribution<double>(0, 1)(generator_);
}

}  // namespace trialsheet
