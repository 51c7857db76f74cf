// A set of words: what is in it is found, whatever its place among the hashes.

#include "base/word_set.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace trialsheet {
namespace {

TEST_CASE("a set of words has its words, in any case, and no others") {
  const WordSet words = {"must", "should", "crohns"};
  CHECK(words.has_one_of(Tokens("They MUST agree")));
  CHECK(words.has_one_of(Tokens("Crohn's")));
  CHECK_FALSE(words.has_one_of(Tokens("mustard, shoulder")));
  CHECK_FALSE(words.has_one_of(Tokens("")));
  for (int i = 0; i < 2000; ++i) {
    CHECK_FALSE(words.has_one_of(Tokens("word" + std::to_string(i))));
  }
}

}  // namespace
}  // namespace trialsheet
