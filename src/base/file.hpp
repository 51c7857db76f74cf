// Files: read whole, and written whole or not at all.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace trialsheet {

/// Why a file could not be used. where() is its path; what() ends in what would be right.
class FileError : public Error {
 public:
  enum class Step {
    read,    ///< it is not there, not readable, or too large
    create,  ///< nothing was begun: no such folder, no permission
    write,   ///< it was begun, and what was there before is there again
  };

  /// `code`: errno if the system said so; 0 if what is in the file is no good.
  FileError(Step step, std::string path, const std::string& problem, int code = 0)
      : Error(Fault::setup, std::move(path), problem), step_(step), code_(code) {}

  Step step() const noexcept { return step_; }
  int code() const noexcept { return code_; }

 private:
  Step step_;
  int code_;
};

/// What the system said with `code`, an errno, and what would be right.
FileError system_error(FileError::Step step, const std::string& path, int code);

/// More than any record has; a mistaken file is refused before it fills the memory.
constexpr std::size_t largest_file = std::size_t{64} << 20;

/// All bytes of a file, pipe or device. Throws FileError, also for a folder and for more
/// than `largest_file`.
std::string read_file(const std::string& path);

/// All bytes up to the end of an open descriptor, which stays open. `name` is for
/// messages.
std::string read_descriptor(int descriptor, const std::string& name);

/// A descriptor of the file, or of standard input for "-", which the caller closes.
/// Throws FileError.
int open_to_read(const std::string& path);

/// Throws FileError if there is no file at `path` that can be opened for reading.
void require_readable(const std::string& path);

/// Makes an empty file that only its owner may read and write, if there is none at
/// `path`; one that is there stays as it is. Throws FileError.
void make_private_file(const std::string& path);

/// Puts `bytes` into the file at `path`, or throws FileError and leaves all as it was.
///
/// Whoever opens the file sees the old bytes or the new ones, never a part, also after a
/// power cut; SIGINT and SIGTERM wait until that is so. A link is followed and stays. The
/// mode of an existing file is kept; a new one gets what umask grants. No folder is made.
/// What is no regular file (a pipe, a device, "-" for standard output) is written to as
/// it is, every write checked. Ignore SIGPIPE to get a FileError for a reader that went
/// away.
void write_file_whole(const std::string& path, std::string_view bytes);

/// The next of the bytes to be written; none: that was all.
using NextPiece = std::function<std::string_view()>;

/// The same of bytes that come piece by piece.
void write_file_whole(const std::string& path, const NextPiece& next);

}  // namespace trialsheet
