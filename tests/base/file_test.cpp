// Tests of base/file: the messages, and that a file is whole or as it was. What takes a
// process of its own (full disks, pipes, signals) is in tests/cli.

#include "base/file.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace trialsheet {

namespace {

namespace fs = std::filesystem;

/// A folder that is gone at the end of the test.
class Scratch {
 public:
  Scratch() {
    auto name = (fs::temp_directory_path() / "trialsheet-test-XXXXXX").string();
    if (!mkdtemp(name.data())) {
      throw std::runtime_error("no folder for the test");
    }
    folder_ = name;
  }
  ~Scratch() { fs::remove_all(folder_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string path(const std::string& file) const { return (folder_ / file).string(); }
  int files() const {
    return static_cast<int>(std::distance(fs::directory_iterator(folder_), {}));
  }

 private:
  fs::path folder_;
};

FileError error_of(const auto& action) {
  try {
    action();
  } catch (const FileError& error) {
    return error;
  }
  FAIL("nothing was thrown");
  throw;
}

}  // namespace

TEST_CASE("a written file is read as it was written") {
  const Scratch scratch;
  const auto bytes =
      GENERATE(std::string(), std::string("a\0b\n", 4), std::string(3'000'000, 'x'));

  write_file_whole(scratch.path("file"), bytes);

  CHECK(read_file(scratch.path("file")) == bytes);
  CHECK(scratch.files() == 1);
}

TEST_CASE("a longer file is replaced, not written over") {
  const Scratch scratch;
  write_file_whole(scratch.path("file"), "longer");
  write_file_whole(scratch.path("file"), "short");
  CHECK(read_file(scratch.path("file")) == "short");
}

TEST_CASE("a name without a folder is in the current one") {
  const Scratch scratch;
  const auto before = fs::current_path();
  fs::current_path(scratch.path(""));
  write_file_whole("file", "here");
  fs::current_path(before);
  CHECK(read_file(scratch.path("file")) == "here");
}

TEST_CASE("a missing file is said to be missing") {
  const auto error = error_of([] { read_file("/nowhere/file"); });
  CHECK(error.what() ==
        std::string(
            "/nowhere/file: cannot be read: No such file or directory; check the path"));
  CHECK(error.step() == FileError::Step::read);
  CHECK(error.fault() == Fault::setup);
  CHECK(error.where() == "/nowhere/file");
}

TEST_CASE("a folder is no file") {
  const Scratch scratch;
  const auto folder = scratch.path("");
  CHECK(error_of([&] { read_file(folder); }).what() ==
        folder + ": cannot be read: Is a directory; name a file, not a folder");
  const auto error = error_of([&] { write_file_whole(folder, "x"); });
  CHECK(error.what() ==
        folder + ": cannot be written: Is a directory; name a file, not a folder");
  CHECK(error.step() == FileError::Step::create);
}

TEST_CASE("an endless file is refused") {
  CHECK(error_of([] { read_file("/dev/zero"); }).what() ==
        std::string("/dev/zero: is larger than 64 MiB; the record of one trial is not"));
}

TEST_CASE("no folder is made") {
  const Scratch scratch;
  const auto error = error_of([&] { write_file_whole(scratch.path("a/b"), "x"); });
  CHECK(error.what() ==
        scratch.path("a/b") +
            ": cannot be written: No such file or directory; check the path, no "
            "folder is made");
  CHECK(scratch.files() == 0);
}

TEST_CASE("a full device is said to be full") {
  const auto error = error_of([] { write_file_whole("/dev/full", "x"); });
  CHECK(error.what() ==
        std::string("/dev/full: cannot be written: No space left on device; make "
                    "room or choose another place"));
  CHECK(error.step() == FileError::Step::write);
}

TEST_CASE("the mode of a file stays") {
  const Scratch scratch;
  write_file_whole(scratch.path("file"), "old");
  fs::permissions(scratch.path("file"), fs::perms::owner_read | fs::perms::owner_write);
  write_file_whole(scratch.path("file"), "new");
  CHECK(fs::status(scratch.path("file")).permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));
}

}  // namespace trialsheet
