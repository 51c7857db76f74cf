// Batch progress: how far a batch is, for a person or for a program.

#pragma once

#include <chrono>

#include "batch/batch.hpp"
#include "store/clock.hpp"

namespace trialsheet {

/// On a terminal a line that is written over; elsewhere a line of JSON each half minute.
/// Neither names a trial.
class BatchProgressShow {
 public:
  /// `is_shown` false: says nothing at all.
  BatchProgressShow(Clock& clock, bool is_shown);

  /// Says it, if it is time to.
  void show(const BatchProgress& progress);

  /// How it ended.
  void finish(const BatchResult& result, const std::string& output);

 private:
  double seconds() const;
  void show_line(const BatchProgress& progress) const;
  void log_line(const BatchProgress& progress) const;

  Clock* clock_;
  bool is_shown_;
  bool is_terminal_;
  std::chrono::milliseconds begin_;
  std::chrono::milliseconds next_;
};

}  // namespace trialsheet
