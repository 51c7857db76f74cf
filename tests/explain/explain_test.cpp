// The explanation: every rule of the record is in it once, and it agrees with the page.

#include "explain.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "changes.hpp"
#include "files.hpp"
#include "render.hpp"

using namespace trialsheet;

namespace {

using Json = nlohmann::ordered_json;

std::string record_with(const std::string& criteria) {
  return Json{{"protocolSection",
               {{"identificationModule",
                 {{"nctId", "NCT90000001"}, {"briefTitle", "An Invented Trial"}}},
                {"designModule", {{"studyType", "INTERVENTIONAL"}}},
                {"eligibilityModule",
                 {{"eligibilityCriteria", criteria},
                  {"minimumAge", "18 Years"},
                  {"sex", "ALL"}}}}}}
      .dump();
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items())
    keys.push_back(key);
  return keys;
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("the JSON form has the members that README.md documents") {
  const auto made =
      Engine().explain(record_with("Inclusion Criteria:\n\n* Age 18 years or older\n* "
                                   "One of these:\n\n  * Can read \\< "
                                   "5 lines\n\nExclusion Criteria:\n\n* Pregnant"));
  const auto json = Json::parse(to_json(made));
  CHECK(keys(json) == Keys{"nct", "layout", "paper", "lang", "fit", "criteria",
                           "questions", "counts", "notes"});
  CHECK(keys(json["fit"]) == Keys{"conceded", "body_pt", "title_pt"});
  CHECK(json["fit"]["conceded"][0] == "shorter questions");
  CHECK(json["counts"] == Json{{"inclusion", {{"total", 2}, {"shown", 2}}},
                               {"exclusion", {{"total", 1}, {"shown", 1}}},
                               {"other", {{"total", 0}, {"shown", 0}}}});
  REQUIRE(json["criteria"].size() == 4);
  CHECK(keys(json["criteria"][0]) == Keys{"section", "parent", "group", "source",
                                          "category", "tier", "pattern", "glosses",
                                          "text", "shown"});
  CHECK(keys(json["questions"][0]) == Keys{"id", "topic", "text", "because", "shown"});
  const auto& merged = json["criteria"][0];
  CHECK(merged["source"] == "Age 18 years or older");
  CHECK(merged["shown"] == "merged");
  CHECK(merged["tier"] == "template");
  const auto& child = json["criteria"][2];
  CHECK(child["parent"] == 1);
  CHECK(child["source"] == "Can read < 5 lines");
  CHECK(child["shown"] == "full");
}

TEST_CASE("the list of changes is the explanation, and the statements beside the rules") {
  const Engine engine;
  const auto record = record_with("Inclusion Criteria:\n\n* Can read");
  const auto made = engine.explain(record);
  auto changes = Json::parse(engine.stages(record).changes);
  CHECK(keys(changes).front() == "about");
  CHECK(changes["statements"].size() > 3);
  for (const auto* key : {"about", "record", "statements"})
    changes.erase(key);
  CHECK(changes == Json::parse(to_json(made)));
}

TEST_CASE("an explanation of a sample agrees with its page") {
  const Engine engine;
  for (const auto& path : tests::files_in(tests::folder("samples"), ".json")) {
    CAPTURE(path.filename().string());
    const auto record = read_file(path.string());
    const auto made = engine.explain(record);
    const auto page = engine.stages(record).page;
    int total = 0;
    int shown = 0;
    for (const auto& count : made.counts) {
      total += count.total;
      shown += count.shown;
    }
    if (shown < total) {
      CHECK(page.find(std::to_string(shown) + " of " + std::to_string(total)) !=
            page.npos);
    }
    for (std::size_t i = 0; i < made.rules.size(); ++i) {
      CHECK(made.rules[i].parent < static_cast<int>(i));
      CHECK(!made.rules[i].source.empty());
    }
  }
}

TEST_CASE("the text form has a line for each rule, with what happened to it") {
  const auto text = to_text(Engine().explain(
      record_with("Inclusion Criteria:\n\n* Aged 18 years or older\n* Can read"),
      {.paper = "a4"}));
  CHECK(text.substr(0, 52) == "NCT90000001: layout standard on a4, words en, body 1");
  const auto rules = text.find("Inclusion rules");
  CHECK(text.substr(rules, text.find("\n\nQuestions") - rules) ==
        "Inclusion rules: 2 of 2 shown\n"
        "  merged: another row says it template age_sex       18 years old or older, any "
        "sex <- Aged 18 years or older\n"
        "  shown                       verbatim other         Can read");
}

TEST_CASE(
    "large print gives up nothing: every rule is shown, or said by the row of the age") {
  for (const auto& path : tests::files_in(tests::folder("samples"), ".json")) {
    CAPTURE(path.string());
    const auto made = Engine().explain(
        read_file(path.string()), {.layout = "large-print", .date = Date{2026, 7, 14}});
    CHECK(made.conceded.empty());
    for (const auto& rule : made.rules) {
      CAPTURE(rule.source);
      CHECK((rule.shown == Shown::full || rule.category == "age_sex"));
      CHECK(rule.shown != Shown::no);
    }
    for (const auto& section : made.counts)
      CHECK(section.shown == section.total);
  }
}
