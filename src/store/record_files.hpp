// Record files: the records in whatever people have them in.

#pragma once

#include <functional>
#include <string>

#include "base/error.hpp"

namespace trialsheet {

/// The text of one study as it stands in a file, byte for byte; nobody has looked into
/// it.
struct RecordInFile {
  std::string where;  ///< "all.ndjson, line 17"; for messages
  std::string json;
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
/// One study or page is in memory at a time, at most 64 MiB (largest_file); of a zip also
/// the list of its names. What is larger, or cannot be read, is told to `problem`, and
/// the rest goes on. Throws FileError if `path` itself cannot be read, and what `record`
/// throws, which ends the reading.
void read_record_files(const std::string& path,
                       const std::function<void(RecordInFile)>& record,
                       const std::function<void(const Error&)>& problem);

}  // namespace trialsheet
