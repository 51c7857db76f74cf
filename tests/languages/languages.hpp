// Languages for tests: the built-in ones as files, and one made up from English.

#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "base/embedded.hpp"
#include "words/languages.hpp"

namespace trialsheet::tests {

using Json = nlohmann::ordered_json;

inline Json embedded_json(const std::string& language, const std::string& file) {
  return Json::parse(embedded_file("src/words/" + language + "/" + file));
}

inline OwnLanguage own_language(const std::string& tag, const Json& sheet,
                                const Json& questions, const Json& glosses) {
  return {tag,
          {tag + "/sheet.json", sheet.dump()},
          {tag + "/question_texts.json", questions.dump()},
          {tag + "/glosses.json", glosses.dump()}};
}

/// The files of a built-in language, other than English, as a user could have them.
inline OwnLanguage copy_of(const std::string& language, const std::string& tag) {
  return own_language(tag, embedded_json(language, "sheet.json"),
                      embedded_json(language, "question_texts.json"),
                      embedded_json(language, "glosses.json"));
}

/// How a test changes a text; `key` is its way through the file: "label.yes".
using Change =
    std::function<std::string(const std::string& key, const std::string& text)>;

inline void change_texts(Json& json, const std::string& key, const Change& change) {
  if (json.is_string()) {
    json = change(key, json.get<std::string>());
  } else if (json.is_object() || json.is_array()) {
    for (auto& [name, item] : json.items()) {
      change_texts(item, key.empty() ? name : key + "." + name, change);
    }
  }
}

/// The texts of the English questions as question_texts.json has those of others.
inline Json english_question_texts() {
  Json file = Json::object();
  Json& texts = file["questions"];
  const Json rules = embedded_json("en", "questions.json");
  for (const Json& rule : rules["questions"]) {
    Json& text = texts[rule["id"].get<std::string>()];
    if (rule.contains("because")) {
      text["because"] = rule["because"];
    }
    text["ask"] = rule["ask"];
  }
  return file;
}

/// Leaves of English plural forms only the one that every language has.
inline void keep_other_form(Json& json) {
  if (json.is_object() && json.size() == 2 && json.contains("one") &&
      json.contains("other")) {
    json = json["other"];
    json = Json{{"other", json}};
  } else if (json.is_object()) {
    for (auto& [name, item] : json.items()) {
      keep_other_form(item);
    }
  }
}

/// A language made from English, every text of which `change` made; one without plurals.
inline OwnLanguage made_up(const std::string& tag, const Change& change) {
  Json sheet = embedded_json("en", "sheet.json");
  keep_other_form(sheet);
  Json questions = english_question_texts();
  Json glosses = embedded_json("en", "glosses.json");
  sheet.erase("$schema");
  change_texts(sheet, "", change);
  change_texts(questions, "", change);
  change_texts(glosses["glosses"], "glosses", change);
  return own_language(tag, sheet, questions, glosses);
}

}  // namespace trialsheet::tests
