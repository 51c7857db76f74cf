// A deque, a lock and two limits.

#include "batch/record_queue.hpp"

#include <utility>

namespace trialsheet {

namespace {

// Records have 17 KB on average and a few have megabytes (RECORD_FACTS).
constexpr std::size_t most_bytes = std::size_t{8} << 20;
constexpr std::size_t most_records = 256;

}  // namespace

bool RecordQueue::is_full() const {
  return !waiting_.empty() && (bytes_ >= most_bytes || waiting_.size() >= most_records);
}

bool RecordQueue::push(WaitingRecord record) {
  {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return is_closed_ || !is_full(); });
    if (is_closed_) {
      return false;
    }
    bytes_ += record.json.size();
    waiting_.push_back(std::move(record));
  }
  changed_.notify_all();
  return true;
}

std::optional<WaitingRecord> RecordQueue::pop() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return is_closed_ || !waiting_.empty(); });
  if (waiting_.empty()) {
    return std::nullopt;
  }
  auto record = std::move(waiting_.front());
  waiting_.pop_front();
  bytes_ -= record.json.size();
  lock.unlock();
  changed_.notify_all();
  return record;
}

void RecordQueue::close() {
  const std::lock_guard lock(mutex_);
  is_closed_ = true;
  changed_.notify_all();
}

void RecordQueue::drop() {
  const std::lock_guard lock(mutex_);
  is_closed_ = true;
  waiting_.clear();
  bytes_ = 0;
  changed_.notify_all();
}

}  // namespace trialsheet
