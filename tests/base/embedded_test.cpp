// Tests of base/embedded: what is in the program is what is on the disk.

#include "base/embedded.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>

#include "base/file.hpp"
#include "files.hpp"

namespace trialsheet {

namespace {

/// Fonts and the table of cities come from packages, and what is packed is made by the
/// build (words/packed_test.cpp); all else is in this tree.
bool is_from_elsewhere(std::string_view path) {
  return path.ends_with(".ttf") || path.ends_with(".tsv") || path.starts_with("packed/");
}

}  // namespace

TEST_CASE("embedded files are those of the source tree") {
  for (const auto path : embedded_paths()) {
    if (!is_from_elsewhere(path)) {
      CAPTURE(path);
      CHECK(embedded_file(path) == read_file((tests::root() / path).string()));
    }
  }
}

TEST_CASE("words, layouts and fonts are embedded") {
  for (const auto* path : {"src/words/en/sheet.json", "layouts/standard.json",
                           "fonts/fonts.json", "fonts/NotoSans-Regular.ttf"}) {
    CAPTURE(path);
    CHECK(embedded_file(path).data() != nullptr);
  }
}

TEST_CASE("embedded files are aligned to 16 bytes") {
  for (const auto path : embedded_paths()) {
    CAPTURE(path);
    CHECK(reinterpret_cast<std::uintptr_t>(embedded_file(path).data()) % 16 == 0);
  }
}

TEST_CASE("what is not embedded has no data") {
  CHECK(embedded_file("layouts/none.json").data() == nullptr);
  CHECK(embedded_file("").data() == nullptr);
}

TEST_CASE("the paths of embedded files are sorted") {
  const auto paths = embedded_paths();
  CHECK(std::ranges::is_sorted(paths));
}

}  // namespace trialsheet
