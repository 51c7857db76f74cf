// Words: texts, plural forms, lists and dates; and what a broken file is told.

#include "words/words.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "base/error.hpp"
#include "words/catalog.hpp"
#include "words/categories.hpp"
#include "words/impl.hpp"
#include "words/plural.hpp"

namespace trialsheet {
namespace {

std::string problem_of(std::string_view json) {
  try {
    read_catalog("en", "sheet.json", json);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("A text is found by its key and its placeholders are filled") {
  const Words words("en");
  CHECK(words.language() == "en");
  CHECK(words.text("label.yes") == "Yes");
  CHECK(words.text("kicker.trial", {{"nct", "NCT90000001"}}) ==
        "Clinical trial NCT90000001");
  CHECK(words.has("label.yes"));
  CHECK(words.has("age.years"));
  CHECK_FALSE(words.has("label"));
}

TEST_CASE("A key that is not there and an open placeholder are bugs") {
  const Words words("en");
  CHECK_THROWS_AS(words.text("label.maybe"), std::logic_error);
  CHECK_THROWS_AS(words.text("kicker.trial"), std::logic_error);
  CHECK_THROWS_AS(words.plural("label.yes", 1), std::logic_error);
}

TEST_CASE("A number takes its plural form and is written out") {
  const Words words("en");
  CHECK(words.plural("age.years", 1) == "1 year");
  CHECK(words.plural("age.years", 0) == "0 years");
  CHECK(words.plural("age.years", 18) == "18 years");
  CHECK(words.plural("places.sites", 1436) == "1,436 sites");
  CHECK(words.number(999) == "999");
  CHECK(words.number(1000) == "1,000");
  CHECK(words.number(1234567) == "1,234,567");
}

TEST_CASE("Lists and dates read as English") {
  const Words words("en");
  CHECK(words.list({}).empty());
  CHECK(words.list({"a"}) == "a");
  CHECK(words.list({"a", "b"}) == "a and b");
  CHECK(words.list({"a", "b", "c"}) == "a, b and c");
  CHECK(words.list({"a", "b", "c", "d"}) == "a, b, c and d");
  CHECK(words.date({2019, 11, 30}) == "30 November 2019");
  CHECK(words.date({2019, 11, 0}) == "November 2019");
  CHECK(words.short_date({2019, 11, 30}) == "30 Nov. 2019");
}

TEST_CASE("A language that is not there is the caller's mistake") {
  try {
    Words words("xx");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::request);
    CHECK(std::string(error.what()) ==
          "language \"xx\": there are no texts in this language; there are: en");
  }
}

TEST_CASE("Plural categories are those of CLDR") {
  CHECK(plural_category("en", 1) == Plural::one);
  CHECK(plural_category("en-GB", 2) == Plural::other);
  CHECK(plural_category("es", 1'000'000) == Plural::many);
  CHECK(plural_category("es", 1'000'001) == Plural::other);
  CHECK(plural_category("vi", 1) == Plural::other);
  CHECK(plural_category("zh", 1) == Plural::other);
  CHECK(plural_category("ar", 0) == Plural::zero);
  CHECK(plural_category("ar", 2) == Plural::two);
  CHECK(plural_category("ar", 103) == Plural::few);
  CHECK(plural_category("ar", 111) == Plural::many);
  CHECK(plural_category("ar", 200) == Plural::other);
  CHECK(plural_category("xx", 1) == Plural::other);
}

TEST_CASE("A broken file of texts says where and what would be right") {
  CHECK(problem_of("{\"a\": \"b\",\n}") ==
        "sheet.json, line 2, column 1: this is not JSON; look for a missing comma, "
        "quotation "
        "mark or brace");
  CHECK(problem_of(R"({"a": {"b": ""}})") ==
        "sheet.json#/a/b: a text in quotation marks is needed here");
  CHECK(problem_of(R"({"a": 3})") ==
        "sheet.json#/a: a text, or an object of texts, is needed here");
  CHECK(problem_of(R"({"a": "{x"})") ==
        "sheet.json#/a: a placeholder is a name in braces, such as {name}");
  CHECK(problem_of(R"({"a": "{big One}"})") ==
        "sheet.json#/a: a placeholder is a name in braces, such as {name}");
  CHECK(problem_of(R"({"a": {"one": "b"}})") == "sheet.json#/a: \"other\" is missing");
  CHECK(problem_of(R"({"a": {"one": "b", "other": "c", "few": "d"}})") ==
        "sheet.json#/a/few: this language has no plural form \"few\"");
  CHECK(problem_of(R"(["a"])") ==
        "sheet.json#: a text, or an object of texts, is needed here");
  CHECK(problem_of(R"({"a.b": "c", "a": {"b": "d"}})") ==
        "sheet.json#/a/b: another text has the key \"a.b\"");
  CHECK(problem_of(R"({"": "c"})") == "sheet.json#/: what is here needs a name");
  CHECK(problem_of(R"({"a": 1e999})") ==
        "sheet.json: holds a number that is too large to be read");
  CHECK(problem_of(R"({"a": 18446744073709551615})") ==
        "sheet.json#/a: this number is too large");
  CHECK(problem_of(std::string(200'000, '[')) ==
        "sheet.json: is nested deeper than 100 levels");
  CHECK(problem_of(R"({"a": "b", "a": "c"})") ==
        "sheet.json: \"a\" stands twice in one object; keep one");
}

TEST_CASE("A rule's kind is told by its words, and doubtful rules are other") {
  const Words words("en");
  const auto kind_of = [&words](std::string_view text) {
    return categories(words).of(Tokens(text)).kind;
  };
  CHECK(kind_of("Pregnant or breastfeeding women") == "pregnancy");
  CHECK(kind_of("Able to give written informed consent") == "consent");
  CHECK(kind_of("Participation in another clinical trial") == "studies");
  CHECK(kind_of("Platelets >= 100,000") == "tests");
  CHECK(kind_of("ALL patients") == "other");
  CHECK(kind_of("AST < 2 x ULN") == "tests");
  CHECK(kind_of("Prior chemotherapy") == "treatments");
  CHECK(kind_of("HIV") == "illnesses");
  CHECK(kind_of("") == "other");
  for (const std::string& kind : kinds(words)) {
    CHECK(words.has("count.kind." + kind));
  }
}

}  // namespace
}  // namespace trialsheet
