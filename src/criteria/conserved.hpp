// Conserved: the check that a plain wording says what its rule says, no more, no less.
//
// It knows nothing of how wordings are made. It reads both texts into meanings (numbers,
// comparisons, negations, exceptions, and/or, time, units, and every word that names a
// thing) and compares these, up to the equivalences that words/en/equivalents.json
// declares. When in doubt there is a difference: then the record's own words are shown.
//
// What it cannot see: tense beyond "had", who does what to whom within a clause, the
// reach of a list's comma, and whether a declared equivalence is true.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "words/equivalents.hpp"

namespace trialsheet {

/// What a wording lost, gained or changed of its source.
struct Difference {
  std::string kind;    ///< as to_text(Meaning::Kind), or "order"
  std::string lost;    ///< of the source; empty if nothing
  std::string gained;  ///< by the wording; empty if nothing

  friend bool operator==(const Difference&, const Difference&) = default;
};

/// The differences of two rules in English, by kind; empty if there are none. Any bytes;
/// in time that grows as their number, but for a sort.
///
/// The meanings must be the same as often, and in the same order; only within a stretch
/// without number, comparison, negation, exception, connective, time and condition may
/// they change places ("HIV infection", "infection with HIV").
std::vector<Difference> differences(const Equivalents& equivalents,
                                    std::string_view source, std::string_view wording);

/// The same, where the tokens of `source` are known.
std::vector<Difference> differences(const Equivalents& equivalents,
                                    std::string_view source, const Tokens& source_tokens,
                                    std::string_view wording);

inline bool conserves(const Equivalents& equivalents, std::string_view source,
                      std::string_view wording) {
  return differences(equivalents, source, wording).empty();
}

/// Whether `wording` is `source` to the letter once each of `inserted`, in the order of
/// the text, is taken out of it: glosses with the space before them, " [a blood test]".
bool inserted_only(std::string_view source, std::string_view wording,
                   const std::vector<std::string>& inserted);

}  // namespace trialsheet
