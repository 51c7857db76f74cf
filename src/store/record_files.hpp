// Record files: the records in whatever people have them in.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/file.hpp"

namespace trialsheet {

/// The text of one study as it stands in a file, byte for byte; nobody has looked into
/// it.
struct RecordInFile {
  std::string where;  ///< "all.ndjson, line 17"; for messages
  std::string json;
};

/// A part of the records, for several machines that each take one.
struct Share {
  std::uint32_t index = 0;  ///< from 0
  std::uint32_t count = 1;  ///< of how many; 1: all of it

  bool is_all() const { return count == 1; }
  friend bool operator==(const Share&, const Share&) = default;
};

/// Whether what goes by this name is in the share: the shares differ little in size.
bool is_in(const Share& share, std::string_view name);

struct ReadingOptions {
  std::size_t most = largest_file;  ///< bytes of one study, page or JSON file
  Share share = {};                 ///< what else there is, is not read
  /// Told now and then how much is read, from 0 to 1, as far as that is known.
  std::function<void(double)> progress = {};
};

/// Calls `record` for each record in `path`, in the order in which they stand there; of a
/// folder, by name. Told by their first bytes, not by their names:
///
/// - JSON: one study, a page of results {"studies": [...]}, or a list [...] of studies
/// - NDJSON: one study a line. A file whose first line is no whole value needs the ending
///   .ndjson or .jsonl to be taken for it
/// - either of these compressed with gzip
/// - a zip of files called *.json, as the registry hands out
/// - a folder of such files, *.json, *.ndjson, *.jsonl, also *.gz, and of further
/// folders;
///   links to folders are not followed, hidden files and folders left out
/// - "-": standard input, JSON or NDJSON or either with gzip
///
/// One study or page is in memory at a time, at most ReadingOptions::most; of a zip also
/// the list of its names. What is larger, or cannot be read, is told to `problem`, and
/// the rest goes on. Throws FileError if `path` itself cannot be read, and what `record`
/// throws, which ends the reading.
///
/// Every record is in exactly one of the shares. Of NDJSON a share is a range of bytes,
/// and nothing else of the file is read; then a record is called by the byte at which it
/// begins. Of a zip it is a part of its list, of a folder its JSON files by their names
/// and of each NDJSON in it a range. Of what is compressed with gzip it is every count-th
/// line, of a page every count-th study: these are read whole for each share. Throws
/// Error{Fault::request} for a share of standard input.
void read_record_files(const std::string& path,
                       const std::function<void(RecordInFile)>& record,
                       const std::function<void(const Error&)>& problem,
                       const ReadingOptions& options = {});

}  // namespace trialsheet
