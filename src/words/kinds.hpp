// Kinds: what a rule of the record is about, by the words in it.
//
// Only the count line uses this ("8 on tests"), so a doubtful rule is better called
// "other" than wrongly named. The words are data, in the language of the record.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "words/words.hpp"

namespace trialsheet {

/// A kind and the words that tell it.
struct KindOfRule {
  std::string kind;                  ///< "tests": key of its texts under count.kind
  std::vector<std::string> starts;   ///< how a word may begin: "pregnan"
  std::vector<std::string> phrases;  ///< whole words: "birth control"
};

/// Reads `json`, the content of `file`, as README.md has it; throws Error{Fault::layout}.
std::vector<KindOfRule> read_kinds(std::string_view file, std::string_view json);

/// The kind of a rule that says `text`; "other" if no word tells it.
std::string kind_of(const Words& words, std::string_view text);

/// All kinds in the order of the file, "other" last.
std::vector<std::string> kinds(const Words& words);

}  // namespace trialsheet
