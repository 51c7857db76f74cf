// Line reader: a text file, compressed with gzip or not, a line at a time.

#pragma once

#include <cstddef>
#include <cstdint>
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

  /// Whether the line that was read last had an end; the last of a file may have none.
  bool was_ended() const;

  /// Goes on at the first line that begins at or after `offset`. Only of a file that is
  /// not compressed and no pipe: is_plain().
  void seek_line(std::uint64_t offset);

  /// Whether it is a file, as it is: its lines can be told by where they begin.
  bool is_plain();
  std::uint64_t size() const;  ///< of the file; compressed if it is; 0: nobody knows

  /// Where in the text the next line begins, of a file that is plain.
  std::uint64_t offset() const;

  /// How much of the file was read, from 0 to 1; 0 if its size is not known.
  double fraction() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
