// Sheet index: of each trial the newest record that has come, in whatever order.

#pragma once

#include <mutex>
#include <unordered_map>
#include <vector>

#include "batch/work_folder.hpp"

namespace trialsheet {

/// Any number of threads may use it.
class SheetIndex {
 public:
  /// Takes the sheet, unless one of a newer record of the trial is there; whether it did.
  bool offer(const KeptSheet& kept);

  std::size_t size() const;

  /// When all have come: the sheets by number, and the records that gave way.
  std::vector<KeptSheet> sheets() const;
  std::vector<Superseded> superseded() const;

  /// A record that gave way earlier, to no matter which.
  void add_superseded(const Superseded& record);

 private:
  mutable std::mutex mutex_;
  std::unordered_map<std::uint32_t, KeptSheet> newest_;  ///< by number
  std::vector<Superseded> superseded_;
};

}  // namespace trialsheet
