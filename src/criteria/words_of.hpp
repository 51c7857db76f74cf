// The words of a line, for telling headings and names of groups from sentences.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

struct LineWord {
  std::string text;  ///< lower case, without punctuation around it
  std::size_t begin;
  std::size_t end;
};

std::vector<LineWord> words_of(std::string_view line);

/// Whether the line has a word of the list, which starts and ends with a space.
bool has_word_of(std::string_view line, std::string_view list);

/// Whether `word` stands in such a list.
bool stands_in(std::string_view list, std::string_view word);

/// Words that make a sentence of what stands around them.
bool makes_a_sentence(const LineWord& word);

/// Where the colon that starts at `at` ends; `at` if none starts there.
std::size_t after_colon(std::string_view line, std::size_t at);

}  // namespace trialsheet
