// Names in the folder: "journal-N" and "sheets-N" of the N-th run, "passing-N-M". None
// has the number of a trial in it.

#include "batch/work_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <thread>

#include "base/file.hpp"

namespace trialsheet {

namespace {

const std::string journal = "journal-";
const std::string sheets = "sheets-";
const std::string passing = "passing-";
const std::string lock_name = "lock";

constexpr std::chrono::milliseconds lock_pause{100};

/// Whether the next run can use a file of the work folder, which has `names`, in order.
/// Sheets without their journal are left of a run that was killed while it removed them.
bool is_kept(const std::string& name, const std::vector<std::string>& names) {
  return name == lock_name || name.starts_with(journal) ||
         (name.starts_with(sheets) &&
          std::binary_search(names.begin(), names.end(),
                             journal + name.substr(sheets.size())));
}

}  // namespace

std::size_t Sha256Key::operator()(const Sha256& hash) const {
  std::size_t key = 0;
  std::memcpy(&key, hash.bytes.data(), sizeof key);
  return key;
}

std::unique_ptr<FileLock> lock_work_folder(const std::string& path,
                                           const std::function<bool()>& is_stopped) {
  while (!is_stopped()) {
    make_folder(path);
    try {
      if (auto lock = FileLock::try_take(path + "/" + lock_name)) {
        return lock;
      }
    } catch (const FileError& error) {
      if (error.code() != ENOENT) {  // the other is just removing the folder
        throw;
      }
    }
    std::this_thread::sleep_for(lock_pause);
  }
  return nullptr;
}

WorkFolder::WorkFolder(std::string path, const JournalHead& head)
    : path_(std::move(path)) {
  const auto names = names_in(path_);
  for (const auto& name : names) {
    if (!is_kept(name, names)) {
      remove_file(in(name));
    }
  }
  read_journals(head);
  begin_journal(head);
}

void WorkFolder::read_journals(const JournalHead& head) {
  for (const auto& name : names_in(path_)) {
    if (name.starts_with(journal)) {
      read_journal(name, head);
    }
  }
}

void WorkFolder::read_journal(const std::string& name, const JournalHead& head) {
  std::ifstream file(in(name), std::ios::binary);
  std::string line;
  const auto found = std::getline(file, line) ? parse_journal_head(line) : std::nullopt;
  const auto pdfs = sheets + name.substr(journal.size());
  if (!found || found->settings != head.settings) {
    file.close();
    remove_file(in(name));
    remove_file(in(pdfs));
    return;
  }
  std::error_code error;
  auto origin = static_cast<std::uint32_t>(files_.size());
  files_.push_back(std::ifstream(in(pdfs)) ? std::make_unique<FileAt>(in(pdfs))
                                           : nullptr);
  while (std::getline(file, line)) {
    if (const auto placed = parse_placed(line)) {
      found_[placed->sheet.record] = {placed->sheet, origin, placed->at};
    }
  }
}

void WorkFolder::begin_journal(const JournalHead& head) {
  for (int number = 1; !journal_; ++number) {
    run_ = std::to_string(number);
    try {
      journal_ = std::make_unique<NewFile>(in(journal + run_));
    } catch (const FileError& error) {
      if (error.code() != EEXIST) {
        throw;
      }
    }
  }
  journal_->keep();
  journal_->append(to_line(head));
  sheets_ = std::make_unique<NewFile>(in(sheets + run_));
  sheets_->keep();
  files_.push_back(std::make_unique<FileAt>(in(sheets + run_)));
}

const KeptSheet* WorkFolder::find(const Sha256& record) const {
  const auto found = found_.find(record);
  return found == found_.end() ? nullptr : &found->second;
}

KeptSheet WorkFolder::keep(const MadeSheet& sheet, std::string_view pdf) {
  const std::lock_guard lock(mutex_);
  const KeptSheet kept{sheet, static_cast<std::uint32_t>(files_.size() - 1),
                       sheets_->size()};
  sheets_->append(pdf);
  journal_->append(to_line(PlacedSheet{sheet, kept.at}));
  return kept;
}

std::optional<std::string> WorkFolder::read(const KeptSheet& kept) const {
  const auto& file = files_[kept.origin];
  if (!file) {
    return std::nullopt;
  }
  auto pdf = file->read(kept.at, kept.sheet.bytes);
  return sha256(pdf) == kept.sheet.pdf ? std::optional(std::move(pdf)) : std::nullopt;
}

void WorkFolder::note(const MadeSheet& sheet) {
  const std::lock_guard lock(mutex_);
  journal_->append(to_line(PlacedSheet{sheet, 0}));
}

std::string WorkFolder::passing_path() {
  return in(passing + run_ + "-" + std::to_string(++passing_));
}

void WorkFolder::remove() noexcept {
  remove_folder(path_);
}

std::optional<std::string> unfinished_day(const std::string& work_folder) {
  for (const auto& name : names_in(work_folder)) {
    std::ifstream file(work_folder + "/" + name, std::ios::binary);
    std::string line;
    if (name.starts_with(journal) && std::getline(file, line)) {
      if (const auto head = parse_journal_head(line)) {
        return head->day;
      }
    }
  }
  return std::nullopt;
}

}  // namespace trialsheet
