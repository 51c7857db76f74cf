// Words: texts, plural forms, lists and dates; and what a broken file is told.

#include "words/words.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>

#include "base/error.hpp"
#include "words/catalog.hpp"
#include "words/categories.hpp"
#include "words/impl.hpp"
#include "words/mentions.hpp"
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
          "language \"xx\": there are no texts in this language; there are: ar, en, es, "
          "vi, zh-Hans");
  }
}

TEST_CASE("Plural categories are those of CLDR") {
  CHECK(plural_rule("en")(1) == Plural::one);
  CHECK(plural_rule("en-GB")(2) == Plural::other);
  CHECK(plural_rule("es")(1'000'000) == Plural::many);
  CHECK(plural_rule("es")(1'000'001) == Plural::other);
  CHECK(plural_rule("vi")(1) == Plural::other);
  CHECK(plural_rule("zh")(1) == Plural::other);
  CHECK(plural_rule("ar")(0) == Plural::zero);
  CHECK(plural_rule("ar")(2) == Plural::two);
  CHECK(plural_rule("ar")(103) == Plural::few);
  CHECK(plural_rule("ar")(111) == Plural::many);
  CHECK(plural_rule("ar")(200) == Plural::other);
  CHECK(plural_rule("xx")(1) == Plural::other);
  CHECK(plural_rule("fr")(0) == Plural::one);
  CHECK(plural_rule("pt-BR")(3'000'000) == Plural::many);
  CHECK(plural_rule("fil")(14) == Plural::other);
  CHECK(plural_rule("fil")(15) == Plural::one);
  CHECK(plural_rule("he")(2) == Plural::two);
  CHECK(plural_rule("ru")(21) == Plural::one);
  CHECK(plural_rule("ru")(12) == Plural::many);
  CHECK(plural_rule("pl")(22) == Plural::few);
  CHECK(plural_rule("pl")(21) == Plural::many);
  CHECK(plural_rule("hr")(11) == Plural::other);
  CHECK(plural_rule("cs")(4) == Plural::few);
  CHECK(plural_rule("ro")(119) == Plural::few);
  CHECK(plural_rule("ro")(120) == Plural::other);
}

TEST_CASE("Every category that a number takes is one that the texts have") {
  for (const char* tag : {"en", "hi", "es", "fr", "fil", "he", "ru", "pl", "sr", "cs",
                          "ro", "ar", "vi", "xx"}) {
    const std::vector<Plural> categories = plural_categories(tag);
    for (std::int64_t n = 0; n <= 1'000'000; n += n < 300 ? 1 : 99'970) {
      CAPTURE(tag, n);
      CHECK(std::find(categories.begin(), categories.end(), plural_rule(tag)(n)) !=
            categories.end());
    }
  }
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

TEST_CASE("A rule's category is told by its words, those at its beginning first") {
  const Words words("en");
  const auto id_of = [&words](std::string_view text) {
    return categories(words).of(Tokens(text)).category->id;
  };
  CHECK(id_of("Pregnant or breastfeeding women") == "pregnancy");
  CHECK(id_of("Able to give written informed consent") == "consent");
  CHECK(id_of("Any condition that, in the opinion of the investigator, is unsafe") ==
        "judgement");
  CHECK(id_of("Participation in another clinical trial") == "other_trial");
  CHECK(id_of("Platelets >= 100,000") == "labs");
  CHECK(id_of("AST < 2 x ULN") == "labs");
  CHECK(id_of("BMI over 35") == "measures");
  CHECK(id_of("Prior chemotherapy") == "prior_treatment");
  CHECK(id_of("Live vaccine within 4 weeks") == "vaccine");
  CHECK(id_of("Newly diagnosed within 3 months") == "time");
  CHECK(id_of("HIV") == "hiv_hepatitis");
  CHECK(id_of("History of stroke or heart failure") == "heart");
  CHECK(id_of("Known psychiatric illness") == "psychiatric");
  CHECK(id_of("Age 18 years or older") == "age_sex");
  CHECK(id_of("Stroke in the 6 months prior to signed written consent") == "heart");
  CHECK(id_of("Other inclusion and exclusion criteria may apply.") == "administrative");
  CHECK(id_of("ALL patients") == "other");
  CHECK(id_of("") == "other");
  for (const std::string& kind : kinds(words)) {
    CHECK(words.has("count.kind." + kind));
  }
}

TEST_CASE("A mistake in the categories is reported with its place") {
  const auto problem_of = [](std::string_view json) -> std::string {
    try {
      Categories("c.json", json);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  CHECK(problem_of(R"({"categories": []})") ==
        "c.json#/categories: must hold a category");
  const std::string start =
      R"({"categories": [{"id": "a", "category": "a", "kind": "other", "inclusion": 5,)";
  CHECK(
      problem_of(start +
                 R"("exclusion": 1001, "at_home": true, "strong": [], "weak": []}]})") ==
      "c.json#/categories/0/exclusion: must be a whole number from 0 to 1000");
  CHECK(problem_of(start +
                   R"("exclusion": 1, "at_home": 1, "strong": [], "weak": []}]})") ==
        "c.json#/categories/0/at_home: must be true or false");
  CHECK(
      problem_of(
          start +
          R"("exclusion": 1, "at_home": true, "strong": ["Big"], "weak": []}]})") ==
      "c.json#/categories/0/strong/0: the phrase \"Big\" matches no text: words in lower "
      "case, one space between them, are what it can hold");
}

TEST_CASE("Every name that a line can use has a text, and every line") {
  const Words words("en");
  for (const std::string& name : mentions(words).names()) {
    CHECK(words.has("rules.name." + name));
  }
  for (const MentionLine& line : mentions(words).lines()) {
    CHECK(words.has("rules.mention." + line.id));
  }
}

/// "line: name, name" of what names a rule; empty if nothing does.
std::string named(const char* list, const char* category, const std::string& rule) {
  static const Words words("en");
  const auto found = mentions(words).in(list, category, Tokens(rule));
  if (!found) {
    return "";
  }
  std::string names;
  for (const MentionName* name : found->names) {
    names +=
        (names.empty() ? "" : ", ") + name->id + (name->as.empty() ? "" : "=") + name->as;
  }
  return mentions(words).lines()[found->line].id + ": " + names;
}

TEST_CASE("A rule is named by its words, the longest of them first") {
  CHECK(named("exclusion", "illness", "Stroke, HIV, or heart attack; stroke") ==
        "illnesses: stroke, heart_attack");
  // The longer phrase tells what is meant.
  CHECK(named("exclusion", "illness", "Optic neuropathy") == "illnesses: eye_disease");
  CHECK(named("exclusion", "illness", "Signs of graft injury").empty());
  // The gene is not the kidney's filtration rate of the same letters.
  CHECK(named("inclusion", "labs", "Resistance to EGFR-TKI").empty());
  CHECK(named("inclusion", "labs", "eGFR < 60 ml/min") == "tests: kidney_tests");
  CHECK(named("inclusion", "labs", "Creatinine kinase < 5") == "tests: lab_tests");
  CHECK(named("exclusion", "medicines", "A bias (operationalized as 6 ms)").empty());
}

TEST_CASE("No name says more than the rule does") {
  CHECK(named("exclusion", "illness", "A penile implant") == "illnesses: implants");
  CHECK(named("exclusion", "illness", "A pacemaker") == "illnesses: pacemaker");
  CHECK(named("exclusion", "illness", "Portal hypertension, angina") ==
        "illnesses: angina");
  CHECK(named("inclusion", "prior_treatment", "An anthracycline").empty());
  CHECK(named("exclusion", "medicines", "Doxycycline") == "treatments: antibiotics");
  CHECK(named("exclusion", "labs", "A weight loss program").empty());
  CHECK(named("exclusion", "medicines", "Low molecular weight heparin") ==
        "treatments: blood_thinners");
  CHECK(named("inclusion", "prior_treatment", "Normal pre-transplant tests").empty());
  CHECK(named("exclusion", "allergy", "Galactose intolerance or malabsorption") ==
        "illnesses: sugar_intolerance, absorption");
  CHECK(named("exclusion", "illness", "Crohn's disease") == "illnesses: stomach");
  CHECK(named("exclusion", "illness", "Multiple sclerosis, lupus") ==
        "illnesses: multiple_sclerosis, lupus");
  CHECK(named("exclusion", "illness", "Autoimmune disease, such as lupus") ==
        "illnesses: autoimmune");
  CHECK(named("inclusion", "condition", "Recurrent cluster headaches") ==
        "diagnosis: course");
}

TEST_CASE("A gene is called by its name, and what one must have by what it is") {
  CHECK(named("inclusion", "condition", "Confirmed EGFR-sensitizing mutations") ==
        "diagnosis: diagnosis, gene=EGFR");
  CHECK(named("inclusion", "condition", "A mutation of any kind") == "diagnosis: marker");
  CHECK(named("inclusion", "illness", "Diagnosis of blood cancer") ==
        "diagnosis: diagnosis");
  CHECK(named("inclusion", "illness", "No known disorder of the eyes").empty());
  CHECK(named("inclusion", "prior_treatment", "Brain metastases treated by surgery") ==
        "illnesses: cancer_spread, surgery");
  CHECK(named("exclusion", "prior_treatment", "History of prostate cancer or surgery") ==
        "illnesses: cancer, surgery");
  CHECK(named("exclusion", "prior_treatment", "Surgery for prostate cancer") ==
        "treatments: surgery");
  CHECK(named("inclusion", "prior_treatment", "Failure of first-line chemotherapy") ==
        "treatments: earlier_treatment, chemotherapy");
}

}  // namespace
}  // namespace trialsheet
