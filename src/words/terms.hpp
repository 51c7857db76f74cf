// Terms: what of a rule of the record can be explained, and where it must not be.
//
// The terms are told by words of the record, so they are one file, in English
// (en/terms.json); their explanations are a file of each language (<tag>/glosses.json).

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrases.hpp"
#include "base/tokens.hpp"

namespace trialsheet {

/// Words that forbid or allow an explanation by standing nearby.
struct Surroundings {
  std::vector<std::uint32_t> phrases = {};  ///< as Terms::Found numbers them
  std::vector<std::string> signs = {};      ///< "%"; "#" stands for any number

  bool empty() const { return phrases.empty() && signs.empty(); }
};

struct Term {
  std::string id;
  std::string gloss;          ///< in the language of the sheet
  bool has_exact = false;     ///< then the next, and `needs`, are about those forms only
  bool only_defined = false;  ///< only where the record defines it as one of `names`
  bool writes_out = false;    ///< the gloss is the whole name: no study makes it known
  bool easy = false;          ///< explained only where nothing harder needs the room
  std::vector<std::string> names;   ///< that mean the same, as by plain_name; or "start*"
  std::vector<std::string> covers;  ///< terms that are explained with this one
  std::size_t within = 0;           ///< tokens that count as nearby
  Surroundings not_before;
  Surroundings not_after;
  Surroundings not_with;
  Surroundings needs;
  Surroundings not_studied;   ///< a study of this explains the term better
  Surroundings only_studied;  ///< in no other study it is certain what is meant
};

/// The terms of a file with their words compiled. Thread-safe once made.
class Terms {
 public:
  /// Reads the contents of two files as README.md has them; throws Error{Fault::layout}.
  /// `foreign`: the explanations are in another language than the record, and isolated
  /// (base/isolate.hpp) where they stand in its words.
  Terms(std::string_view file, std::string_view json, std::string_view glosses_file,
        std::string_view glosses_json, bool foreign = false);
  Terms() = default;  ///< none

  static constexpr std::uint32_t none = UINT32_MAX;

  /// A place in a text.
  struct Found {
    std::uint32_t id;   ///< of a term, or `none` where nothing is explained; of a phrase
    std::size_t first;  ///< index of its first token
    std::size_t end;    ///< of the token after its last
    bool short_form;    ///< spelled exactly so: an abbreviation
  };
  struct Reading {
    std::vector<Found> terms;         ///< of one start the longest only
    std::vector<Found> surroundings;  ///< phrases that terms ask for
  };

  /// What of all this stands in `text`, whose tokens are `tokens`.
  Reading read(std::string_view text, const Tokens& tokens) const;

  const std::vector<Term>& all() const { return terms_; }

  /// The indices of those that are not explained in every study.
  const std::vector<std::uint32_t>& not_always() const { return not_always_; }

  /// For base/bytes.hpp.
  template <typename Archive>
  friend void fields(Archive& archive, Terms& terms) {
    archive(terms.terms_, terms.not_always_, terms.marks_, terms.phrases_);
  }

 private:
  friend class TermsReader;

  /// What a phrase of the set means.
  struct Mark {
    std::uint32_t id;
    bool surrounding;
    std::string exact;  ///< spelled so, or not at all; empty: in any case

    template <typename Archive>
    friend void fields(Archive& archive, Mark& mark) {
      archive(mark.id, mark.surrounding, mark.exact);
    }
  };

  std::vector<Term> terms_;
  std::vector<std::uint32_t> not_always_;
  std::vector<Mark> marks_;
  Phrases phrases_;
};

}  // namespace trialsheet
