// Slots: how many may do something at the same time.

#pragma once

#include <condition_variable>
#include <mutex>

namespace trialsheet {

/// Any number of threads may use it.
class Slots {
 public:
  explicit Slots(int free) : free_(free) {}

  void take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return free_ > 0; });
    --free_;
  }

  /// Takes one if there is one.
  bool try_take() {
    const std::lock_guard lock(mutex_);
    if (free_ == 0) {
      return false;
    }
    --free_;
    return true;
  }

  void give_back() {
    {
      const std::lock_guard lock(mutex_);
      ++free_;
    }
    changed_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int free_;
};

/// A slot that was taken, given back at the end of a scope.
class TakenSlot {
 public:
  explicit TakenSlot(Slots& slots) : slots_(&slots) {}
  ~TakenSlot() { slots_->give_back(); }
  TakenSlot(const TakenSlot&) = delete;
  TakenSlot& operator=(const TakenSlot&) = delete;

 private:
  Slots* slots_;
};

}  // namespace trialsheet
