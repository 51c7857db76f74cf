// Word set: a bit for the hash of each word, and the words to be sure.

#include "base/word_set.hpp"

#include <algorithm>

namespace trialsheet {

WordSet::WordSet(std::initializer_list<std::string_view> words) : words_(words) {
  for (const std::string_view word : words) {
    seen_.set(place_of(Tokens(word)[0]));
  }
}

bool WordSet::is_one(std::string_view word) const {
  return std::find(words_.begin(), words_.end(), word) != words_.end();
}

bool WordSet::has_one_of(const Tokens& text) const {
  return std::any_of(text.begin(), text.end(),
                     [this](const Token& token) { return has(token); });
}

}  // namespace trialsheet
