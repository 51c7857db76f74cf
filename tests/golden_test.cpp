// What every stage makes of a sample, compared with the text that somebody has read.
//
// A folder of tests/golden is called like a sample and holds one file for each stage; one
// called like a sample and a language ("NCT90000001.es") holds what is told in that. To
// add one, make the folder and run tests/run --bless.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include "base/file.hpp"
#include "files.hpp"
#include "render.hpp"

namespace trialsheet {

namespace {

namespace fs = std::filesystem;

const fs::path root = tests::root();

std::map<std::string, std::string> stages_of(const fs::path& folder) {
  const auto sample = folder.stem().string() + ".json";
  const auto record = read_file((root / "samples" / sample).string());
  const auto language = folder.extension().string();
  RenderOptions options = {.date = Date{2026, 7, 14}};
  if (!language.empty()) {
    options.language = language.substr(1);
  }
  const auto stages = Engine().stages(record, options);
  if (!language.empty()) {
    return {{"summary.txt", stages.summary}};
  }
  return {{"criteria.txt", stages.criteria},
          {"summary.txt", stages.summary},
          {"page.txt", stages.page},
          {"tags.txt", stages.tags},
          {"changes.json", stages.changes}};
}

bool blessing() {
  return std::getenv("TRIALSHEET_BLESS") != nullptr;
}

void check_golden(const fs::path& golden, const std::string& text) {
  if (blessing()) {
    write_file_whole(golden.string(), text);
  }
  CAPTURE(golden.lexically_relative(root).string());
  CHECK(text == read_file(golden.string()));
}

}  // namespace

TEST_CASE("each stage makes of a sample what somebody has read") {
  if (!fs::exists(root / "tests/golden")) {
    return;
  }
  for (const auto& folder : fs::directory_iterator(root / "tests/golden")) {
    for (const auto& [stage, text] : stages_of(folder.path())) {
      check_golden(folder.path() / stage, text);
    }
  }
}

}  // namespace trialsheet
