// Keeps the newest.

#include "batch/sheet_index.hpp"

#include <algorithm>
#include <utility>

namespace trialsheet {

bool SheetIndex::offer(const KeptSheet& kept) {
  const std::lock_guard lock(mutex_);
  const auto [found, is_first] = newest_.try_emplace(kept.sheet.number, kept);
  if (is_first) {
    return true;
  }
  auto loser = kept;
  const bool is_taken = is_newer(kept.sheet, found->second.sheet);
  if (is_taken) {
    std::swap(loser, found->second);
  }
  superseded_.push_back({loser.sheet.number, loser.sheet.day, loser.sheet.record, 0});
  return is_taken;
}

std::size_t SheetIndex::size() const {
  const std::lock_guard lock(mutex_);
  return newest_.size();
}

std::vector<KeptSheet> SheetIndex::sheets() const {
  const std::lock_guard lock(mutex_);
  std::vector<KeptSheet> sheets;
  sheets.reserve(newest_.size());
  for (const auto& [number, kept] : newest_) {
    sheets.push_back(kept);
  }
  std::sort(sheets.begin(), sheets.end(), [](const KeptSheet& a, const KeptSheet& b) {
    return a.sheet.number < b.sheet.number;
  });
  return sheets;
}

std::vector<Superseded> SheetIndex::superseded() const {
  const std::lock_guard lock(mutex_);
  auto list = superseded_;
  for (auto& record : list) {
    const auto kept = newest_.find(record.number);
    record.kept_day = kept == newest_.end() ? 0 : kept->second.sheet.day;
  }
  std::sort(list.begin(), list.end());
  return list;
}

void SheetIndex::add_superseded(const Superseded& record) {
  const std::lock_guard lock(mutex_);
  superseded_.push_back(record);
}

}  // namespace trialsheet
