// Real records: all are read, and nothing in them has to be ignored.

#include <catch2/catch.hpp>

#include "files.hpp"
#include "trial/trial.hpp"

using namespace trialsheet;
using namespace trialsheet::tests;

TEST_CASE("real records are read without a note") {
  if (records_folder().empty()) {
    WARN("skipped: TRIALSHEET_RECORDS names no folder of records");
    return;
  }
  std::size_t read = 0;
  for (const auto& path : files_in(records_folder(), ".json")) {
    INFO(path);
    const Noted<Trial> trial = read_trial(read_file(path));
    CHECK(trial.notes.empty());
    CHECK_FALSE(trial.value.eligibility.criteria.empty());
    ++read;
  }
  CHECK(read == 1108);
}
