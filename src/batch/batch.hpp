// Batch: sheets of all records there are, on as many threads as one likes, and on as many
// machines, each with its share. The door for cli.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "batch/input.hpp"
#include "render.hpp"

namespace trialsheet {

/// How far a run is.
struct BatchProgress {
  double fraction = 0;        ///< of the input that was read; 0: not known
  std::uint64_t made = 0;     ///< sheets that were rendered
  std::uint64_t taken = 0;    ///< that were there from an earlier run
  std::uint64_t without = 0;  ///< records of which there is no sheet
};

struct BatchOptions {
  /// A folder, which is made if there is none, or a file *.tar or *.zip.
  std::string output;
  std::string report;  ///< file; empty: beside the output. A share has none then
  Share share;         ///< of the input
  int jobs = 1;
  RenderOptions render;
  std::string own_texts;  ///< as of settings_of()
  /// Asked before each record, from any thread; true: ends, to be gone on with.
  std::function<bool()> is_stopped = [] { return false; };
  /// Told from the thread that calls run_batch().
  std::function<void(const BatchProgress&)> progress = [](const BatchProgress&) {};
};

struct BatchResult {
  bool is_stopped = false;  ///< nothing below is final, and there is no manifest
  BatchProgress progress;
  std::uint64_t sheets = 0;      ///< in the output
  std::uint64_t superseded = 0;  ///< records of trials of which a newer one is kept
  std::uint64_t failed = 0;      ///< of which there can be no sheet
  std::uint64_t unread = 0;      ///< of these, what could not be read this time
  std::string report;  ///< what names them; empty: all is well, or it is a share
};

/// Makes the sheet of each record and puts it into the output, which then has the same
/// bytes whatever the number of jobs, and however often the run was killed and begun
/// again. What an earlier run with the same settings has made of the same records is
/// taken, if it is whole. What is no record, or has no page, is told in the report and
/// the manifest, and the rest goes on. Of two records of one trial the newer wins.
///
/// The manifest beside the output is written last: if it is there and the hash of the
/// archive is what it says, all is done.
///
/// Throws Error for options that no sheet can be made with, FileError if the input or the
/// output cannot be used; a run after that goes on where this one ended.
BatchResult run_batch(const Engine& engine, const BatchInput& input,
                      const BatchOptions& options);

/// The name of a share's archive: "shard-00007-of-00580.tar".
std::string share_name(const Share& share, const std::string& ending);

/// The day on the sheets of a run to this output that was begun and has not ended; empty:
/// none is printed.
std::optional<std::string> unfinished_day_of(const std::string& output);

}  // namespace trialsheet
