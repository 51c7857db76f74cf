// What is in the archive that is there already need not be made again.

#include "batch/archive_shelf.hpp"

#include <filesystem>
#include <limits>

#include "base/file.hpp"

namespace trialsheet {

namespace {

/// KeptSheet::origin of what is in the archive that is there; `at` is its index in it.
constexpr auto of_archive = std::numeric_limits<std::uint32_t>::max();

bool is_damaged(const std::string& path, const ManifestHead& head) {
  std::error_code error;
  if (std::filesystem::file_size(path, error) != head.output_bytes || error) {
    return true;
  }
  return facts_of(path).hash != head.output_hash;
}

}  // namespace

ArchiveShelf::ArchiveShelf(std::string path, WorkFolder& work,
                           std::optional<Manifest> earlier)
    : path_(std::move(path)), work_(&work), earlier_(std::move(earlier)) {
  if (!earlier_ || is_damaged(path_, earlier_->head)) {
    earlier_.reset();
    return;
  }
  archive_.emplace(path_, earlier_->sheets);
  for (std::size_t i = 0; i < earlier_->sheets.size(); ++i) {
    in_archive_.emplace(earlier_->sheets[i].record, i);
  }
}

std::optional<KeptSheet> ArchiveShelf::find(const Sha256& record) const {
  if (const auto found = in_archive_.find(record); found != in_archive_.end()) {
    return KeptSheet{earlier_->sheets[found->second], of_archive, found->second};
  }
  const auto* kept = work_->find(record);
  return kept != nullptr && work_->read(*kept) ? std::optional(*kept) : std::nullopt;
}

bool ArchiveShelf::take(const Sha256& record) {
  const auto kept = find(record);
  if (kept) {
    index().offer(*kept);
  }
  return kept.has_value();
}

void ArchiveShelf::add(const MadeSheet& sheet, std::string_view pdf) {
  index().offer(work_->keep(sheet, pdf));
}

std::string ArchiveShelf::read(const KeptSheet& kept) const {
  if (kept.origin == of_archive) {
    return archive_->read(kept.at);
  }
  auto pdf = work_->read(kept);
  if (!pdf) {
    throw FileError(FileError::Step::read, path_,
                    "what was made for it is damaged; run the command again");
  }
  return *std::move(pdf);
}

bool ArchiveShelf::is_as_earlier(const std::vector<KeptSheet>& sheets) const {
  if (!earlier_ || earlier_->sheets.size() != sheets.size()) {
    return false;
  }
  for (const auto& kept : sheets) {
    if (kept.origin != of_archive) {
      return false;
    }
  }
  return true;
}

ArchiveFacts ArchiveShelf::finish() {
  const auto kept = index().sheets();
  if (is_as_earlier(kept)) {
    return {earlier_->head.output_hash, earlier_->head.output_bytes};
  }
  std::vector<MadeSheet> sheets;
  for (const auto& each : kept) {
    sheets.push_back(each.sheet);
  }
  return write_archive(path_, work_->passing_path(), sheets,
                       [&](std::size_t i) { return read(kept[i]); });
}

}  // namespace trialsheet
