// A file that is open and in no folder.

#include "base/scratch_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/file.hpp"

namespace trialsheet {

namespace {

constexpr std::size_t piece_size = std::size_t{1} << 16;

FileError failure(FileError::Step step, const std::string& folder, int code) {
  return FileError(
      step, folder,
      "cannot hold what is being written: " + std::generic_category().message(code) +
          "; make room or choose another place");
}

/// Where the file system knows no file without a name, it loses it at once.
int open_unnamed(const std::string& folder) {
  const int unnamed = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (unnamed >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT))
    return unnamed;
  std::string name = folder + "/.trialsheet-XXXXXX";
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0)
    ::unlink(name.c_str());
  return named;
}

}  // namespace

ScratchFile::ScratchFile(const std::string& folder)
    : folder_(folder), descriptor_(open_unnamed(folder)) {
  if (descriptor_ < 0)
    throw failure(FileError::Step::create, folder_, errno);
}

ScratchFile::~ScratchFile() {
  ::close(descriptor_);
}

void ScratchFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR)
      throw failure(FileError::Step::write, folder_, errno);
    if (written > 0)
      bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string_view ScratchFile::read(std::size_t from) {
  piece_.resize(piece_size);
  ssize_t got = -1;
  do
    got = ::pread(descriptor_, piece_.data(), piece_.size(), static_cast<off_t>(from));
  while (got < 0 && errno == EINTR);
  if (got < 0)
    throw failure(FileError::Step::read, folder_, errno);
  return std::string_view(piece_).substr(0, static_cast<std::size_t>(got));
}

}  // namespace trialsheet
