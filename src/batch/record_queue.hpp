// Record queue: between the one thread that reads and those that make pages.

#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>

namespace trialsheet {

/// A record on its way to its page.
struct WaitingRecord {
  std::uint64_t sequence = 0;  ///< in the order of the input
  std::string where;
  std::string json;
};

/// Any number of threads may use it. It holds as much as keeps the workers busy, and one
/// large record more.
class RecordQueue {
 public:
  /// Waits while it is full. False if it was closed: the record is dropped.
  bool push(WaitingRecord record);

  /// Waits for a record; nothing when it is closed and empty.
  std::optional<WaitingRecord> pop();

  void close();  ///< no record comes any more
  void drop();   ///< and those that wait are not made

 private:
  bool is_full() const;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<WaitingRecord> waiting_;
  std::size_t bytes_ = 0;
  bool is_closed_ = false;
};

}  // namespace trialsheet
