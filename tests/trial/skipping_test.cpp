// Skipping: only whole JSON values go, and what is left knows where it stood.

#include "trial/skipping.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "files.hpp"
#include "trial/json.hpp"

using namespace trialsheet;
using namespace trialsheet::tests;

namespace {

std::string kept(const std::string& text) {
  return without_unused(text).text;
}

std::string with_results(const std::string& value) {
  return R"({"outcomeMeasuresModule":)" + value + R"(,"a":1})";
}

std::string nested(std::size_t levels) {
  return std::string(levels, '[') + std::string(levels, ']');
}

std::string error_of(const std::string& record) {
  try {
    parse_json(record);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

/// Every byte that was kept is the byte at the place that it is said to have had.
bool knows_its_places(const std::string& text) {
  const Kept left = without_unused(text);
  std::size_t moved = 0;
  for (std::size_t at = 0; at < left.text.size(); ++at) {
    const bool stands_for_value =
        moved < left.cuts.size() && at + 1 == left.cuts[moved].end;
    moved += stands_for_value ? 1 : 0;
    if (!stands_for_value && left.text[at] != text[left.original(at)]) {
      return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("values of unused members are left out") {
  for (const char* value :
       {"{}", "[]", "1", "-0.5", "true", "null", R"("")", R"("a\"b\\")", R"(["é"])",
        R"([{"a":[1, 2 ,{"b":"}"}]} , {"c":"]"}])", " {\n \"a\" : \"b\" }"}) {
    INFO(value);
    CHECK(kept(with_results(value)).ends_with("0,\"a\":1}"));
    CHECK(knows_its_places(with_results(value)));
    CHECK(parse_json(with_results(value)).size() == 2);
  }
}

TEST_CASE("what is no value, or needs a second look, is left to the parser") {
  for (const char* value :
       {"", "{", "[1,]", "{\"a\"}", "{a:1}", "01", "1.", "1e5", "tru", "\"\\x\"",
        "\"\\ud800\"", "\"\\u12\"", "\"a\nb\"", "[1}", "[1 2]", "-"}) {
    INFO(value);
    CHECK(kept(with_results(value)) == with_results(value));
  }
  CHECK(kept(with_results(nested(20))) == with_results("0"));
  CHECK(kept(with_results(nested(22))) == with_results(nested(22)));
}

TEST_CASE("a name within a text is no member") {
  for (const char* text :
       {R"({"a":"\"outcomeMeasuresModule\":{}"})", R"({"a":"outcomeMeasuresModule"})",
        R"({"\"outcomeMeasuresModule":{}})", R"({"outcomeMeasuresModule2":{}})",
        R"(["outcomeMeasuresModule"])"}) {
    CHECK(kept(text) == text);
  }
}

TEST_CASE("an error behind or within what is left out has its own place") {
  CHECK(error_of("{\"outcomeMeasuresModule\":{\"a\":\n[1,2]},\n\"b\":x}")
            .starts_with("record, line 3, column 5: not JSON"));
  CHECK(error_of("{\"outcomeMeasuresModule\":{\"a\":\n[1,x]}}")
            .starts_with("record, line 2, column 4: not JSON"));
  CHECK(error_of("{\"a\":x,\"outcomeMeasuresModule\":{}}")
            .starts_with("record, line 1, column 6: not JSON"));
  CHECK(error_of(with_results(nested(200))).find("deeper than 100") != std::string::npos);
}

TEST_CASE("hostile names take linear time") {
  std::string text;
  for (int i = 0; i < 100000; ++i) {
    text += "{\"outcomeMeasuresModule\":[";
  }
  CHECK(kept(text) == text);
}

TEST_CASE("what is kept of real records stands where it stood") {
  if (records_folder().empty()) {
    WARN("skipped: TRIALSHEET_RECORDS names no folder of records");
    return;
  }
  for (const auto& path : files_in(records_folder(), ".json")) {
    INFO(path);
    CHECK(knows_its_places(read_file(path)));
  }
}
