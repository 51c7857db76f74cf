// Archive: sheets in one file, a tar or a zip, the same bytes for the same sheets.
//
// Names are path_of(); the order is that of the numbers; there are no times, owners or
// machines in it. PDFs are compressed already: in a zip they are stored.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/sha256.hpp"
#include "batch/made_sheet.hpp"

namespace trialsheet {

struct ArchiveFacts {
  Sha256 hash;
  std::uint64_t bytes = 0;
};

/// Whether the path ends like an archive that can be written: .tar or .zip.
bool is_archive(const std::string& path);

/// Writes the archive at `passing`, on the disk of `target`, and puts it at `target` when
/// it is whole. `pdf` is called once with the index of each sheet, in order. Of a tar one
/// PDF is in memory at a time; of a zip also half a kilobyte for each sheet. Throws
/// FileError, and what `pdf` throws; then there is nothing new at `target`.
ArchiveFacts write_archive(const std::string& target, const std::string& passing,
                           const std::vector<MadeSheet>& sheets,
                           const std::function<std::string(std::size_t)>& pdf);

/// The facts of the file at `path`. Throws FileError.
ArchiveFacts facts_of(const std::string& path);

/// The sheets in an archive that write_archive() has made. Any number of threads may use
/// it.
class SheetArchive {
 public:
  /// `sheets` is what was written, in order. Throws FileError if it cannot be opened.
  SheetArchive(const std::string& path, const std::vector<MadeSheet>& sheets);
  ~SheetArchive();

  /// The PDF of the sheet with this index. Throws FileError if it is not as it was.
  std::string read(std::size_t index) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
