// Reading level: the texts that we wrote stay short and plain (Flesch-Kincaid grade).

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/text.hpp"
#include "words/impl.hpp"
#include "words/words.hpp"

namespace trialsheet {
namespace {

struct Level {
  double sentences = 0;
  double words = 0;
  double syllables = 0;

  double sentence_length() const { return words / sentences; }
  double grade() const {
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
  }
};

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// Runs of vowels, without a silent e at the end; at least one.
int syllables_of(const std::string& word) {
  int runs = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    runs += is_vowel(word[i]) && (i == 0 || !is_vowel(word[i - 1])) ? 1 : 0;
  }
  const bool silent = word.ends_with("e") && !word.ends_with("le") && runs > 1;
  return std::max(1, runs - (silent ? 1 : 0));
}

void add_text(const std::string& text, Level& level) {
  std::string word;
  for (const char c : lower_ascii(text) + " ") {
    if ((c >= 'a' && c <= 'z') || c == '\'' || (c >= '0' && c <= '9')) {
      word += c;
      continue;
    }
    if (!word.empty()) {
      level.words += 1;
      level.syllables += syllables_of(word);
    }
    word.clear();
    level.sentences += c == '.' || c == '?' ? 1 : 0;
  }
}

bool is_sentence(const std::string& text) {
  return text.ends_with(".") || text.ends_with("?");
}

Level level_of_sheet(const Words& words) {
  Level level;
  for (const auto& [key, text] : words.impl().catalog->texts) {
    const bool is_date = key.starts_with("date.");
    if (is_sentence(text) && !is_date) {
      add_text(text, level);
    }
  }
  return level;
}

Level level_of_questions(const Words& words) {
  Level level;
  for (const CompiledRule& compiled : *words.impl().questions) {
    for (const std::string& wording : compiled.rule.wordings) {
      add_text(wording, level);
    }
  }
  return level;
}

TEST_CASE(
    "The sentences we wrote are at grade 8 or below, 15 words or fewer on average") {
  const Words words("en");
  for (const Level& level : {level_of_sheet(words), level_of_questions(words)}) {
    CAPTURE(level.grade(), level.sentence_length());
    CHECK(level.grade() <= 8);
    CHECK(level.sentence_length() <= 15);
  }
}

TEST_CASE("No text presses, praises or promises") {
  const Words words("en");
  for (const auto& [key, text] : words.impl().catalog->texts) {
    const std::string lower = lower_ascii(text);
    for (const char* word :
         {"new treatment", "safe and", "effective", "free ", "you qualify", "hope",
          "breakthrough", "promising", "best"}) {
      CAPTURE(key, text, word);
      CHECK(lower.find(word) == std::string::npos);
    }
  }
}

}  // namespace
}  // namespace trialsheet
