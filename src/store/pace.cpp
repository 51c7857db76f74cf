// Gives out turns as moments: who comes later gets a later one, and sleeps until then.

#include "store/pace.hpp"

#include <algorithm>

namespace trialsheet {

bool Pace::take_turn(std::chrono::milliseconds deadline) {
  std::chrono::milliseconds wait;
  {
    const std::lock_guard lock(mutex_);
    const auto now = clock_->running();
    const auto turn = turns_ == 0 ? now : std::max(now, next_);
    if (turn > deadline) {
      return false;
    }
    next_ = turn + pause_;
    ++turns_;
    wait = turn - now;
  }
  if (wait.count() > 0) {
    clock_->sleep(wait);
  }
  return true;
}

void Pace::hold(std::chrono::milliseconds time) {
  const std::lock_guard lock(mutex_);
  next_ = std::max(next_, clock_->running() + time);
}

std::size_t Pace::turns() const {
  const std::lock_guard lock(mutex_);
  return turns_;
}

}  // namespace trialsheet
