// Insertions: explanations that may be put into a text, of which there is room for few.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "words/glossary.hpp"

namespace trialsheet {

struct Insertion {
  std::size_t at;  ///< byte of the text that it stands before
  std::string gloss;
  std::size_t first_term;  ///< what it explains, of a list of terms: from this one
  std::size_t end_term;    ///< to before this one
  bool hard;               ///< few people know the term
};

/// Keeps at most `most`: those of the hardest terms, and of these the first. What the
/// others explain is taken out of `terms`.
void keep_hardest(std::vector<Insertion>& insertions, std::size_t most,
                  std::vector<std::string>& terms);

/// Writes `text` with the explanations in it to `glossed`. Takes their words.
void insert(std::string_view text, std::vector<Insertion>& insertions, Glossed& glossed);

}  // namespace trialsheet
