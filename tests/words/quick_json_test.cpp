// Tests of the quick reader: what it takes is JSON, and means what nlohmann/json reads.

#include "words/quick_json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "files.hpp"

namespace trialsheet {

namespace {

using Json = nlohmann::json;

/// What the quick reader makes of `text`; discarded if it says no.
Json quick(const std::string& text) {
  Json made;
  nlohmann::detail::json_sax_dom_parser<Json> events(made, false);
  return QuickJson(text, events).read() ? made : Json(Json::value_t::discarded);
}

Json slow(const std::string& text) {
  return Json::parse(text, nullptr, false);
}

}  // namespace

TEST_CASE("plain JSON is read quickly, and as nlohmann/json reads it") {
  for (const std::string text :
       {R"({"a": [1, -20, 0, true, false, null], "b\"\\\/\n\t": {}, "c": []})", "[]",
        "\"\u00DC \u2265 \U0001F600\"", " 7 ", "9223372036854775807",
        "[ [ [ { \"x\" : \"\" } ] ] ]"}) {
    CHECK_FALSE(quick(text).is_discarded());
    CHECK(quick(text) == slow(text));
  }
}

TEST_CASE("what is odd is left to nlohmann/json, right or wrong") {
  for (const std::string text : {"",          " ",
                                 "{",         "[1,]",
                                 "[1 2]",     "{\"a\":1,}",
                                 "{\"a\" 1}", "{a:1}",
                                 "01",        "-",
                                 "+1",        "1.5",
                                 "1e3",       "9223372036854775808",
                                 "tru",       "nul",
                                 "\"a",       "\"\\u0041\"",
                                 "\"\\x\"",   "\"\n\"",
                                 "\"\xFF\"",  "\"\xC3\"",
                                 "[] []",     "'a'",
                                 "// a\n1"})
    CHECK(quick(text).is_discarded());
}

TEST_CASE("a damaged file is never read as something else") {
  const auto whole = tests::read_file(tests::folder("src/words/en/signals.json"));
  REQUIRE_FALSE(quick(whole).is_discarded());
  int different = 0;
  unsigned state = 1;
  for (int i = 0; i < 300; ++i) {
    auto text = whole;
    for (int change = 0; change <= i % 3; ++change) {
      state = state * 1664525 + 1013904223;
      text[(state >> 8) % text.size()] = "{}[]\",:\\0n \x80"[(state >> 3) % 12];
    }
    const auto made = quick(text);
    different += made.is_discarded() || made == slow(text) ? 0 : 1;
  }
  CHECK(different == 0);
}

}  // namespace trialsheet
