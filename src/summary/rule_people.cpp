// Whom a rule is for: told by its first words, or by the heading over it.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/tokens.hpp"
#include "base/word_set.hpp"
#include "summary/sense.hpp"

namespace trialsheet {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : lower_ascii(text)) {
    const bool letter = (c >= 'a' && c <= 'z') || c == '-';
    if (letter) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

bool is_one_of(std::string_view word,
               const std::initializer_list<std::string_view>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

const WordSet& parts() {
  static const WordSet words = {"cohort", "cohorts", "arm",   "arms",   "group",
                                "groups", "part",    "phase", "stratum"};
  return words;
}

/// Cheap, and true of few rules: the others need no closer look.
bool names_a_part_before(const Tokens& text, std::size_t reach) {
  return std::any_of(text.begin(), text.end(), [reach](const Token& token) {
    return token.begin < reach && parts().has(token);
  });
}

}  // namespace

bool is_for_a_part(const RuleText& rule) {
  constexpr std::size_t reach = 40;  // ours: the part stands among the first words
  if (!names_a_part_before(rule.tokens, reach)) {
    return false;
  }
  const Tokens words(rule.text.substr(0, reach));
  std::size_t at = 0;
  while (at < words.size() &&
         is_one_of(words[at].plain, {"for", "in", "the", "only", "participants",
                                     "patients", "subjects", "people", "men", "women"})) {
    ++at;
  }
  return at + 1 < words.size() && parts().has(words[at]) &&
         (words[at + 1].kind == Token::Kind::number ||
          is_one_of(words[at + 1].plain,
                    {"a", "b", "c", "d", "e", "i", "ii", "iii", "iv", "ia", "ib"}));
}

bool names_people(std::string_view heading) {
  constexpr std::array<std::string_view, 19> people = {
      "cohort", "group",    "arm",   "control", "case",  "patient", "healthy",
      "volunt", "particip", "part",  "phase",   "famil", "child",   "adult",
      "parent", "caregiv",  "women", "men",     "stage"};
  constexpr std::array<std::string_view, 17> others = {
      "baseline", "screening", "visit", "operat",     "intraoperat", "pre-op",
      "intra-op", "post-op",   "surg",  "intra-surg", "random",      "determin",
      "prior",    "related",   "entry", "condition",  "criteria"};
  const std::vector<std::string> words = words_of(heading);
  const auto has = [&words](const auto& list) {
    return std::any_of(words.begin(), words.end(), [&list](const std::string& word) {
      return std::any_of(list.begin(), list.end(), [&word](std::string_view each) {
        return word.starts_with(each);
      });
    });
  };
  return has(people) || (!words.front().empty() && !has(others));
}

}  // namespace trialsheet
