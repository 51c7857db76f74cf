// Disk: files that are written piece by piece and take their place only when they are
// whole, and files that are read at a place.
//
// Every function throws FileError, with the path and what would be right.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

/// A file under a passing name. Not thread-safe.
class NewFile {
 public:
  /// Makes it; there must be none at `path`.
  explicit NewFile(std::string path);
  /// Removes it, unless it was put into its place or kept.
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void append(std::string_view bytes);
  std::uint64_t size() const { return size_; }

  /// Renames it to `target`, on the same file system, where whoever looks sees what was
  /// there before or all of this. With `is_forced` also after a power cut.
  void put_at(const std::string& target, bool is_forced);

  /// It stays where it is, to be read if the program comes to nothing.
  void keep() { is_kept_ = true; }

 private:
  std::string path_;
  int descriptor_;
  std::uint64_t size_ = 0;
  bool is_kept_ = false;
};

/// A file that is read. Any number of threads may use it.
class FileAt {
 public:
  explicit FileAt(std::string path);
  ~FileAt();
  FileAt(const FileAt&) = delete;
  FileAt& operator=(const FileAt&) = delete;

  /// What is there, shorter than `size` where the file ends.
  std::string read(std::uint64_t offset, std::size_t size) const;

 private:
  std::string path_;
  int descriptor_;
};

/// Keeps other programs away while it lives; the system frees it when a program is
/// killed. On a file system without locks nobody is kept away.
class FileLock {
 public:
  /// Nothing if another has it. Makes the file if there is none.
  static std::unique_ptr<FileLock> try_take(const std::string& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

bool is_folder(const std::string& path);

/// Makes a folder if there is none; the one that it is in must be there.
void make_folder(const std::string& path);

/// The names in a folder, sorted; none if there is no folder.
std::vector<std::string> names_in(const std::string& folder);

/// Removes a file, if it is there.
void remove_file(const std::string& path);

/// Removes a folder with its files. What cannot be removed stays.
void remove_folder(const std::string& folder) noexcept;

/// Forces a file of another's making to disk, and then puts it at `target`.
void put_at(const std::string& path, const std::string& target);

/// Forces to disk what was written on the file system of this folder.
void force_all(const std::string& folder);

/// The bytes of a file, or nothing if there is none that can be read.
std::string read_if_there(const std::string& path);

}  // namespace trialsheet
