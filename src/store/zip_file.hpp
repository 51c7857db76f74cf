// Zip file: the files in a zip, one in memory at a time.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace trialsheet {

/// Not thread-safe.
class ZipFile {
 public:
  /// Throws FileError if it is no zip, or damaged at its end, where the list of names is.
  explicit ZipFile(const std::string& path);
  ~ZipFile();
  ZipFile(const ZipFile&) = delete;
  ZipFile& operator=(const ZipFile&) = delete;

  std::uint64_t count() const;
  std::string name(std::uint64_t index) const;  ///< empty if it has none

  /// Its bytes. Throws FileError, with the name in where(), if they are damaged,
  /// encrypted, or more than `most` once unpacked.
  std::string bytes(std::uint64_t index, std::size_t most) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
