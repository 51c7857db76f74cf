// The words of a line: bytes of letters, figures and of anything beyond ASCII.

#include "criteria/words_of.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace trialsheet {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         c == '-' || c == '/' || static_cast<unsigned char>(c) >= 0x80;
}

/// Of a word: its first byte and the one after its last.
struct Place {
  std::size_t begin;
  std::size_t end;
};

/// Whether a word goes on at `at`; the full-width colon, which begins as letters may,
/// ends it.
bool goes_on_at(std::string_view line, std::size_t at) {
  return at < line.size() && is_word_byte(line[at]) &&
         (line[at] != '\xEF' || after_colon(line, at) == at);
}

/// The next word from `at` on; an empty place where there is none.
Place next_word(std::string_view line, std::size_t at) {
  while (at < line.size() && !goes_on_at(line, at)) {
    at = std::max(at + 1, after_colon(line, at));
  }
  const std::size_t begin = at;
  while (goes_on_at(line, at)) {
    ++at;
  }
  return {begin, at};
}

}  // namespace

std::size_t after_colon(std::string_view line, std::size_t at) {
  constexpr std::string_view full_width = "\xEF\xBC\x9A";
  if (line.substr(at).starts_with(':')) {
    return at + 1;
  }
  return line.substr(at).starts_with(full_width) ? at + full_width.size() : at;
}

std::vector<LineWord> words_of(std::string_view line) {
  constexpr std::size_t short_word = 6;  // with the space behind it
  std::vector<LineWord> words;
  words.reserve(line.size() / short_word + 1);
  for (Place word = next_word(line, 0); word.begin < word.end;
       word = next_word(line, word.end)) {
    words.push_back({lower_ascii(line.substr(word.begin, word.end - word.begin)),
                     word.begin, word.end});
  }
  return words;
}

bool has_word_of(std::string_view line, std::string_view list) {
  for (Place word = next_word(line, 0); word.begin < word.end;
       word = next_word(line, word.end)) {
    const LowerText lower(line.substr(word.begin, word.end - word.begin));
    if (stands_in(list, lower.view())) {
      return true;
    }
  }
  return false;
}

bool stands_in(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (at > 0 && end < list.size() && list[at - 1] == ' ' && list[end] == ' ') {
      return true;
    }
  }
  return false;
}

bool makes_a_sentence(const LineWord& word) {
  constexpr std::array<std::string_view, 38> verbs = {
      "meet",    "meets", "meeting", "met",       "fulfil", "fulfill", "fulfils",
      "satisfy", "not",   "no",      "any",       "all",    "must",    "may",
      "will",    "could", "can",     "should",    "apply",  "applies", "the",
      "these",   "those", "who",     "which",     "that",   "is",      "be",
      "has",     "have",  "had",     "following", "and",    "or",      "confirm",
      "listed",  "see",   "one"};
  return std::find(verbs.begin(), verbs.end(), word.text) != verbs.end();
}

}  // namespace trialsheet
