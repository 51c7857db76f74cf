// Layout files: what is wrong with one is said with its place.

#include "page/layout.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/embedded.hpp"
#include "base/error.hpp"

using namespace trialsheet;

namespace {

using Json = nlohmann::ordered_json;

Json standard() {
  return Json::parse(embedded_file("layouts/standard.json"));
}

std::string complaint(const std::string& pointer, const Json& value) {
  auto json = standard();
  json[Json::json_pointer(pointer)] = value;
  try {
    read_layout(json.dump(), "mine.json");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::layout);
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("the standard layout is as the design has it") {
  const auto layout = built_in_layout("standard");
  REQUIRE(layout.find_paper("letter") != nullptr);
  REQUIRE(layout.find_paper("a4") != nullptr);
  CHECK(layout.find_paper("a5") == nullptr);
  CHECK(layout.styles.body.size >= Length::from_points(12));
  for (const auto& column : layout.columns)
    for (const auto& paper : layout.papers)
      CHECK(paper.text_at.x + column.left + column.width + Length::from_points(36) <=
            paper.width);
}

TEST_CASE("a broken layout is named with its place and what would be right") {
  CHECK(complaint("/styles/detail/size", 9) ==
        "mine.json#/styles/detail/size: should be 10 points or more: smaller type is not "
        "printed");
  CHECK(complaint("/styles/body/weight", "heavy") ==
        "mine.json#/styles/body/weight: should be \"regular\" or \"bold\"");
  CHECK(complaint("/colors/accent", "navy") ==
        "mine.json#/colors/accent: should be a colour such as \"#0F3460\"");
  CHECK(complaint("/papers/letter/width", "wide") ==
        "mine.json#/papers/letter/width: should be a number of points, not string");
  CHECK(complaint("/measures/row_padding", Json::array({3, 1})) ==
        "mine.json#/measures/row_padding: should be [least, most], the least first");
  CHECK(complaint("/blocks/0/show", "logo") ==
        "mine.json#/blocks/0/show: \"logo\" is no block; the blocks are banner, kicker, "
        "title, "
        "what, code, facts, rules, count, questions, places, contacts, notes, source, "
        "dates");
  CHECK(complaint("/blocks/1/column", "left") ==
        "mine.json#/blocks/1/column: \"left\" is none of the columns");
  CHECK(complaint("/questions/least", -1) ==
        "mine.json#/questions/least: should be a whole number from 0 to 1000");
  CHECK(complaint("/bodies", Json::array()) ==
        "mine.json#/bodies: should be a list of at least one item");
}

TEST_CASE("no layout may leave out what every sheet must say") {
  auto json = standard();
  json["blocks"].erase(json["blocks"].size() - 1);
  CHECK_THROWS_WITH(read_layout(json.dump(), "mine.json"),
                    "mine.json#/blocks: should show \"dates\" once");
}

TEST_CASE("a layout that is not there is named with those that are") {
  CHECK_THROWS_WITH(built_in_layout("poster"),
                    "layout: \"poster\" is none of the layouts: standard");
}
