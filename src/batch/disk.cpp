// POSIX calls, because streams tell neither why something failed nor whether the bytes
// are on the disk.

#include "batch/disk.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/file.hpp"

namespace trialsheet {

namespace {

using Step = FileError::Step;
namespace fs = std::filesystem;

int open_or_fail(const std::string& path, int flags, Step step) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    throw system_error(step, path, errno);
  }
  return descriptor;
}

void require(int result, Step step, const std::string& path) {
  if (result != 0) {
    throw system_error(step, path, errno);
  }
}

/// A file system that cannot force a folder to disk is no reason to call it unwritten.
void force_folder_of(const std::string& path) {
  const auto folder = fs::path(path).parent_path();
  const int descriptor =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0) {
    ::fsync(descriptor);
    ::close(descriptor);
  }
}

}  // namespace

NewFile::NewFile(std::string path)
    : path_(std::move(path)),
      descriptor_(open_or_fail(path_, O_WRONLY | O_CREAT | O_EXCL, Step::create)) {}

NewFile::~NewFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
  if (!is_kept_) {
    ::unlink(path_.c_str());
  }
}

void NewFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      throw system_error(Step::write, path_, errno);
    }
    const auto count = static_cast<std::size_t>(std::max<ssize_t>(written, 0));
    size_ += count;
    bytes.remove_prefix(count);
  }
}

void NewFile::put_at(const std::string& target, bool is_forced) {
  require(is_forced ? ::fsync(descriptor_) : 0, Step::write, target);
  require(::close(std::exchange(descriptor_, -1)), Step::write, target);
  require(std::rename(path_.c_str(), target.c_str()), Step::write, target);
  is_kept_ = true;
  if (is_forced) {
    force_folder_of(target);
  }
}

FileAt::FileAt(std::string path)
    : path_(std::move(path)), descriptor_(open_or_fail(path_, O_RDONLY, Step::read)) {}

FileAt::~FileAt() {
  ::close(descriptor_);
}

std::string FileAt::read(std::uint64_t offset, std::size_t size) const {
  std::string bytes(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const auto got = ::pread(descriptor_, bytes.data() + done, size - done,
                             static_cast<off_t>(offset + done));
    if (got < 0 && errno != EINTR) {
      throw system_error(Step::read, path_, errno);
    }
    if (got == 0) {
      break;
    }
    done += static_cast<std::size_t>(std::max<ssize_t>(got, 0));
  }
  bytes.resize(done);
  return bytes;
}

std::unique_ptr<FileLock> FileLock::try_take(const std::string& path) {
  std::unique_ptr<FileLock> lock(
      new FileLock(open_or_fail(path, O_RDWR | O_CREAT, Step::create)));
  if (::flock(lock->descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return nullptr;
  }
  // Whoever had it may have removed the file, and then this is no longer the one.
  struct stat mine {};
  struct stat there {};
  const bool is_there = ::fstat(lock->descriptor_, &mine) == 0 &&
                        ::stat(path.c_str(), &there) == 0 && mine.st_ino == there.st_ino;
  return is_there ? std::move(lock) : nullptr;
}

FileLock::~FileLock() {
  ::close(descriptor_);
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

void make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) {
    throw system_error(Step::create, path, errno);
  }
  if (!is_folder(path)) {
    throw FileError(Step::create, path, "is a file; a folder was expected");
  }
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    names.push_back(at->path().filename().string());
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    throw system_error(Step::read, folder, error.value());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void remove_file(const std::string& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
    throw system_error(Step::write, path, errno);
  }
}

void remove_folder(const std::string& folder) noexcept {
  std::error_code error;
  fs::remove_all(folder, error);
}

void put_at(const std::string& path, const std::string& target) {
  const int descriptor = open_or_fail(path, O_RDONLY, Step::write);
  const int code = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (code != 0) {
    throw system_error(Step::write, target, code);
  }
  require(std::rename(path.c_str(), target.c_str()), Step::write, target);
  force_folder_of(target);
}

void force_all(const std::string& folder) {
  const int descriptor = open_or_fail(folder, O_RDONLY | O_DIRECTORY, Step::write);
  const int code = ::syncfs(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (code != 0) {
    throw system_error(Step::write, folder, code);
  }
}

std::string read_if_there(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(path, error) ? read_file(path) : "";
}

}  // namespace trialsheet
