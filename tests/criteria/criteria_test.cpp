// Criteria: the cases in tests/cases/criteria, and texts that nobody would type.

#include "criteria/criteria.hpp"

#include <catch2/catch.hpp>
#include <chrono>

#include "files.hpp"

using namespace trialsheet;
using namespace trialsheet::tests;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

std::size_t depth_of(const std::vector<Criterion>& rules) {
  std::size_t depth = 0;
  for (const Criterion& rule : rules) {
    depth = std::max(depth, 1 + depth_of(rule.children));
  }
  return depth;
}

}  // namespace

TEST_CASE("each case gives its tree") {
  for (const auto& path : files_in(folder("tests/cases/criteria"), ".txt")) {
    INFO(path);
    const std::string both = read_file(path);
    const std::size_t line = both.find("\n=====\n");
    REQUIRE(line != std::string::npos);
    CHECK(to_text(parse_criteria(both.substr(0, line))) == both.substr(line + 7));
  }
}

TEST_CASE("the seed has nine rules for and twenty-five bullets against") {
  const Trial trial = read_trial(read_file(folder("samples") / "NCT05153070.json")).value;
  const Criteria criteria = parse_criteria(trial.eligibility.criteria);
  CHECK(criteria.inclusion.rules.size() == 9);
  REQUIRE(criteria.exclusion.rules.size() == 19);
  CHECK(criteria.exclusion.rules[0].children.size() == 6);
}

TEST_CASE("what parts items is no part of them, whatever keyboard it was typed on") {
  for (const char* typed : {"Gout;", "Gout, ", "Gout； ", "Gout，", "Gout；,"}) {
    CHECK(without_separator(typed) == "Gout");
  }
  CHECK(without_separator(";").empty());
}

TEST_CASE("an empty text has no rules") {
  for (const char* text : {"", "\n\n", "   ", "*", "* \n- \n"}) {
    CHECK(to_text(parse_criteria(text)).empty());
  }
}

// A text of a megabyte in each of the shapes that could cost the square of its length.
// The limit is a hundred times what it takes; a square would take hours.
TEST_CASE("hostile texts take linear time and stay shallow") {
  const std::size_t times = 50000;
  for (const std::string part :
       {"* a:\n", "a:\n", "Exclusion Criteria: ", "Exclusion Criteria:\n", "1) ",
        "(1) a ", "1) a 2) b ", "((((", ":", "* ", "- ", "\xE2\x89\xA5", "inclusion ",
        "Note: a\n", "CAPITALS ONLY:\n", "\xFF", "  * a\n", "Cohort 1\n",
        "1) a or 2) b 3) c\n"}) {
    INFO(part);
    const auto start = std::chrono::steady_clock::now();
    const Criteria criteria = parse_criteria(repeated(part, times));
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
    CHECK(depth_of(criteria.other.rules) <= 9);
  }
  std::string stairs;
  for (std::size_t i = 0; i < 1500; ++i) {
    stairs += std::string(2 * i, ' ') + "* a:\n";
  }
  CHECK(depth_of(parse_criteria(stairs).other.rules) == 8);
}
