// Shelf: where the sheets of a run go, a folder or an archive.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "batch/archive.hpp"
#include "batch/sheet_index.hpp"
#include "batch/work_folder.hpp"

namespace trialsheet {

/// Names beside the output, of which each run knows where to look.
struct OutputPaths {
  std::string output;    ///< a folder, or a file
  std::string manifest;  ///< sheets.tar.manifest.jsonl; in a folder manifest.jsonl
  std::string report;    ///< the same with "report"
  std::string work;      ///< the work folder: sheets.tar.work; in a folder .work
};

OutputPaths output_paths(const std::string& output);

/// Any number of threads may take and add; one finishes when they are done. Every
/// function throws FileError.
class Shelf {
 public:
  virtual ~Shelf() = default;

  /// Whether the sheet of this record is there, whole, from an earlier run; then it
  /// counts as added.
  virtual bool take(const Sha256& record) = 0;

  virtual void add(const MadeSheet& sheet, std::string_view pdf) = 0;

  /// All have come: puts them into their place, on the disk.
  virtual ArchiveFacts finish() = 0;

  SheetIndex& index() { return index_; }

 private:
  SheetIndex index_;
};

/// `earlier` is the manifest of what is there, if that was made with the same settings.
std::unique_ptr<Shelf> open_shelf(const OutputPaths& paths, WorkFolder& work,
                                  std::optional<Manifest> earlier);

}  // namespace trialsheet
