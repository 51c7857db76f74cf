// Reads and writes files with POSIX calls, because the standard streams tell neither why
// something failed nor whether the bytes are on the disk.
//
// A regular file is written under a passing name in the same folder, forced to disk, and
// renamed onto its place: rename() is the one step that a file system takes as a whole.

#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <optional>
#include <random>
#include <system_error>
#include <utility>

namespace trialsheet {

namespace {

using Step = FileError::Step;
namespace fs = std::filesystem;

const char* advice(Step step, int code) {
  switch (code) {
    case ENOENT:
    case ENOTDIR:
      return step == Step::read ? "; check the path"
                                : "; check the path, no folder is made";
    case EACCES:
    case EPERM:
    case EROFS:
      return "; choose a place that you have the right to use";
    case EISDIR:
      return "; name a file, not a folder";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "; make room or choose another place";
    case EPIPE:
      return "; the program that was to read it has ended";
    default:
      return "; try again or choose another place";
  }
}

/// An open file; closed at the end of its scope unless close() was there before.
class Descriptor {
 public:
  Descriptor(const char* path, int flags, mode_t mode = 0)
      : number_(::open(path, flags | O_CLOEXEC, mode)) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;

  int number() const { return number_; }
  bool open() const { return number_ >= 0; }

  /// 0 or errno. Linux has closed the file also when it says EINTR.
  int close() {
    const int number = std::exchange(number_, -1);
    return number < 0 || ::close(number) == 0 || errno == EINTR ? 0 : errno;
  }

 private:
  int number_;
};

/// Keeps the polite signals waiting, so that none can end the program while a file with a
/// passing name lies about.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t held;
    sigemptyset(&held);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
      sigaddset(&held, signal);
    }
    pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_{};
};

/// A file with a passing name; removed at the end of its scope unless it was renamed.
class PassingFile {
 public:
  explicit PassingFile(const fs::path& folder) : file_(create(folder)) {}
  ~PassingFile() {
    if (!name_.empty()) {
      ::unlink(name_.c_str());
    }
  }
  PassingFile(const PassingFile&) = delete;
  PassingFile& operator=(const PassingFile&) = delete;

  Descriptor& file() { return file_; }

  /// 0 or errno.
  int rename_to(const fs::path& target) {
    if (::rename(name_.c_str(), target.c_str()) != 0) {
      return errno;
    }
    name_.clear();
    return 0;
  }

 private:
  // Named by chance alone: the name of a record would tell who looks at a folder too
  // much.
  static std::string chance_name() {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::random_device chance;
    std::uniform_int_distribution<std::size_t> pick(0, letters.size() - 1);
    std::string name = ".trialsheet-";
    for (int i = 0; i < 8; ++i) {
      name += letters[pick(chance)];
    }
    return name;
  }

  Descriptor create(const fs::path& folder) {
    constexpr int new_file = O_WRONLY | O_CREAT | O_EXCL;
    for (;;) {
      name_ = (folder / chance_name()).string();
      Descriptor file(name_.c_str(), new_file, 0666);
      if (!file.open() && errno == EEXIST) {
        continue;
      }
      if (!file.open()) {
        name_.clear();
      }
      return file;
    }
  }

  std::string name_;
  Descriptor file_;
};

/// 0 or errno.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (written == 0) {
      return EIO;
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

/// 0 or errno.
int write_all(int descriptor, const NextPiece& next) {
  for (auto piece = next(); !piece.empty(); piece = next()) {
    if (const int code = write_all(descriptor, piece)) {
      return code;
    }
  }
  return 0;
}

std::optional<struct stat> status_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) {
    return status;
  }
  if (errno == ENOENT) {
    return std::nullopt;
  }
  throw system_error(Step::create, path, errno);
}

/// Where a chain of links ends, also if nothing is there yet.
fs::path end_of_links(const std::string& path) {
  fs::path end = path;
  std::error_code error;
  // Forty is where Linux itself gives up (path_resolution(7)).
  for (int links = 0; fs::is_symlink(fs::symlink_status(end, error)); ++links) {
    if (links == 40) {
      throw system_error(Step::create, path, ELOOP);
    }
    end = end.parent_path() / fs::read_symlink(end, error);
  }
  return end;
}

/// The file is in its place already; a file system that cannot force a folder to disk, or
/// a folder that may not be opened, is no reason to call it unwritten.
void force_to_disk(const fs::path& folder) {
  const Descriptor opened(folder.c_str(), O_RDONLY | O_DIRECTORY);
  if (opened.open()) {
    ::fsync(opened.number());
  }
}

/// Owner and mode as they were. Only root can give a file away; for anybody else the file
/// was theirs already, or is now.
int take_over(int descriptor, const struct stat& before) {
  if (::fchown(descriptor, before.st_uid, before.st_gid) != 0 && errno != EPERM) {
    return errno;
  }
  return ::fchmod(descriptor, before.st_mode & 07777) == 0 ? 0 : errno;
}

/// Writes, forces to disk and closes. 0 or errno.
int complete(Descriptor& file, const NextPiece& bytes,
             const std::optional<struct stat>& before) {
  if (const int code = write_all(file.number(), bytes)) {
    return code;
  }
  if (before) {
    if (const int code = take_over(file.number(), *before)) {
      return code;
    }
  }
  if (::fsync(file.number()) != 0) {
    return errno;
  }
  return file.close();
}

void replace_file(const std::string& path, const NextPiece& bytes,
                  const std::optional<struct stat>& before) {
  const auto target = end_of_links(path);
  const auto folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  // rename() would replace a file that its owner has protected from writing.
  if (before && ::access(target.c_str(), W_OK) != 0) {
    throw system_error(Step::create, path, errno);
  }

  const SignalsHeld held;
  PassingFile passing(folder);
  if (!passing.file().open()) {
    throw system_error(Step::create, path, errno);
  }
  if (const int code = complete(passing.file(), bytes, before)) {
    throw system_error(Step::write, path, code);
  }
  if (const int code = passing.rename_to(target)) {
    throw system_error(Step::write, path, code);
  }
  force_to_disk(folder);
}

void write_directly(const std::string& path, const NextPiece& bytes) {
  Descriptor file(path.c_str(), O_WRONLY);
  if (!file.open()) {
    throw system_error(Step::create, path, errno);
  }
  if (const int code = write_all(file.number(), bytes)) {
    throw system_error(Step::write, path, code);
  }
  if (const int code = file.close()) {
    throw system_error(Step::write, path, code);
  }
}

void write_to_standard_output(const NextPiece& bytes) {
  if (const int code = write_all(STDOUT_FILENO, bytes)) {
    throw system_error(Step::write, "standard output", code);
  }
  // A full disk behind a redirection may say so only now. The descriptor itself stays
  // open, so that no later open() gets its number; the copy is closed to hear about it.
  const int copy = ::dup(STDOUT_FILENO);
  if (copy >= 0 && ::close(copy) != 0 && errno != EINTR) {
    throw system_error(Step::write, "standard output", errno);
  }
}

}  // namespace

FileError system_error(Step step, const std::string& path, int code) {
  const char* doing = step == Step::read ? "cannot be read: " : "cannot be written: ";
  return FileError(step, path,
                   doing + std::generic_category().message(code) + advice(step, code),
                   code);
}

std::string read_descriptor(int descriptor, const std::string& name) {
  std::string bytes;
  std::array<char, 65536> block;
  for (;;) {
    const ssize_t got = ::read(descriptor, block.data(), block.size());
    if (got == 0) {
      return bytes;
    }
    if (got < 0 && errno != EINTR) {
      throw system_error(Step::read, name, errno);
    }
    if (got > 0) {
      bytes.append(block.data(), static_cast<std::size_t>(got));
    }
    if (bytes.size() > largest_file) {
      throw FileError(Step::read, name,
                      "is larger than 64 MiB; the record of one trial is not");
    }
  }
}

std::string read_file(const std::string& path) {
  const Descriptor file(path.c_str(), O_RDONLY);
  if (!file.open()) {
    throw system_error(Step::read, path, errno);
  }
  return read_descriptor(file.number(), path);
}

int open_to_read(const std::string& path) {
  const int descriptor = path == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                     : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    throw system_error(Step::read, path == "-" ? "standard input" : path, errno);
  }
  return descriptor;
}

void require_readable(const std::string& path) {
  const Descriptor file(path.c_str(), O_RDONLY);
  struct stat status {};
  if (!file.open() || ::fstat(file.number(), &status) != 0) {
    throw system_error(Step::read, path, errno);
  }
  if (S_ISDIR(status.st_mode)) {
    throw system_error(Step::read, path, EISDIR);
  }
}

void make_private_file(const std::string& path) {
  const Descriptor file(path.c_str(), O_RDWR | O_CREAT, 0600);
  if (!file.open()) {
    throw system_error(Step::create, path, errno);
  }
}

void write_file_whole(const std::string& path, std::string_view bytes) {
  write_file_whole(path, [rest = bytes]() mutable { return std::exchange(rest, {}); });
}

void write_file_whole(const std::string& path, const NextPiece& bytes) {
  if (path == "-") {
    write_to_standard_output(bytes);
    return;
  }
  const auto before = status_of(path);
  if (before && S_ISDIR(before->st_mode)) {
    throw system_error(Step::create, path, EISDIR);
  }
  if (before && !S_ISREG(before->st_mode)) {
    write_directly(path, bytes);
  } else {
    replace_file(path, bytes, before);
  }
}

}  // namespace trialsheet
