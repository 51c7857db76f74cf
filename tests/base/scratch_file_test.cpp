// Scratch: what is kept on disk comes back whole, and nothing stays.

#include "base/scratch_file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "base/file.hpp"

namespace trialsheet {

namespace fs = std::filesystem;

TEST_CASE("scratch gives back what it was given and leaves nothing in its folder") {
  const auto folder = fs::temp_directory_path() / "trialsheet-scratch-test";
  fs::create_directories(folder);
  std::string wanted;
  {
    ScratchFile scratch(folder.string());
    for (int i = 0; i < 5000; ++i) {
      const auto line = "line " + std::to_string(i) + "\n";
      scratch.append(line);
      wanted += line + (i % 2 == 0 ? "" : "\n");
      scratch.append(i % 2 == 0 ? "" : "\n");
    }
    CHECK(fs::is_empty(folder));
    std::string read;
    while (true) {
      const auto piece = scratch.read(read.size());
      if (piece.empty())
        break;
      read += piece;
    }
    CHECK(read == wanted);
  }
  fs::remove_all(folder);
}

TEST_CASE("scratch in no folder is told") {
  CHECK_THROWS_AS(ScratchFile("/nowhere/at/all"), FileError);
}

}  // namespace trialsheet
