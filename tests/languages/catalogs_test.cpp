// Catalogs: every built-in language is complete, and what a broken file is told.

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "base/error.hpp"
#include "base/isolate.hpp"
#include "files.hpp"
#include "languages.hpp"
#include "summary/subject.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

using tests::Json;

std::vector<std::string> translated() {
  std::vector<std::string> tags = built_in_languages();
  std::erase(tags, "en");
  return tags;
}

TEST_CASE("The built-in languages are complete: each can be read") {
  CHECK(built_in_languages() ==
        std::vector<std::string>{"ar", "en", "es", "vi", "zh-Hans"});
  for (const std::string& tag : translated()) {
    CAPTURE(tag);
    const Words words(tag);
    CHECK(words.language() == tag);
    CHECK_FALSE(words.is_of_the_record());
    CHECK(words.impl().questions->size() == words.impl().record->questions.size());
  }
}

TEST_CASE("Each language has a name for every country of the registry") {
  std::istringstream names(tests::read_file(tests::folder("tests/cases/countries.txt")));
  for (const std::string& tag : translated()) {
    const Words words(tag);
    names.clear();
    names.seekg(0);
    for (std::string name; std::getline(names, name);) {
      CAPTURE(tag, name);
      CHECK(words.has("places.name." + name));
    }
  }
}

/// Whether `text` has two letters of English in a row outside of its placeholders.
bool has_letters(const std::string& text) {
  bool inside = false;
  int letters = 0;
  for (const char c : text) {
    inside = c == '{' || (inside && c != '}');
    const bool letter = !inside && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    letters = letter ? letters + 1 : 0;
    if (letters == 2) {
      return true;
    }
  }
  return false;
}

TEST_CASE("No text of a language is the English one") {
  // Words that are the same in both.
  const std::set<std::string> same = {
      "es what.named_by.placebo", "es label.no",           "es rules.name.psa",
      "es rules.name.covid",      "es contact.extension",  "vi what.named_by.placebo",
      "vi rules.name.psa",        "vi rules.name.covid",   "zh-Hans rules.name.psa",
      "ar rules.name.psa",        "ar rules.name.covid",   "zh-Hans rules.name.covid",
      "vi rules.name.hiv",        "vi rules.name.insulin", "zh-Hans rules.name.hiv",
      "ar rules.name.hiv"};
  const Words english("en");
  for (const std::string& tag : translated()) {
    const Words words(tag);
    for (const auto& [key, text] : words.impl().catalog->texts) {
      CAPTURE(tag, key, text);
      const bool is_country =
          key.starts_with("places.name.") || key.starts_with("places.in.");
      if (!is_country && has_letters(text) && !same.contains(tag + " " + key)) {
        CHECK(text != english.impl().catalog->texts.at(key));
      }
    }
  }
}

TEST_CASE("Lists read well in each language, whatever stands in them") {
  const Words spanish("es");
  CHECK(spanish.list({"Francia", "Italia"}) == "Francia e Italia");
  CHECK(spanish.list({"cáncer", "pan", "hierro"}) == "cáncer, pan y hierro");
  CHECK(spanish.list({"cáncer", "pan", "hipertensión"}) == "cáncer, pan e hipertensión");
  CHECK(spanish.list({"a", spanish.from_record("Ice")}) == "a y " + isolated("Ice"));
  CHECK(Words("zh-Hans").list({"a", "b", "c"}) == "a、b和c");
}

/// What reading a copy of Spanish is told after `change` of its sheet.json.
std::string complaint(const std::function<void(Json&)>& change) {
  Json sheet = tests::embedded_json("es", "sheet.json");
  change(sheet);
  OwnLanguage own = tests::copy_of("es", "es");
  own.sheet.content = sheet.dump();
  try {
    Words words(own);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::layout);
    return error.what();
  }
  return "";
}

TEST_CASE("A text that is missing, too many or of another kind is told with its place") {
  CHECK(complaint([](Json& sheet) { sheet["label"].erase("yes"); }) ==
        "es/sheet.json#/label/yes: is missing; English has this text");
  CHECK(complaint([](Json& sheet) { sheet.erase("age"); }) ==
        "es/sheet.json#/age/exactly: is missing; English has this text");
  CHECK(complaint([](Json& sheet) { sheet["label"]["maybe"] = "Quizá"; }) ==
        "es/sheet.json#/label/maybe: English has no text of this key");
  CHECK(complaint([](Json& sheet) { sheet["age"]["years"] = "{n} años"; }) ==
        "es/sheet.json#/age/years: must be plural forms, as in English");
  CHECK(complaint([](Json& sheet) {
          sheet["quote"] = {{"one", "{text}"}, {"many", "{text}"}, {"other", "{text}"}};
        }) == "es/sheet.json#/quote: must be one text, as in English");
  CHECK(complaint([](Json& sheet) { sheet["reviewed"] = "yes"; }) ==
        "es/sheet.json#/reviewed: must be true or false");
}

TEST_CASE("A placeholder or a plural form that differs is told with its place") {
  CHECK(complaint([](Json& sheet) { sheet["quote"] = "«{txt}»"; }) ==
        "es/sheet.json#/quote: needs {text}, as the English text has");
  CHECK(complaint([](Json& sheet) { sheet["label"]["yes"] = "Sí {n}"; }) ==
        "es/sheet.json#/label/yes: needs no placeholder, as the English text has");
  CHECK(complaint([](Json& sheet) { sheet["age"]["years"].erase("many"); }) ==
        "es/sheet.json#/age/years: \"many\" is missing");
  CHECK(complaint([](Json& sheet) { sheet["age"]["years"]["two"] = "dos años"; }) ==
        "es/sheet.json#/age/years/two: this language has no plural form \"two\"");
  CHECK(complaint([](Json& sheet) { sheet["age"]["years"]["other"] = "años"; }) ==
        "es/sheet.json#/age/years/other: needs {n}, as the English text has");
  CHECK(complaint([](Json& sheet) { sheet["age"]["years"]["one"] = "un año"; }).empty());
  CHECK(complaint([](Json& sheet) {
          sheet["places"]["name"]["Atlantis"] = "Atlántida";
        }).empty());
}

TEST_CASE("Sentences stand in their order in every language") {
  CHECK(complaint([](Json& sheet) { sheet["sentences"] = "{next} {first}"; }) ==
        "es/sheet.json#/sentences: must begin with {first} and end in {next}");
}

TEST_CASE("A control must be called by the word by which a sheet looks for it") {
  CHECK(complaint([](Json& sheet) { sheet["what"]["placebo"] = "nada"; }) ==
        "es/sheet.json#/what/placebo: must hold \"placebo\", the text of "
        "what.named_by.placebo");
}

/// The same for question_texts.json.
std::string question_complaint(const std::function<void(Json&)>& change) {
  Json questions = tests::embedded_json("es", "question_texts.json");
  change(questions["questions"]);
  OwnLanguage own = tests::copy_of("es", "es");
  own.question_texts.content = questions.dump();
  try {
    Words words(own);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST_CASE("Every question has its texts, with what the English ones have") {
  const std::string at = "es/question_texts.json#/questions";
  CHECK(question_complaint([](Json& texts) { texts.erase("R2"); }) ==
        at + ": \"R2\" is missing");
  CHECK(question_complaint([](Json& texts) { texts["R99"] = Json::object(); }) ==
        at + "/R99: \"R99\" is not known here");
  CHECK(question_complaint([](Json& texts) { texts["R2"].erase("because"); }) ==
        at + "/R2: needs a \"because\", as in English");
  CHECK(question_complaint([](Json& texts) { texts["U5"]["because"] = "Porque"; }) ==
        at + "/U5: must have no \"because\", as in English");
  CHECK(question_complaint([](Json& texts) {
          texts["U5"]["ask"] = Json::array({"¿Qué?"});
        }).starts_with(at + "/U5/ask: needs as many wordings as English: "));
  CHECK(question_complaint([](Json& texts) {
          texts["S1"]["because"] = "Porque es lejos";
        }).starts_with(at + "/S1/because: needs the placeholders of the English text"));
}

TEST_CASE("An explanation that no term has, or that is missing, is told") {
  OwnLanguage own = tests::copy_of("es", "es");
  Json glosses = tests::embedded_json("es", "glosses.json");
  glosses["glosses"].erase("ecog");
  own.glosses.content = glosses.dump();
  CHECK_THROWS_WITH(Words(own), "es/glosses.json#/glosses: \"ecog\" is missing");
  glosses = tests::embedded_json("es", "glosses.json");
  glosses["glosses"]["unknown"] = "nada";
  own.glosses.content = glosses.dump();
  CHECK_THROWS_WITH(Words(own),
                    "es/glosses.json#/glosses/unknown: no term has the id \"unknown\"");
}

TEST_CASE("Reasons have room on a line, and there is a short way to ask") {
  for (const std::string& tag : translated()) {
    const Words words(tag);
    for (const CompiledRule& compiled : *words.impl().questions) {
      const QuestionRule& rule = compiled.rule;
      CAPTURE(tag, rule.id, rule.because, rule.wordings.back());
      CHECK(length_of(rule.because) <= 46);
      CHECK(length_of(rule.wordings.back()) <= 60);
    }
  }
}

/// About what one line beside the rules holds.
TEST_CASE("The shortest wording of every second rule has room on one line") {
  for (const std::string& tag : translated()) {
    const Words words(tag);
    const std::vector<CompiledRule>& rules = *words.impl().questions;
    const auto fits = std::count_if(rules.begin(), rules.end(), [](const auto& each) {
      return length_of(each.rule.wordings.back()) <= 28;
    });
    CAPTURE(tag, fits, rules.size());
    CHECK(static_cast<std::size_t>(2 * fits) >= rules.size());
  }
}

TEST_CASE("English explanations are the shortest: 45 characters or fewer") {
  const Json glosses = tests::embedded_json("en", "glosses.json");
  for (const auto& [id, text] : glosses["glosses"].items()) {
    CAPTURE(id);
    CHECK(text.get<std::string>().size() <= 45);
  }
}

}  // namespace
}  // namespace trialsheet
