// Glossary: what must hold of every term of the files, and on every line of real records.

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "base/text.hpp"
#include "criteria/criteria.hpp"
#include "files.hpp"
#include "trial/trial.hpp"
#include "words/glossary.hpp"
#include "words/terms.hpp"
#include "words/words.hpp"

namespace trialsheet {
namespace {

using Json = nlohmann::json;
using Texts = std::vector<std::string>;

const Words& english() {
  static const Words words("en");
  return words;
}

Json file(const std::string& name) {
  return Json::parse(tests::read_file(tests::folder("src/words/en/" + name)));
}

Texts texts(const Json& term, const char* name) {
  return term.value(name, Texts());
}

/// A word that a list asks for, as it may stand in a line.
std::string example(std::string phrase) {
  if (phrase == "#") {
    return "2";
  }
  if (phrase.ends_with('*')) {
    phrase.back() = 'x';
  }
  return phrase;
}

template <typename Item>
bool holds(const std::vector<Item>& list, const Item& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool is_explained(const std::string& line, const std::string& id,
                  const Explained& already = {}) {
  static const Json glosses = file("glosses.json")["glosses"];
  const Glossed result = gloss(english(), line, already);
  return holds(result.terms, id) &&
         holds(result.inserted, " [" + glosses[id].get<std::string>() + "]");
}

/// A line in which `form` of the term may be explained: two words away from anything.
std::string line_with(const Json& term, const std::string& form) {
  const Texts needs = texts(term, "needs");
  return "People whose " + form + " then now" +
         (needs.empty() ? "" : " " + example(needs.front()));
}

/// Knows every abbreviation of the term by the record.
Explained defining(const Json& term) {
  Texts names = texts(term, "match");
  const Texts more = texts(term, "stands_for");
  names.insert(names.end(), more.begin(), more.end());
  std::string record;
  for (const std::string& form : texts(term, "exact")) {
    for (const std::string& name : names) {
      if (record.find("(" + form + ")") == std::string::npos &&
          harvest(name + " (" + form + ")").contains(form)) {
        record += name + " (" + form + ")\n";
      }
    }
  }
  return Explained(english(), {}, harvest(record));
}

/// A study that makes sure what the term means, if it takes one.
Explained studying(const Json& term) {
  const Texts studied = texts(term, "only_studied");
  return studied.empty() ? Explained()
                         : Explained(english(), {example(studied.front())}, {});
}

TEST_CASE("Every form of every term is explained in a line that allows it") {
  const Json terms = file("terms.json")["terms"];
  for (const Json& term : terms) {
    const std::string id = term["id"];
    for (const std::string& phrase : texts(term, "match")) {
      CAPTURE(id, phrase);
      CHECK(is_explained(line_with(term, example(phrase)), id));
    }
    if (term.value("only_defined", false)) {
      continue;
    }
    for (const std::string& form : texts(term, "exact")) {
      CAPTURE(id, form);
      CHECK(is_explained(line_with(term, form), id, studying(term)));
    }
  }
}

TEST_CASE("A form that only the record can explain is explained when it does") {
  const Json terms = file("terms.json")["terms"];
  for (const Json& term : terms) {
    if (term.value("only_defined", false)) {
      const std::string id = term["id"];
      const std::string form = texts(term, "exact").front();
      CAPTURE(id, form);
      CHECK(!is_explained("People whose " + form + " then", id));
      CHECK(is_explained("People whose " + form + " then", id, defining(term)));
    }
  }
}

TEST_CASE("No term is explained beside what forbids it") {
  const Json terms = file("terms.json")["terms"];
  for (const Json& term : terms) {
    const std::string id = term["id"];
    const Texts forms =
        term.contains("match") ? texts(term, "match") : texts(term, "exact");
    const std::string form = example(forms.front());
    const std::string rest =
        line_with(term, "").substr(std::string("People whose ").size());
    CAPTURE(id, form);
    for (const std::string& word : texts(term, "not_before")) {
      CAPTURE(word);
      CHECK(!is_explained("People whose " + form + " " + example(word) + rest, id));
    }
    for (const std::string& word : texts(term, "not_after")) {
      CAPTURE(word);
      CHECK(!is_explained("People whose " + example(word) + " " + form + rest, id));
    }
    for (const std::string& word : texts(term, "not_with")) {
      CAPTURE(word);
      CHECK(!is_explained(line_with(term, form) + " " + example(word), id));
    }
  }
}

TEST_CASE("What stands in the list of what is left alone is") {
  const Json terms = file("terms.json");
  for (const char* list : {"alone", "known"}) {
    for (const std::string phrase : terms[list]) {
      CAPTURE(phrase);
      CHECK(gloss(english(), "People with " + example(phrase) + " now", {})
                .inserted.empty());
    }
  }
}

/// Runs of vowels, without a silent e at the end; at least one.
int syllables_of(const std::string& word) {
  const auto is_vowel = [](char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
  };
  int runs = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    runs += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1])) ? 1 : 0;
  }
  const bool silent = word.ends_with("e") && !word.ends_with("le") && runs > 1;
  return std::max(1, runs - (silent ? 1 : 0));
}

TEST_CASE("The explanations are short words and few of them") {
  double words = 0;
  double syllables = 0;
  const Json glosses = file("glosses.json")["glosses"];
  for (const auto& [id, text] : glosses.items()) {
    const std::string gloss = text;
    CAPTURE(id, gloss);
    CHECK(std::count(gloss.begin(), gloss.end(), ' ') < 10);
    const Tokens tokens(gloss);
    for (const Token& token : tokens) {
      if (token.kind == Token::Kind::word) {
        words += 1;
        syllables += syllables_of(std::string(token.plain));
      }
    }
  }
  const auto count = static_cast<double>(glosses.size());
  const double grade = 0.39 * words / count + 11.8 * syllables / words - 15.59;
  CAPTURE(grade);
  CHECK(grade <= 6);
}

void collect(const std::vector<Criterion>& criteria, Texts& rules) {
  for (const Criterion& criterion : criteria) {
    rules.push_back(criterion.text);
    collect(criterion.children, rules);
  }
}

Texts rules_of(const Trial& trial) {
  const Criteria criteria = parse_criteria(trial.eligibility.criteria);
  Texts rules;
  for (const Section* section :
       {&criteria.inclusion, &criteria.exclusion, &criteria.other}) {
    collect(section->rules, rules);
  }
  return rules;
}

Explained explained_of(const Trial& trial) {
  Texts studied = trial.conditions;
  studied.insert(studied.end(), trial.keywords.begin(), trial.keywords.end());
  studied.push_back(trial.brief_title);
  return Explained(english(), studied,
                   harvest(trial.brief_title + "\n" + trial.official_title + "\n" +
                           trial.brief_summary + "\n" + trial.eligibility.criteria));
}

/// `text` without what was inserted, each looked for after the one before.
std::string without(std::string text, const Texts& inserted) {
  std::size_t from = 0;
  for (const std::string& gloss : inserted) {
    const std::size_t at = text.find(gloss, from);
    REQUIRE(at != std::string::npos);
    text.erase(at, gloss.size());
    from = at;
  }
  return text;
}

TEST_CASE("On real records nothing is lost and nothing is told twice") {
  if (tests::records_folder().empty()) {
    WARN("skipped: TRIALSHEET_RECORDS names no folder of records");
    return;
  }
  std::size_t explained = 0;
  for (const auto& path : tests::files_in(tests::records_folder(), ".json")) {
    const Trial trial = read_trial(tests::read_file(path)).value;
    Explained already = explained_of(trial);
    CAPTURE(path);
    for (const std::string& rule : rules_of(trial)) {
      const Glossed result = gloss(english(), rule, already);
      CAPTURE(rule);
      CHECK(without(result.text, result.inserted) == rule);
      CHECK(result.inserted.size() <= 2);
      for (const std::string& inserted : result.inserted) {
        CHECK(rule.find(inserted) == std::string::npos);
      }
      for (const std::string& term : result.terms) {
        CHECK((!already.has(term) || result.terms.size() > 1));
      }
      explained += result.inserted.size();
      already.add(result.terms);
    }
  }
  CHECK(explained > 4000);
}

}  // namespace
}  // namespace trialsheet
