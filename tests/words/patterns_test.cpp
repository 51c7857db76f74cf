// Patterns: which lines are said in plain words, which are left alone, and the syntax.

#include "words/patterns.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "base/error.hpp"
#include "words/pattern_syntax.hpp"

namespace trialsheet {
namespace {

const Words& english() {
  static const Words words("en");
  return words;
}

/// "id n=1 words=two" of the line in a list; empty if no pattern matches all of it.
std::string matched(std::string_view list, std::string_view line) {
  const auto match = patterns(english()).match(list, line, Tokens(line));
  std::string text = match ? match->id : "";
  if (match) {
    for (const auto& [name, value] : match->slots) {
      text += " " + name + "=" + value;
    }
  }
  return text;
}

TEST_CASE("lines that recur are known in their many spellings") {
  struct Line {
    const char* list;
    const char* line;
    const char* match;
  };
  const Line lines[] = {
      {"exclusion", "Pregnant or breastfeeding", "pregnant_or_breastfeeding"},
      {"exclusion", "Women who are pregnant or breast-feeding.",
       "pregnant_or_breastfeeding"},
      {"exclusion", "Pregnancy or lactation;", "pregnant_or_breastfeeding"},
      {"exclusion", "Is pregnant", "pregnant"},
      {"exclusion", "Nursing mothers", "breastfeeding"},
      {"inclusion", "Not pregnant or breastfeeding", "not_pregnant_or_breastfeeding"},
      {"exclusion", "HIV infection", "hiv"},
      {"exclusion", "Participation in another clinical trial", "in_other_study"},
      {"exclusion", "Known hypersensitivity to the study drug",
       "known_allergy few=the study drug"},
      {"inclusion", "Have an ECOG performance status of 0 or 1", "ecog_or n=0 n2=1"},
      {"inclusion", "Eastern Cooperative Oncology Group (ECOG) performance status 0-2",
       "ecog_range n=0 n2=2"},
      {"inclusion", "ECOG performance status of 0, 1, or 2", "ecog_three n=0 n2=1 n3=2"},
      {"inclusion", "ECOG ≤ 2", "ecog_most n=2"},
      {"inclusion", "Patients with type 1 diabetes", "rest words=type 1 diabetes"},
      {"inclusion", "Patients must have had a stroke", "rest words=had a stroke"},
  };
  for (const Line& line : lines) {
    CAPTURE(line.line);
    CHECK(matched(line.list, line.line) == line.match);
  }
}

TEST_CASE("a line that says more, or the opposite, is left alone") {
  struct Line {
    const char* list;
    const char* line;
  };
  const Line lines[] = {
      {"exclusion", "Pregnant or breastfeeding, unless agreed otherwise"},
      {"exclusion", "Not pregnant"},
      {"exclusion", "Pregnancy test positive"},
      {"inclusion", "Pregnant or breastfeeding"},
      {"exclusion", "HIV, unless controlled"},
      {"exclusion", "Allergy to eggs or nuts"},
      {"exclusion", "Patients must have had a stroke"},
      {"exclusion", "No HIV"},
      {"exclusion", "ECOG 3 or 4"},
      {"inclusion", "ECOG 0 or 1, or Karnofsky 70"},
      {"inclusion", "ECOG ≥ 2"},
      {"other", "Pregnant"},
      {"inclusion", ""},
      {"inclusion", "..."},
  };
  for (const Line& line : lines) {
    CAPTURE(line.line);
    CHECK(matched(line.list, line.line).empty());
  }
}

TEST_CASE("every pattern says something") {
  for (const std::string& id : patterns(english()).ids()) {
    CHECK(english().has("rules.say." + id));
  }
}

TEST_CASE("the syntax of patterns: choices, options, sets and slots") {
  const auto takes = [](std::string_view pattern, std::string_view line) {
    const Tokens tokens(line);
    SlotRanges slots;
    return matches(parse_pattern(pattern, {{"s", "(x|y z)"}}), tokens, tokens.size(),
                   slots);
  };
  CHECK(takes("a [b] (c|d e)", "A c"));
  CHECK(takes("a [b] (c|d e)", "a b d e"));
  CHECK_FALSE(takes("a [b] (c|d e)", "a b d"));
  CHECK(takes("<s> {n} {(} {words} {)}", "y z 3 (one two)"));
  CHECK_FALSE(takes("<s> {n}", "x three"));
  CHECK(takes("{time} ago", "30 days ago"));
  CHECK_FALSE(takes("{time} ago", "30 mg ago"));
  CHECK(takes("{words} b {words2}", "a b b b"));
  CHECK(takes("to {few}", "to the study drug"));
  CHECK_FALSE(takes("to {few}", "to eggs or nuts"));
  CHECK(first_words(parse_pattern("[a] (b|c)", {})) ==
        std::vector<std::string>{"a", "b", "c"});
  CHECK(first_words(parse_pattern("[a] {n}", {})).empty());
}

TEST_CASE("a mistake in a pattern is reported with its place") {
  const auto problem_of = [](const std::string& pattern) -> std::string {
    try {
      Patterns("p.json", R"({"sets": {"a": "<a>"}, "patterns": [{"id": "x", "in":
          ["exclusion"], "lines": [")" +
                             pattern + R"("]}]})");
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };
  const std::string place = "p.json#/patterns/0/lines/0: ";
  CHECK(problem_of("a (b") == place + "\")\" is missing");
  CHECK(problem_of("a b)") == place + "\")\" closes nothing");
  CHECK(problem_of("<c>") == place + "there is no set \"c\"");
  CHECK(problem_of("<a>") == place + "sets or brackets within one another too deep");
  CHECK(problem_of("{x}") == place +
                                 "a slot is {n}, {time}, {few}, {words}, one of these "
                                 "with a digit, or a sign, not {x}");
  CHECK(problem_of(" ") == place + "the pattern is empty");
}

}  // namespace
}  // namespace trialsheet
