// Work folder: what a run that has not ended yet has made, for the next one to go on.
//
// Each run begins a journal of its own, a line for each sheet, and believes those of
// earlier runs with the same settings, as far as the PDFs that they name have the hash
// that they say. So nothing has to be forced to disk before the end: what a killed
// program or a power cut has lost or torn is made again.

#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "batch/disk.hpp"
#include "batch/manifest.hpp"

namespace trialsheet {

/// Where the PDF of a sheet is.
struct KeptSheet {
  MadeSheet sheet;
  std::uint32_t origin = 0;  ///< which of the files or archives that its owner knows
  std::uint64_t at = 0;      ///< where in that
};

struct Sha256Key {
  std::size_t operator()(const Sha256& hash) const;
};

/// Makes the folder if there is none, and waits until no other run is at work in it.
/// Nothing if `is_stopped` meanwhile. Throws FileError.
std::unique_ptr<FileLock> lock_work_folder(const std::string& path,
                                           const std::function<bool()>& is_stopped);

/// Any number of threads may use it. Every function throws FileError.
class WorkFolder {
 public:
  /// Of a folder that is locked. Removes what a killed run has left half done, and begins
  /// a journal.
  WorkFolder(std::string path, const JournalHead& head);

  /// What an earlier run noted of the record with this hash.
  const KeptSheet* find(const Sha256& record) const;

  /// Puts the PDF into a file with all others of this run, and notes the sheet.
  KeptSheet keep(const MadeSheet& sheet, std::string_view pdf);
  /// The PDF of what was kept or found; nothing if it is not as it was.
  std::optional<std::string> read(const KeptSheet& kept) const;

  /// Notes a sheet whose PDF is elsewhere.
  void note(const MadeSheet& sheet);

  /// For a file with a passing name; each call another one.
  std::string passing_path();

  /// The run is at its end.
  void remove() noexcept;

 private:
  void read_journals(const JournalHead& head);
  void read_journal(const std::string& name, const JournalHead& head);
  void begin_journal(const JournalHead& head);
  std::string in(const std::string& name) const { return path_ + "/" + name; }

  std::string path_;
  std::string run_;  ///< the number of this run, in its names
  std::unordered_map<Sha256, KeptSheet, Sha256Key> found_;
  std::vector<std::unique_ptr<FileAt>> files_;  ///< KeptSheet::origin
  std::atomic<std::uint64_t> passing_{0};
  std::mutex mutex_;  ///< of the two below
  std::unique_ptr<NewFile> journal_;
  std::unique_ptr<NewFile> sheets_;
};

/// The day on the sheets of a run that was begun there and has not ended; nothing if
/// there is none, empty if they have no day.
std::optional<std::string> unfinished_day(const std::string& work_folder);

}  // namespace trialsheet
