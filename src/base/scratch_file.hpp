// Scratch: bytes that are too many for the memory, kept on disk until all are there.

#pragma once

#include <string>
#include <string_view>

namespace trialsheet {

/// A file without a name, which nobody else can open and of which nothing is left when
/// the program ends, however it ends.
class ScratchFile {
 public:
  /// In `folder`, which has room for it. Throws FileError.
  explicit ScratchFile(const std::string& folder);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  /// Throws FileError, as if `folder` could not be written.
  void append(std::string_view bytes);

  /// The bytes from `from` on, no more than some; none at the end. Valid until the next
  /// call.
  std::string_view read(std::size_t from);

 private:
  std::string folder_;
  int descriptor_;
  std::string piece_;
};

}  // namespace trialsheet
