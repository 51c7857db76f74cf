// Line reader: a text file, compressed with gzip or not, a line at a time.

#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace trialsheet {

/// Not thread-safe.
class LineReader {
 public:
  /// `path` "-" is standard input. Throws FileError if it cannot be opened.
  explicit LineReader(const std::string& path);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  enum class Got { line, too_long, end };

  /// The next line without its end; of one that is longer than `most` bytes nothing, and
  /// it is stepped over. Throws FileError if the file cannot be read on, or is cut off
  /// within its compressed data.
  Got next(std::string& line, std::size_t most);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
