// Question rules: the condition language, and what a broken rule is told.

#include "words/questions.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "words/data.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

bool is_true(std::string_view condition, const Facts& facts) {
  return holds(read_condition(read_data("q.json", condition).root()), facts);
}

std::string problem_of(const std::string& rule) {
  try {
    read_questions("q.json", "{\"questions\": [" + rule + "]}");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string problem_when(const std::string& condition) {
  return problem_of(
      R"({"id": "A", "priority": 1, "topic": "t", "ask": ["B?"], "when": )" + condition +
      "}");
}

Facts some_facts() {
  Facts facts;
  facts.tokens["phases"] = {"PHASE1", "PHASE2"};
  facts.tokens["allocation"] = {"RANDOMIZED"};
  facts.numbers["sites"] = 3;
  facts.flags["placebo"] = true;
  facts.flags["results"] = false;
  return facts;
}

TEST_CASE("Conditions compare tokens, numbers and flags") {
  const Facts facts = some_facts();
  CHECK(is_true(R"({"fact": "phases", "has": "PHASE1"})", facts));
  CHECK_FALSE(is_true(R"({"fact": "phases", "is": "PHASE1"})", facts));
  CHECK(is_true(R"({"fact": "phases", "is": ["PHASE2", "PHASE1"]})", facts));
  CHECK(is_true(R"({"fact": "allocation", "in": ["NA", "RANDOMIZED"]})", facts));
  CHECK_FALSE(is_true(R"({"fact": "phases", "has": ["PHASE3", "PHASE4"]})", facts));
  CHECK(is_true(R"({"fact": "sites", "at_least": 3})", facts));
  CHECK_FALSE(is_true(R"({"fact": "sites", "at_least": 4})", facts));
  CHECK(is_true(R"({"fact": "sites", "at_most": 3})", facts));
  CHECK(is_true(R"({"fact": "placebo", "is": true})", facts));
  CHECK(is_true(R"({"fact": "results", "is": false})", facts));
}

TEST_CASE("A comparison with what the record does not state is false") {
  const Facts facts;
  CHECK_FALSE(is_true(R"({"fact": "placebo", "is": true})", facts));
  CHECK_FALSE(is_true(R"({"fact": "placebo", "is": false})", facts));
  CHECK_FALSE(is_true(R"({"fact": "sites", "at_most": 3})", facts));
  CHECK_FALSE(is_true(R"({"fact": "phases", "has": "PHASE1"})", facts));
  CHECK(is_true(R"({"not": {"fact": "phases", "has": "PHASE1"}})", facts));
}

TEST_CASE("Conditions combine") {
  const Facts facts = some_facts();
  CHECK(is_true(R"({"all": []})", facts));
  CHECK_FALSE(is_true(R"({"any": []})", facts));
  CHECK(is_true(R"({"all": [{"fact": "placebo", "is": true},
                            {"not": {"fact": "results", "is": true}}]})",
                facts));
  CHECK(is_true(R"({"any": [{"fact": "results", "is": true},
                            {"fact": "sites", "at_least": 2}]})",
                facts));
}

TEST_CASE("A broken rule says where and what would be right") {
  const std::string at = "q.json#/questions/0";
  CHECK(problem_when(R"({"fact": "phase", "is": "PHASE1"})") ==
        at + "/when/fact: there is no fact \"phase\"; see src/words/facts.cpp");
  CHECK(problem_when(R"({"fact": "phases", "is": "PHASE5"})") ==
        at + "/when/is: \"PHASE5\" is no value of the fact \"phases\"; see "
             "src/words/facts.cpp");
  CHECK(problem_when(R"({"fact": "phases", "at_least": 1})") ==
        at + "/when/at_least: \"at_least\" is no operator for the fact \"phases\"; see "
             "src/words/README.md");
  CHECK(problem_when(R"({"fact": "sites", "at_least": true})") ==
        at + "/when/at_least: a whole number is needed here");
  CHECK(problem_when(R"({"none": []})") ==
        at + "/when/none: \"none\" is not known; a condition is one of \"all\", \"any\", "
             "\"not\", or a \"fact\"");
  CHECK(problem_of(R"({"id": "A", "priority": 1, "topic": "t"})") ==
        at + ": \"ask\" is missing");
  CHECK(problem_of(
            R"({"id": "A", "priority": 1, "topic": "t", "ask": ["B?"], "so": "c"})") ==
        at + "/so: \"so\" is not known here");
  CHECK(problem_of(R"({"id": "A", "priority": 1, "topic": "t", "ask": ["B?", "Bb?"]})") ==
        at + "/ask/1: each wording must be shorter than the one before");
  CHECK(
      problem_of(R"({"id": "A", "priority": 1, "topic": "t", "ask": ["In {town}?"]})") ==
      at + "/ask/0: {town} is not a fact with a text or a number");
}

TEST_CASE("A rule with a placeholder needs its text") {
  const Words words("en");
  Facts facts;
  facts.flags["joinable"] = true;
  facts.numbers["sites"] = 1;
  const auto asks_for_travel = [&words](const Facts& of) {
    for (const QuestionRule* rule : applying(words, of)) {
      if (rule->id == "S1") {
        return filled(words, rule->because, of);
      }
    }
    return std::string();
  };
  CHECK(asks_for_travel(facts).empty());
  facts.texts["place"] = "Paris";
  CHECK(asks_for_travel(facts) == "Because the only site is in Paris");
  facts.texts["place"] = "{place} {";
  CHECK(asks_for_travel(facts) == "Because the only site is in {place} {");
}

/// A placeholder stands for a few characters: a number, a town.
std::size_t length_without_names(const std::string& text) {
  std::size_t length = text.size();
  for (const std::string_view name : placeholders(text)) {
    length -= name.size();
  }
  return length;
}

TEST_CASE("Reasons and short wordings are short, and questions are questions") {
  const Words words("en");
  for (const CompiledRule& compiled : *words.impl().questions) {
    const QuestionRule& rule = compiled.rule;
    CAPTURE(rule.id);
    CHECK(length_without_names(rule.because) <= 36);
    CHECK((rule.because.empty() || rule.because.starts_with("Because ")));
    CHECK(rule.wordings.back().size() <= 46);
    for (const std::string& wording : rule.wordings) {
      CHECK(wording.ends_with("?"));
      CHECK(wording.size() <= 100);
    }
  }
}

/// About what one line beside the rules holds.
TEST_CASE("The shortest wording of nine rules in ten has room on one line") {
  const Words words("en");
  const std::vector<CompiledRule>& rules = *words.impl().questions;
  const auto fits = std::count_if(rules.begin(), rules.end(), [](const auto& each) {
    return each.rule.wordings.back().size() <= 28;
  });
  CHECK(static_cast<std::size_t>(10 * fits) >= 9 * rules.size());
}

}  // namespace
}  // namespace trialsheet
