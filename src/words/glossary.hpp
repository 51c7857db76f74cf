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
  /// terms are not explained, for its readers know them better (but abbreviations that
  /// stand for them are); `definitions` what its texts say of their abbreviations.
  Explained(const Words& words, const std::vector<std::string>& studied,
            Definitions definitions);

  /// These need no more explanation; ids from Glossed::terms.
  void add(const std::vector<std::string>& terms);

  /// From now on it is about sentences of the page's own, where a reader meets what is
  /// studied first: that is explained too, but no term that many people know.
  void go_on_to_sentences();

  /// The page prints `title`: what that writes out need not be written out again.
  void add_title(std::string_view title);

  bool has(std::string_view term) const { return terms_.contains(term); }
  const Definitions& definitions() const { return definitions_; }

 private:
  friend class Glosser;

  std::set<std::string, std::less<>> terms_;    ///< explained on the page
  std::set<std::string, std::less<>> studied_;  ///< explained in short forms only
  std::set<std::string, std::less<>> barred_;   ///< not to be explained
  std::set<std::string, std::less<>> sure_;     ///< of Term::only_studied: meant here
  Definitions definitions_;                     ///< that the record gives
  bool sentences_ = false;
  Definitions titled_;  ///< those that the page's title gives
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
