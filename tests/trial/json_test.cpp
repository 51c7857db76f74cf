// Tests of the table of a record: which of the two readers read it makes no difference.

#include "trial/json.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "files.hpp"

using namespace trialsheet;
using namespace trialsheet::tests;

namespace {

/// A table and an error are never both there.
struct Outcome {
  std::vector<JsonValue> values;
  std::string error;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// `read` must be kept: the values look into it.
Outcome outcome_of(Json (*parse)(std::string_view), const std::string& text, Json& read) {
  try {
    read = parse(text);
    return {read.values, ""};
  } catch (const Error& error) {
    return {{}, error.what()};
  }
}

bool both_agree(const std::string& text) {
  Json quick;
  Json exact;
  return outcome_of(parse_json, text, quick) ==
         outcome_of(parse_json_exactly, text, exact);
}

std::string error_of(const std::string& record) {
  Json read;
  return outcome_of(parse_json, record, read).error;
}

std::size_t values_in(const std::string& record) {
  return parse_json(record).values.size();
}

std::string with_results(const std::string& value) {
  return R"({"outcomeMeasuresModule":)" + value + R"(,"a":1})";
}

std::string nested(std::size_t levels) {
  return std::string(levels, '[') + std::string(levels, ']');
}

std::vector<std::filesystem::path> texts_of_this_project() {
  auto paths = files_in(folder("tests/broken"), ".json");
  for (const auto& [place, ending] : {std::pair{"tests/fuzz/seeds/record", ".seed"},
                                      {"tests/fuzz/seeds/words", ".seed"},
                                      {"src/words/en", ".json"}}) {
    const auto more = files_in(folder(place), ending);
    paths.insert(paths.end(), more.begin(), more.end());
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder("tests/golden"))) {
    const auto more = files_in(entry.path(), ".json");
    paths.insert(paths.end(), more.begin(), more.end());
  }
  return paths;
}

/// Changes that are near to JSON, so that many of them still are.
constexpr std::string_view parts[] = {
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "0",
    "-",
    ".",
    "e9",
    "null",
    "\\u00e9",
    "\\ud8",
    "\\udc00",
    " ",
    "\n",
    "\x01",
    "\x80",
    "\xC3\xA9",
    "\xEF\xBB\xBF",
    "true",
    "99999999999999999999",
    "\"briefTitle\":0,",
    "\"resultsSection\":{\"outcomeMeasuresModule\":[1,2]},"};

/// `times` texts with a part put in, put over another, or a piece taken out. The first
/// that the readers think differently of, or nothing.
std::string first_difference(const std::string& whole, int times, unsigned& state) {
  const auto next = [&state](std::size_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % std::max<std::size_t>(below, 1);
  };
  for (int i = 0; i < times; ++i) {
    std::string text = whole;
    for (std::size_t change = next(3); change < 3; ++change) {
      const std::size_t at = next(text.size());
      const std::size_t gone = next(2) == 0 ? 0 : next(9);
      text.replace(at, std::min(gone, text.size() - at),
                   next(4) == 0 ? std::string_view() : parts[next(std::size(parts))]);
    }
    if (!both_agree(text)) {
      return text;
    }
  }
  return {};
}

}  // namespace

TEST_CASE(
    "both readers of records make the same table, or say the same of what is wrong") {
  unsigned state = 7;
  for (const auto& path : texts_of_this_project()) {
    INFO(path);
    const std::string text = read_file(path);
    CHECK(both_agree(text));
    CHECK(first_difference(text, text.size() > 50'000 ? 10 : 60, state).empty());
  }
  for (const std::string text :
       {"", " ", "\xEF\xBB\xBF{}", "\xEF\xBB\xBF\xEF\xBB\xBF{}", "{}\xEF\xBB\xBF",
        "\xEF\xBB", "[]", "0", "{\"a\":1,\"a\":2}", "{\"a\":\"\\ud83d\\ude00\"}",
        "{\"a\":\"\\ud83d\"}", "{\"a\":1e400}", "{\"a\":-0}", "{\"a\":1E5}",
        "\xFF\xFE{\"", "{\"\":\"\"}"}) {
    INFO(text);
    CHECK(both_agree(text));
  }
  for (const std::string& text : {std::string("{}\0", 3), std::string("{\0}", 3),
                                  std::string("\0{}", 3), std::string("{}\0x", 4)}) {
    CHECK(both_agree(text));
  }
  for (const std::size_t levels : {98U, 99U, 100U, 101U, 102U, 10'000U}) {
    CHECK(both_agree("{\"a\":" + nested(levels) + "}"));
    CHECK(both_agree(with_results(nested(levels))));
  }
}

TEST_CASE("both readers agree on real records, whole and damaged") {
  if (records_folder().empty()) {
    WARN("skipped: TRIALSHEET_RECORDS names no folder of records");
    return;
  }
  unsigned state = 11;
  for (const auto& path : files_in(records_folder(), ".json")) {
    INFO(path);
    const std::string text = read_file(path);
    CHECK(both_agree(text));
    CHECK(first_difference(text, text.size() > 50'000 ? 1 : 3, state).empty());
  }
}

TEST_CASE("what a sheet never uses is checked and left out") {
  for (const char* value :
       {"{}", "[]", "1", "-0.5", "true", "null", R"("")", R"("a\"b\\")", R"(["é"])",
        R"([{"a":[1, 2 ,{"b":"}"}]} , {"c":"]"}])", " {\n \"a\" : \"b\" }"}) {
    INFO(value);
    CHECK(values_in(with_results(value)) == 2);
    CHECK(parse_json_exactly(with_results(value)).values.size() == 2);
  }
  CHECK(values_in(R"({"a":"\"outcomeMeasuresModule\":{}"})") == 2);
  CHECK(values_in(R"({"outcomeMeasuresModule2":{}})") == 2);
  CHECK(values_in(R"({"a":"outcomeMeasuresModule","b":{}})") == 3);
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

TEST_CASE("a table that is moved keeps its texts") {
  Json first = parse_json(R"({"a":"a text that is longer than fifteen"})");
  const Json second = std::move(first);
  CHECK(second.values[1].key == "a");
  CHECK(second.values[1].text == "a text that is longer than fifteen");
}
