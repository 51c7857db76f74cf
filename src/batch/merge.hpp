// Merge: the shares of several machines, checked, and put together. A door for cli.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace trialsheet {

struct MergeOptions {
  std::string folder;  ///< the shards are in
  std::string output;  ///< as of BatchOptions; empty: they are only checked
  std::string report;  ///< as of BatchOptions
};

/// A share that has to be made, or made again.
struct MissingShard {
  std::uint32_t index = 0;
  std::string reason;  ///< "has no manifest: it has not ended"
};

struct MergeResult {
  std::uint32_t shards = 0;           ///< how many there have to be
  std::vector<MissingShard> missing;  ///< by index; empty: all are good
  std::uint64_t sheets = 0;           ///< of the rest as of BatchResult
  std::uint64_t superseded = 0;
  std::uint64_t failed = 0;
  std::uint64_t unread = 0;
  std::string report;
};

/// Checks that every share is there, whole by the hash of its archive, and made with the
/// same version, settings and input as most. If none is missing, writes the sheets of
/// all into the output: the newer, of two records of one trial in different shares. It
/// has the bytes that run_batch() on one machine would have given it.
///
/// Throws Error if the folder cannot be read, or has no shards or those of several
/// divisions in it, and FileError if the output cannot be written.
MergeResult merge_shards(const MergeOptions& options);

/// "3,17-19": as Slurm's --array takes it.
std::string array_expression(const std::vector<MissingShard>& missing);

}  // namespace trialsheet
