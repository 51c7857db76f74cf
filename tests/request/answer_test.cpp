// Answers: what a caller of another language is told.

#include "request/answer.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/date.hpp"
#include "brand_file.hpp"
#include "files.hpp"

using namespace trialsheet;
using namespace trialsheet::tests;

namespace {

const Answerer& answerer() {
  static const Answerer only{std::string_view()};
  return only;
}

nlohmann::json facts(std::string_view record, std::string_view options) {
  return nlohmann::json::parse(answerer().answer(record, options, {}).facts);
}

struct Wrong {
  const char* options;
  const char* where;
  const char* what;
  const char* right;
};

const Wrong wrong_options[] = {
    {"7", "options", "are no JSON object", R"({"paper": "a4"} would be right)"},
    {R"({"paper": 4})", "paper", "is no text, true or false",
     R"({"paper": "a4"} would be right)"},
    {R"({"as": "word"})", "as", "this is nothing that can be made",
     "there are: pdf, fhir, explain"},
    {R"({"paper": ["a4", "a4"]})", "paper", "is given twice", "give it once"},
    {R"({"as": ["pdf", "fhir"]})", "as", "is given twice", "give it once"},
    {R"({"paper": "a5"})", "paper", "the layout has no such paper", "it has: letter, a4"},
    {R"({"date": "soon"})", "date", "this is no day",
     "give one such as 2026-07-14, or none"},
};

}  // namespace

TEST_CASE("options as JSON are those of a query") {
  const auto record = read_file(folder("samples/NCT90000001.json"));
  const auto plain = answerer().answer(record, "", {});
  CHECK(plain.code == 0);
  CHECK(plain.body == Engine().render(record).pdf);
  const auto chosen =
      facts(record, R"({"paper": "a4", "no-attach": true, "lang": "es-MX"})");
  CHECK(chosen["paper"] == "a4");
  CHECK(chosen["lang"] == "es");
  CHECK(chosen["date"].is_null());
  CHECK(answerer().answer(record, R"({"no-attach": true})", {}).body.size() <
        plain.body.size());
  CHECK(answerer().answer(record, R"({"no-attach": false})", {}).body == plain.body);
}

TEST_CASE("the day that a caller hands in is printed unless the options say another") {
  const auto record = read_file(folder("samples/NCT90000001.json"));
  const auto day = parse_date("2026-07-14");
  const auto date_of = [&](const char* options) {
    return nlohmann::json::parse(answerer().answer(record, options, day).facts)["date"];
  };
  CHECK(date_of("") == "2026-07-14");
  CHECK(date_of(R"({"date": "2026-07-15"})") == "2026-07-15");
  CHECK(date_of(R"({"date": "none"})").is_null());
}

TEST_CASE("a sheet bears the brand that it names of those the engine was given") {
  const auto record = read_file(folder("samples/NCT90000001.json"));
  const auto file = folder("samples/brands/clinica-ejemplo.json").string();
  const Answerer branded(R"({"brand": [")" + file + R"("]})");
  const auto chosen = R"({"date": "none", "brand": ")" + file + R"(")";
  const auto sheet = branded.answer(record, chosen + "}", {});
  REQUIRE(sheet.code == 0);
  // With what the brand has by default: A4, Spanish, near Madrid.
  RenderOptions same;
  same.brand = read_brand_file(file);
  same.paper = "a4";
  same.language = "es";
  same.near = "Madrid, Spain";
  CHECK(sheet.body == Engine().render(record, same).pdf);
  const auto other = branded.answer(record, chosen + R"(, "lang": "en"})", {});
  CHECK(nlohmann::json::parse(other.facts)["lang"] == "en");
  CHECK(branded.answer(record, "", {}).body == answerer().answer(record, "", {}).body);
}

TEST_CASE("a request has no file read that the engine was not given") {
  const auto file = folder("samples/brands/clinica-ejemplo.json").string();
  const auto told = facts("{}", R"({"brand": ")" + file + R"("})");
  CHECK(told["code"] == 64);
  CHECK(told["where"] == "brand");
  CHECK(told["right"] == "give it the file when it is made");
  const Answerer branded(R"({"brand": ")" + file + R"("})");
  const auto wrong = branded.answer("{}", R"({"brand": "/etc/passwd"})", {});
  CHECK(nlohmann::json::parse(wrong.facts)["right"] == "there are: " + file);
}

TEST_CASE("wrong options say where, what, and what would be right") {
  for (const auto& wrong : wrong_options) {
    CAPTURE(wrong.options);
    const auto told = facts("{}", wrong.options);
    CHECK(told["code"] == 64);
    CHECK(told["where"] == wrong.where);
    CHECK(told["what"] == wrong.what);
    CHECK(told["right"] == wrong.right);
  }
}

TEST_CASE("an engine is told which of its options there are not") {
  CHECK_THROWS_WITH(Answerer(R"({"fonts": "/usr"})"),
                    "fonts: there is no such option of an engine; there are: words, "
                    "font-dir, brand");
  CHECK_THROWS_AS(Answerer(R"({"words": "/nowhere"})"), Error);
  CHECK_THROWS_AS(Answerer(R"({"brand": "/nowhere.json"})"), Error);
  CHECK_NOTHROW(Answerer(R"({"font-dir": ["/usr/share/fonts", "/tmp"]})"));
}
