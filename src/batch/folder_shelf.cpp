// Sheets are renamed into their place as they come, and forced to disk together at the
// end: a sheet that a power cut has torn has not the hash that its journal says.

#include "batch/folder_shelf.hpp"

#include "batch/disk.hpp"

namespace trialsheet {

FolderShelf::FolderShelf(const OutputPaths& paths, WorkFolder& work,
                         const std::optional<Manifest>& earlier)
    : folder_(paths.output), work_(&work) {
  if (earlier) {
    for (const auto& sheet : earlier->sheets) {
      earlier_.emplace(sheet.record, sheet);
      work_->note(sheet);
    }
  }
  // It is no longer true as soon as a sheet is replaced; the journal has what it said.
  remove_file(paths.manifest);
}

std::string FolderShelf::path(const MadeSheet& sheet) const {
  return folder_ + "/" + path_of(sheet.number);
}

std::mutex& FolderShelf::place_of(const MadeSheet& sheet) {
  return places_[sheet.number % places_.size()];
}

const MadeSheet* FolderShelf::find(const Sha256& record) const {
  if (const auto* kept = work_->find(record)) {
    return &kept->sheet;
  }
  const auto found = earlier_.find(record);
  return found == earlier_.end() ? nullptr : &found->second;
}

bool FolderShelf::is_in_place(const MadeSheet& sheet) const {
  return sha256(read_if_there(path(sheet))) == sheet.pdf;
}

bool FolderShelf::take(const Sha256& record) {
  const auto* sheet = find(record);
  if (sheet == nullptr) {
    return false;
  }
  const std::lock_guard lock(place_of(*sheet));
  if (!is_in_place(*sheet)) {
    return false;
  }
  index().offer({*sheet});
  return true;
}

void FolderShelf::add(const MadeSheet& sheet, std::string_view pdf) {
  NewFile file(work_->passing_path());
  file.append(pdf);
  const std::lock_guard lock(place_of(sheet));
  if (index().offer({sheet})) {
    make_folder(folder_ + "/" + folder_of(sheet.number));
    file.put_at(path(sheet), false);
  }
  work_->note(sheet);
}

ArchiveFacts FolderShelf::finish() {
  force_all(folder_);
  return {};
}

}  // namespace trialsheet
