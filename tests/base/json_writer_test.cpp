// Tests of written JSON: what nlohmann/json would write, and what it reads back.

#include "base/json_writer.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace trialsheet {

namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

Length thousandths(int value) {
  return Length::from_thousandths(value);
}

}  // namespace

TEST_CASE("any text is written as nlohmann/json writes it") {
  std::string every;
  for (int byte = 0; byte < 0x80; ++byte)
    every += static_cast<char>(byte);
  for (const std::string& text :
       {every, std::string(), std::string("\u00DC \u2265 \U0001F600 \uFFFD"),
        std::string("a\xFF"
                    "b\xC3(")})
    CHECK(JsonWriter().text(text).str() == dumped(text));
}

TEST_CASE("objects and arrays, empty, nested, one after another") {
  JsonWriter out;
  out.open_object().key("none").open_array().close_array();
  out.key("no").open_object().close_object();
  out.key("list").open_array().integer(-1).null();
  out.open_object().key("a\"b").boolean(true).close_object();
  out.open_array().text("x").close_array().close_array();
  out.key("last").boolean(false).close_object();
  const Json same = {{"none", Json::array()},
                     {"no", Json::object()},
                     {"list", {-1, nullptr, Json{{"a\"b", true}}, Json::array({"x"})}},
                     {"last", false}};
  CHECK(out.str() == dumped(same));
}

TEST_CASE("points are exact to the thousandth, without zeros that say nothing") {
  CHECK(JsonWriter().points(thousandths(9000)).str() == "9");
  CHECK(JsonWriter().points(thousandths(9500)).str() == "9.5");
  CHECK(JsonWriter().points(thousandths(9005)).str() == "9.005");
  CHECK(JsonWriter().points(thousandths(-250)).str() == "-0.25");
  CHECK(JsonWriter().points({}).str() == "0");
}

}  // namespace trialsheet
