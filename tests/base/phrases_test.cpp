// Tokens and phrases: the words of records, found as a reader would find them.

#include "base/phrases.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

namespace trialsheet {
namespace {

std::string tokens_of(std::string_view text) {
  std::string all;
  const Tokens tokens(text);
  for (const Token& token : tokens) {
    const char* kind = token.kind == Token::Kind::word     ? "w:"
                       : token.kind == Token::Kind::number ? "n:"
                                                           : "s:";
    all += (all.empty() ? "" : " ") + std::string(kind) + std::string(token.plain);
  }
  return all;
}

/// The ids found, each with the words it was found in: "1 birth control; 2 birth".
std::string found(const Phrases& phrases, std::string_view text) {
  std::string all;
  const Tokens tokens(text);
  for (const Phrases::Hit& hit : phrases.find(tokens)) {
    const std::size_t begin = tokens[hit.first].begin;
    const std::size_t end = tokens[hit.first + hit.count - 1].end;
    all += (all.empty() ? "" : "; ") + std::to_string(hit.id) + " " +
           std::string(text.substr(begin, end - begin));
  }
  return all;
}

TEST_CASE("a text is words, numbers and signs") {
  CHECK(tokens_of("ECOG 0-1, HbA1c ≥7.5%") ==
        "w:ecog n:0 s:- n:1 s:, w:hba1c s:≥ n:7.5 s:%");
  CHECK(tokens_of("Crohn’s, Crohn's and naïve") == "w:crohns s:, w:crohns w:and w:naïve");
  CHECK(tokens_of("1,500/mm3 5mg.") == "n:1,500 s:/ w:mm3 n:5 w:mg s:.");
  CHECK(tokens_of("") == "");
  CHECK(tokens_of("\xff'") == "s:\xff s:'");
}

TEST_CASE("phrases are found as whole words, with any ending where that is said") {
  Phrases phrases;
  phrases.add("pregnan*", 1);
  phrases.add("birth control", 2);
  phrases.add("ast", 3);
  phrases.add("birth", 4);
  CHECK(found(phrases, "Not pregnant, pregnancy test") == "1 pregnant; 1 pregnancy");
  CHECK(found(phrases, "use Birth-Control or birth / control") ==
        "4 Birth; 2 Birth-Control; 4 birth; 2 birth / control");
  CHECK(found(phrases, "birth, control; asthma; at last") == "4 birth");
  CHECK(found(phrases, "AST-") == "3 AST");
  CHECK(found(Phrases(), "anything").empty());
}

TEST_CASE("a word is told by its ending where that is said, and not inside others") {
  Phrases phrases;
  phrases.add("*statin", 1);
  phrases.add("*mab", 2);
  phrases.add("tin", 3);
  CHECK(found(phrases, "Atorvastatin or nystatin, statin; statins") ==
        "1 Atorvastatin; 1 nystatin; 1 statin");
  CHECK(found(phrases, "mab-like, rituximab 5mab") == "2 mab; 2 rituximab; 2 mab");
  CHECK_THROWS_AS(phrases.add("*", 4), std::invalid_argument);
  CHECK_THROWS_AS(phrases.add("*two words", 4), std::invalid_argument);
  CHECK_THROWS_AS(phrases.add("*mab*", 4), std::invalid_argument);
}

TEST_CASE("a phrase that could never be found is refused") {
  Phrases phrases;
  CHECK_THROWS_AS(phrases.add("", 1), std::invalid_argument);
  CHECK_THROWS_AS(phrases.add("*", 1), std::invalid_argument);
  CHECK_THROWS_AS(phrases.add("Birth control", 1), std::invalid_argument);
  CHECK_THROWS_AS(phrases.add("birth  control", 1), std::invalid_argument);
}

}  // namespace
}  // namespace trialsheet
