// Tests of the quick reader: what it takes is JSON, and means what nlohmann/json reads.

#include "base/quick_json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "files.hpp"

namespace trialsheet {

namespace {

using Json = nlohmann::json;

/// Builds what it is told.
class Building final : public JsonEvents {
 public:
  bool null() override { return dom_.null(); }
  bool boolean(bool value) override { return dom_.boolean(value); }
  bool whole(std::int64_t value) override { return dom_.number_integer(value); }
  bool real(double value) override { return dom_.number_float(value, {}); }
  bool text(std::string_view value) override {
    std::string copy(value);
    return dom_.string(copy);
  }
  bool key(std::string_view name) override {
    std::string copy(name);
    return dom_.key(copy);
  }
  bool begin_object() override { return dom_.start_object(std::size_t(-1)); }
  bool end_object() override { return dom_.end_object(); }
  bool begin_list() override { return dom_.start_array(std::size_t(-1)); }
  bool end_list() override { return dom_.end_array(); }
  bool wants(std::string_view member) const override { return member != "unwanted"; }

  Json made;

 private:
  nlohmann::detail::json_sax_dom_parser<Json> dom_{made, false};
};

constexpr std::size_t deepest = 10;

/// What the quick reader makes of `text`; discarded if it says no.
Json quick(const std::string& text) {
  Building events;
  return read_quickly(text, deepest, events) ? events.made
                                             : Json(Json::value_t::discarded);
}

Json slow(const std::string& text) {
  return Json::parse(text, nullptr, false);
}

std::string nested(std::size_t levels) {
  return "{\"a\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
}

}  // namespace

TEST_CASE("plain JSON is read quickly, and as nlohmann/json reads it") {
  for (const std::string text :
       {R"({"a": [1, -20, 0, true, false, null], "b\"\\\/\n\t": {}, "c": []})", "{}",
        "{\"a\":\"\u00DC \u2265 \U0001F600 \\u00e9\\u0000\x7F\"}", " {\"a\" : 7 } \n",
        R"({"a":[9223372036854775807,-9223372036854775808,-0]})",
        R"({"a":[1.5,-0.0,1e3,1E-400,0.1,9007199254740993.0,45.764043]})",
        R"({"a":18446744073709551615})", R"({"a":[[[{"x":""}]]]})"}) {
    INFO(text);
    CHECK_FALSE(quick(text).is_discarded());
    CHECK(quick(text) == slow(text));
  }
}

TEST_CASE("what is odd is left to nlohmann/json, right or wrong") {
  for (const std::string text : {"",
                                 " ",
                                 "{",
                                 "[]",
                                 "7",
                                 "\"a\"",
                                 "{\"a\":1,}",
                                 "{\"a\" 1}",
                                 "{a:1}",
                                 "{\"a\":[1,]}",
                                 "{\"a\":[1 2]}",
                                 "{\"a\":01}",
                                 "{\"a\":-}",
                                 "{\"a\":+1}",
                                 "{\"a\":1.}",
                                 "{\"a\":.5}",
                                 "{\"a\":1e999}",
                                 "{\"a\":18446744073709551616}",
                                 "{\"a\":-9223372036854775809}",
                                 "{\"a\":tru}",
                                 "{\"a\":nul}",
                                 "{\"a\":\"",
                                 "{\"a\":\"\\x\"}",
                                 "{\"a\":\"\\u12\"}",
                                 "{\"a\":\"\\ud83d\\ude00\"}",
                                 "{\"a\":\"\\uD800\"}",
                                 "{\"a\":\"\n\"}",
                                 "{\"a\":\"\xFF\"}",
                                 "{\"a\":\"\xC3\"}",
                                 "{\"a\":\"\xED\xA0\x80\"}",
                                 "{} {}",
                                 "{}x",
                                 "{'a':1}",
                                 "// a\n{}"}) {
    INFO(text);
    CHECK(quick(text).is_discarded());
  }
  CHECK(quick(std::string("{}\0", 3)).is_discarded());
  CHECK(quick("{\"a\":NaN}").is_discarded());
}

TEST_CASE("nesting deeper than told is never taken") {
  CHECK(quick(nested(deepest - 1)) == slow(nested(deepest - 1)));
  CHECK(quick(nested(deepest + 1)).is_discarded());
  CHECK(quick(nested(100'000)).is_discarded());
}

TEST_CASE("a member that nobody wants is passed over, and must be JSON all the same") {
  CHECK(quick(R"({"a":1,"unwanted":{"b":[2]},"c":3})") == slow(R"({"a":1,"c":3})"));
  CHECK(quick(R"({"a":1,"unwanted":{"b":[2,]},"c":3})").is_discarded());
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

TEST_CASE(
    "what is empty, or longer than nearly every record, is left to the other reader") {
  Building building;
  CHECK_FALSE(read_quickly({}, 100, building));
  CHECK_FALSE(read_quickly("", 100, building));
  const std::string longer =
      R"({"a": ")" + std::string(std::size_t{1} << 20, 'a') + "\"}";
  CHECK_FALSE(read_quickly(longer, 100, building));
  CHECK(building.made.is_null());
}

}  // namespace trialsheet
