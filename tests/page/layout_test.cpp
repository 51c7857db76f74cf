// Layout files: what is wrong with one is said with its place and what would be right.

#include "page/layout.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "page/json_place.hpp"

using namespace trialsheet;

namespace {

using Json = nlohmann::ordered_json;

std::string built_in(const std::string& name) {
  return std::string(embedded_file("layouts/" + name + ".json"));
}

std::string standard() {
  return built_in("standard");
}

std::string complaint(const std::string& json) {
  try {
    read_layout(json, "mine.json");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::layout);
    return error.what();
  }
  return "no error";
}

/// A layout with one value changed. Line and column are checked here, so that what is
/// left of the message is pointer and problem.
std::string changed(const std::string& layout, const std::string& pointer,
                    const Json& value) {
  auto changed = Json::parse(built_in(layout));
  changed[Json::json_pointer(pointer)] = value;
  const auto json = changed.dump(1);
  const auto message = complaint(json);
  const auto space = message.find(' ');
  const auto named = message.substr(space + 1, message.find(": ") - space - 1);
  CHECK(message.substr(0, space) ==
        "mine.json:" + line_and_column(json, json_value_at(json, named)));
  return message.substr(space + 1);
}

std::string complaint(const std::string& pointer, const Json& value) {
  return changed("standard", pointer, value);
}

/// The standard layout with `from`, which it has once, replaced.
std::string complaint_with(const std::string& from, const std::string& to) {
  auto json = standard();
  const auto at = json.find(from);
  REQUIRE(at != json.npos);
  json.replace(at, from.size(), to);
  return complaint(json);
}

}  // namespace

TEST_CASE("the layouts in the program are read, and are as the design has them") {
  for (const auto& name : built_in_layouts()) {
    CAPTURE(name);
    const auto layout = built_in_layout(name);
    CHECK(layout.name == name);
    REQUIRE(layout.find_paper("letter") != nullptr);
    REQUIRE(layout.find_paper("a4") != nullptr);
    CHECK(layout.find_paper("a5") == nullptr);
    CHECK(layout.styles.body.size >= Length::from_points(12));
  }
  CHECK_THROWS_WITH(built_in_layout("poster"),
                    "layout: \"poster\" is none of the layouts: large-print, self-check, "
                    "standard");
}

TEST_CASE("an error of a layout names file, line, column and pointer") {
  CHECK(
      complaint_with(R"("detail": {"size": 10)", R"("detail": {"size": 9)") ==
      "mine.json:23:24 /styles/detail/size: should be 10 points or more: smaller type is "
      "not printed");
  CHECK(complaint_with(R"("detail": {"size")", R"("detail": {"siez")") ==
        "mine.json:23:16 /styles/detail/siez: is no key of this object; should it be "
        "\"size\"?");
  CHECK(
      complaint_with(R"("wait": 24,)", R"("wait": 24, "zoom": 2,)") ==
      "mine.json:63:15 /zoom: is no key of this object; its keys are name, description, "
      "pages, papers, columns, colors, styles, bodies, titles, measures, rule_rows, "
      "blocks, questions, what_lines, wait, notes");
  CHECK(complaint_with(R"("wait": 24,)", R"("wait": 24, "wait": 25,)") ==
        "mine.json:63:15 /wait: is there twice; one of the two should go");
  CHECK(complaint_with(R"("a4": {"width")", R"("letter": {"width")") ==
        "mine.json:7:5 /papers/letter: is there twice; one of the two should go");
  CHECK(complaint_with(R"("wait": 24,)", "") == "mine.json:1:1 /: needs \"wait\"");
}

TEST_CASE("what is not JSON is named with its place") {
  CHECK(complaint("") ==
        "mine.json:1:1: the JSON text ends too early; the file may have been cut off");
  CHECK(complaint("{\n  \"name\": ") ==
        "mine.json:2:11: the JSON text ends too early; the file may have been cut off");
  CHECK(complaint("{\n  \"né\": x}") == "mine.json:2:9: not JSON from here on");
  CHECK(complaint(standard() + "}") == "mine.json:66:1: not JSON from here on");
  CHECK(complaint_with(R"("wait": 24)", R"("wait": 1e999)") ==
        "mine.json: holds a number that is too large to be read; none should be over "
        "10000");
  CHECK(
      complaint("[]") ==
      "mine.json:1:1 /: should be an object with name, description, pages, papers, "
      "columns, colors, styles, bodies, titles, measures, rule_rows, blocks, questions, "
      "what_lines, wait, notes");
  CHECK(
      complaint(std::string(200'000, '[')) ==
      "mine.json:1:200001: the JSON text ends too early; the file may have been cut off");
}

TEST_CASE("a value of another type or range is refused") {
  CHECK(complaint("/styles/body/weight", "heavy") ==
        "/styles/body/weight: should be \"regular\" or \"bold\"");
  CHECK(complaint("/colors/accent", "navy") ==
        "/colors/accent: should be a colour such as \"#0F3460\"");
  CHECK(complaint("/styles/label/color", "acent") ==
        "/styles/label/color: \"acent\" is none of the colours: accent, ink");
  CHECK(complaint("/papers/letter/width", "wide") ==
        "/papers/letter/width: should be a number of points, not string");
  CHECK(complaint("/papers/letter/width", 20) ==
        "/papers/letter/width: should be from 200 to 10000 points, not 20");
  CHECK(complaint("/measures/row_padding", Json::array({3, 1})) ==
        "/measures/row_padding: should be [least, most], the least first");
  CHECK(complaint("/measures/row_padding", Json::array({3})) ==
        "/measures/row_padding: should be a list of 2 items");
  CHECK(complaint("/measures/row_padding/0", -1) ==
        "/measures/row_padding/0: should be from 0 to 200 points, not -1");
  CHECK(complaint("/questions/least", 4) ==
        "/questions/least: should be a whole number from 5 to 20");
  CHECK(complaint("/questions/most", 5.5) ==
        "/questions/most: should be a whole number from 5 to 20");
  CHECK(complaint("/notes/line", 0) ==
        "/notes/line: should be from 18 to 200 points, not 0");
  CHECK(complaint("/bodies", Json::array()) ==
        "/bodies: should be a list of at least one item");
  CHECK(complaint("/styles/title/balanced", 1) ==
        "/styles/title/balanced: should be true or false, not number");
  CHECK(complaint("/name", "") == "/name: should be a text, not an empty one");
  CHECK(complaint("/pages", 2) == "/pages: should be 1 or \"any\"");
}

TEST_CASE("type stays legible") {
  CHECK(complaint("/styles/body/size", 11) ==
        "/styles/body/size: should be 12 points or more: this is what patients read");
  CHECK(complaint("/bodies/2/body/0", 11) ==
        "/bodies/2/body/0: should be 12 points or more: this is what patients read");
  CHECK(complaint("/titles/2/size", 9) ==
        "/titles/2/size: should be 10 points or more: smaller type is not printed");
  CHECK(
      complaint("/styles/body/leading", 14) ==
      "/styles/body/leading: should be at least 1.2 times the size: 14.4 points or more");
  CHECK(complaint("/colors/accent", "#808080") ==
        "/colors/accent: should be darker: its contrast on white is 3.9:1, and 7:1 is "
        "needed");
  CHECK(complaint_with("#0F3460", "#595959") == "no error");  // 7.0:1
  CHECK(complaint("/bodies/1/body", Json::array({14, 18})) ==
        "/bodies/1/body/0: should be less than the size before it: the largest comes "
        "first");
  CHECK(
      complaint("/styles/body/size", 12.5) ==
      "/bodies/2/body/0: should be 12.5 like /styles/body/size: the last of the sizes is "
      "the standard one");
}

TEST_CASE("a heading has the room that its line needs") {
  CHECK(complaint("/measures/heading_row/0", 20) ==
        "/measures/heading_row/0: should be at least 21 points, for a line of "
        "/styles/heading 3 below the section rule");
}

TEST_CASE("all marks stay on the paper, and columns beside each other") {
  CHECK(complaint("/papers/letter/left", 30) ==
        "/papers/letter/left: should be from 36 to 10000 points, not 30");
  CHECK(
      complaint("/papers/letter/left", 70) ==
      "/papers/letter/left: should be at most 66 points, to leave a margin of 36 at the "
      "right of the columns");
  CHECK(complaint("/papers/letter/text_height", 720) ==
        "/papers/letter/text_height: should be at most 717 points, to leave a margin of "
        "36");
  CHECK(complaint("/papers/letter/width", 500) ==
        "/papers/letter/width: should be at least 582 points, for columns of 510 between "
        "margins of 36");
  CHECK(complaint("/columns/talk/left", 340) ==
        "/columns/talk/left: should be at least 343 points, to stand 9 beside \"story\"");
  CHECK(complaint("/columns/third", Json{{"left", 0}, {"width", 10}}) ==
        "/columns/third/left: should be at least 343 points, to stand 9 beside "
        "\"story\"");
  CHECK(complaint("/columns/third", Json{{"left", 0}, {"width", 10}, {"row", 2}}) ==
        "/columns/third: shows nothing: a block should name it");
  CHECK(complaint("/columns/talk/row", 0) ==
        "/columns/talk/row: should be a whole number from 1 to 9");
  CHECK(complaint("/columns/talk/width", 120) ==
        "/columns/talk/width: should be at least 158 points, for it shows \"code\"");
  CHECK(complaint("/columns/story/width", 219) ==
        "/columns/story/width: should be at least 220 points, for it shows \"rules\"");
  CHECK(
      complaint_with(R"("detail": {"size": 10, "leading": 12)",
                     R"("detail": {"size": 30, "leading": 36)") ==
      "mine.json:10:35 /columns/story/width: should be at least 346 points, for it shows "
      "\"rules\"");
}

TEST_CASE("no layout may leave out what every sheet must say, or put it anywhere") {
  CHECK(
      complaint("/blocks/0/show", "logo") ==
      "/blocks/0/show: \"logo\" is no block; the blocks are banner, kicker, title, what, "
      "code, facts, rules, count, questions, places, contacts, notes, source, dates");
  CHECK(complaint("/blocks/0/show", "title") == "/blocks: should show \"banner\" once");
  CHECK(complaint("/blocks/0/column", "story") ==
        "/blocks/0/column: should not be there: the banner goes across all columns, and "
        "notes where there is room");
  CHECK(complaint("/blocks/1/column", "left") ==
        "/blocks/1/column: \"left\" is none of the columns: story, talk");
  CHECK(complaint("/blocks/13", Json{{"show", "dates"}}) ==
        "/blocks/13: needs \"column\"");
  CHECK(complaint("/blocks/8/column", "story") ==
        "/blocks: should show \"rules\" and \"questions\" in different columns");
}

TEST_CASE("a page of rows keeps together what room is made for") {
  CHECK(changed("self-check", "/rule_rows/answer", 19) ==
        "/rule_rows/answer: should be at least 20 points, for its head in "
        "/styles/detail");
  CHECK(changed("self-check", "/rule_rows/write", 300) ==
        "/columns/rules/width: should be at least 538 points, for it shows \"rules\"");
  CHECK(changed("self-check", "/columns/story/row", 2) ==
        "/columns/story/left: should be at least 519 points, to stand 9 beside "
        "\"rules\"");
  CHECK(changed("self-check", "/blocks/12/column", "title") ==
        "/blocks: should show \"source\" and \"dates\" in columns of the same row");
  auto narrow = Json::parse(built_in("self-check"));
  narrow["columns"]["rules"]["width"] = 334;
  narrow["columns"]["talk"] = {{"left", 352}, {"width", 158}, {"row", 2}};
  narrow["blocks"][13]["column"] = "story";
  CHECK(complaint(narrow.dump(1))
            .ends_with("/blocks: should show \"rules\" in a column that has none beside "
                       "it but that of "
                       "\"questions\""));
}

TEST_CASE("a layout of any number of pages has one column, and makes no room") {
  CHECK(changed("large-print", "/columns/other", Json{{"left", 0}, {"width", 9}}) ==
        "/columns: should be one column, which goes on from page to page");
  CHECK(changed("large-print", "/blocks/5/lower", true) ==
        "/blocks/5/lower: should not be there: no other column waits for a lower part");
  CHECK(changed("large-print", "/papers/a4/text_height", 260) ==
        "/papers/a4/text_height: should be at least 270 points, for 10 lines of "
        "/styles/body");
  const auto with_key = [](const std::string& pointer) {
    auto layout = Json::parse(built_in("large-print"));
    layout[Json::json_pointer(pointer)] = 5;
    return complaint(layout.dump(1));
  };
  CHECK(with_key("/wait").find(" /wait: is no key of this object; its keys are ") !=
        std::string::npos);
  CHECK(with_key("/questions/least")
            .ends_with(" /questions/least: is no key of this object; its keys are most"));
  CHECK(
      with_key("/notes/column_from")
          .ends_with(" /notes/column_from: is no key of this object; its keys are line, "
                     "least"));
  CHECK(changed("large-print", "/columns/all/width", 200) ==
        "/columns/all/width: should be at least 348.9 points, for it shows \"rules\"");
  CHECK(changed("standard", "/pages", "many") == "/pages: should be 1 or \"any\"");
}

TEST_CASE("a value is found by its pointer") {
  const std::string json = R"({"a": [1, {"b\"}": "]"}, [2, 3]],
 "a/b": {"~": true}, "\u0063": null})";
  const auto at = [&](const std::string& pointer) {
    return json.substr(json_value_at(json, pointer), 4);
  };
  CHECK(at("") == "{\"a\"");
  CHECK(at("/a/0") == "1, {");
  CHECK(at("/a/1/b\"}") == "\"]\"}");
  CHECK(at("/a/2/1") == "3]],");
  CHECK(at("/a~1b/~0") == "true");
  CHECK(at("/c") == "null");
  CHECK(at("/a/9") == "[1, ");  // the last on the way
  CHECK(line_and_column(json, json_value_at(json, "/a~1b")) == "2:9");
}
