// Date: the two formats of the registry and nothing else.

#include "base/date.hpp"

#include <catch2/catch.hpp>

using namespace trialsheet;

TEST_CASE("a date is read to the day or to the month") {
  CHECK(parse_date("2026-07-14") == Date{2026, 7, 14});
  CHECK(parse_date("2026-07") == Date{2026, 7, 0});
  CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
  CHECK(parse_date("2000-02-29") == Date{2000, 2, 29});
}

TEST_CASE("what is no date is none") {
  for (const char* text :
       {"", "2026", "2026-7", "2026-13", "2026-00", "2026-02-29", "2100-02-29",
        "2026-04-31", "2026-07-00", "2026-07-1", "2026/07/14", "1899-12", "2200-01",
        "+026-07", "2026-+7", "2026-07-14T00:00", "July 2026"}) {
    INFO(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("a date is written as it was read") {
  for (const char* text : {"2026-07-14", "2026-07", "1999-01-01"}) {
    CHECK(iso(*parse_date(text)) == text);
  }
}
