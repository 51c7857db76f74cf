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

}  // namespace

std::size_t after_colon(std::string_view line, std::size_t at) {
  constexpr std::string_view full_width = "\xEF\xBC\x9A";
  if (line.substr(at).starts_with(':')) {
    return at + 1;
  }
  return line.substr(at).starts_with(full_width) ? at + full_width.size() : at;
}

std::vector<LineWord> words_of(std::string_view line) {
  std::vector<LineWord> words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    while (at < line.size() && is_word_byte(line[at]) && after_colon(line, at) == at) {
      ++at;
    }
    if (at > begin) {
      words.push_back({lower_ascii(line.substr(begin, at - begin)), begin, at});
    }
    at = std::max(at + (at == begin ? 1U : 0U), after_colon(line, at));
  }
  return words;
}

bool has_word_of(std::string_view line, std::string_view list) {
  const std::vector<LineWord> words = words_of(line);
  return std::any_of(words.begin(), words.end(), [list](const LineWord& word) {
    return list.find(' ' + word.text + ' ') != std::string_view::npos;
  });
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
