// Glossary: a short explanation after a medical term where a page names it first,
// "ECOG [activity score; 0 is best] 0 to 2".
//
// Nothing of the record's words is changed or left out: without what was inserted a text
// is what it was, to the letter. Where a term may mean two things it is not explained,
// unless the record itself says what it means.

#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/tokens.hpp"
#include "words/harvest.hpp"
#include "words/words.hpp"

namespace trialsheet {

/// What a page has explained so far, and what must not be explained on it. Copies are
/// independent: keep one to go back to.
class Explained {
 public:
  /// Nothing so far, of no record in particular.
  Explained() = default;

  /// A page about a record: `studied` are its conditions, keywords and titles, whose
  /// terms are not explained, for its readers know them better; `record` its texts that
  /// may define abbreviations (titles, summary, eligibility), one after the other with a
  /// line break between.
  Explained(const Words& words, const std::vector<std::string>& studied,
            std::string_view record);

  /// These need no more explanation; ids from Glossed::terms.
  void add(const std::vector<std::string>& terms);

  bool has(std::string_view term) const { return terms_.contains(term); }
  const Definitions& definitions() const { return definitions_; }

 private:
  friend class Glosser;

  std::set<std::string, std::less<>> terms_;    ///< explained on the page
  std::set<std::string, std::less<>> studied_;  ///< not to be explained
  Definitions definitions_;                     ///< that the record gives
};

struct Glossed {
  std::string text;
  std::vector<std::string> inserted;  ///< " [explanation]", in the order of the text
  bool hard = false;                  ///< one of these is of a term that few people know
  bool easy = false;                  ///< one of these is of a term that many know
  /// What a reader knows now: the terms explained, and those that the text itself
  /// explains. More than `inserted`, perhaps.
  std::vector<std::string> terms;
};

/// `text`, a rule of the record, with an explanation after each term that is named here
/// for the first time; at most two, of the terms that fewest people know. `already` is
/// not changed: what becomes part of the page is told to it with add(). Linear;
/// thread-safe.
Glossed gloss(const Words& words, std::string_view text, const Explained& already);

/// The same, where the tokens of `text` are known.
Glossed gloss(const Words& words, std::string_view text, const Tokens& tokens,
              const Explained& already);

}  // namespace trialsheet
