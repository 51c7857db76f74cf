// The parts of a batch that are easier to see from near.

#include <malloc.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>

#include "batch/made_sheet.hpp"
#include "batch/manifest.hpp"
#include "batch/merge.hpp"
#include "batch/record_queue.hpp"
#include "batch/sheet_index.hpp"
#include "batch/zip_writer.hpp"
#include "store/invented.hpp"

using namespace trialsheet;

namespace {

MadeSheet sheet_of_day(std::uint32_t day, std::string_view record = "") {
  MadeSheet sheet;
  sheet.number = 5153070;
  sheet.day = day;
  sheet.record = sha256(record);
  return sheet;
}

/// Bytes that the program has from the C library.
std::size_t memory_in_use() {
  const auto info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

}  // namespace

TEST_CASE("a zip is written with one sheet in memory") {
  const Scratch scratch;
  constexpr std::size_t sheet = 50'000;
  const std::vector<std::string> names = [] {
    std::vector<std::string> made;
    for (int i = 0; i < 400; ++i)
      made.push_back(path_of(number_of("NCT9" + std::to_string(1'000'000 + i))));
    return made;
  }();
  const auto before = memory_in_use();
  std::size_t most = before;
  write_zip(scratch / "out.zip", names, [&](std::size_t) {
    most = std::max(most, memory_in_use());
    return std::string(sheet, 'x');
  });
  CHECK(most - before < 2'000'000);  // all of them are twenty million
}

TEST_CASE("a number is written with its zeros, and ten thousand share a folder") {
  CHECK(path_of(number_of("NCT00002708")) == "NCT0000xxxx/NCT00002708.pdf");
  CHECK(path_of(number_of("NCT99999999")) == "NCT9999xxxx/NCT99999999.pdf");
}

TEST_CASE("the newest record of a trial wins, in whatever order they come") {
  for (const auto& days : {std::vector<std::uint32_t>{0, 20240101, 20260714},
                           {20260714, 0, 20240101},
                           {20240101, 20260714, 0}}) {
    SheetIndex index;
    for (const auto day : days) {
      index.offer({sheet_of_day(day)});
    }
    REQUIRE(index.sheets().size() == 1);
    CHECK(index.sheets().front().sheet.day == 20260714);
    CHECK(index.superseded().size() == 2);
    CHECK(index.superseded().front().kept_day == 20260714);
  }
}

TEST_CASE("of two records of one day it is always the same one that wins") {
  const auto a = sheet_of_day(20260714, "a");
  const auto b = sheet_of_day(20260714, "b");
  CHECK(is_newer(a, b) != is_newer(b, a));
}

TEST_CASE("what a journal says of a sheet is what was written") {
  PlacedSheet placed{sheet_of_day(20260700, "a"), 1'234'567'890'123};
  placed.sheet.bytes = 60000;
  placed.sheet.pages = 4;
  placed.sheet.warnings = 2;
  const auto read = parse_placed(to_line(placed));
  REQUIRE(read);
  CHECK(read->sheet == placed.sheet);
  CHECK(read->at == placed.at);
}

TEST_CASE("a line that was torn is none") {
  const auto line = to_line(PlacedSheet{sheet_of_day(20260714), 0});
  for (std::size_t length = 0; length + 2 < line.size(); ++length) {
    CHECK(!parse_placed(std::string_view(line).substr(0, length)));
  }
}

TEST_CASE("an error is told by where, what and right") {
  const auto problem = problem_of(Error(Fault::record, "/protocolSection",
                                        "is missing; expected the JSON of one study"),
                                  "all.ndjson, line 17");
  CHECK(problem.where == "all.ndjson, line 17");
  CHECK(problem.what == "/protocolSection: is missing");
  CHECK(problem.right == "expected the JSON of one study");
  CHECK(!problem.is_unread);
}

TEST_CASE("what a name has in it is JSON in the report all the same") {
  CHECK(report_line(RecordProblem{0, "a\"\xff\n.json", "is bad", "good"}) ==
        "{\"where\":\"a\\\"\xEF\xBF\xBD\\n.json\",\"what\":\"is "
        "bad\",\"right\":\"good\"}\n");
}

TEST_CASE("shards in a row are a range") {
  CHECK(array_expression({{3, ""}, {17, ""}, {18, ""}, {19, ""}, {40, ""}, {41, ""}}) ==
        "3,17-19,40-41");
  CHECK(array_expression({}).empty());
}

TEST_CASE("whoever reads waits while much is waiting") {
  RecordQueue queue;
  const std::string large(std::size_t{9} << 20, 'x');
  REQUIRE(queue.push({0, "", large}));
  std::thread reader([&] {
    queue.push({1, "", large});
    queue.close();
  });
  CHECK(queue.pop()->sequence == 0);
  CHECK(queue.pop()->sequence == 1);
  CHECK(!queue.pop());
  reader.join();
  CHECK(!queue.push({2, "", ""}));
}
