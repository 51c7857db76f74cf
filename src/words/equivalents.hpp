// Equivalents: which words of a rule mean the same, for the check that a wording
// conserves its source (criteria/conserved.hpp).
//
// They are data (en/equivalents.json), declared one by one, for a clinician to correct.
// What is not declared is a difference, so a missing line costs a plain wording and a
// wrong one costs the truth: add with care.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/tokens.hpp"
#include "words/words.hpp"

namespace trialsheet {

class ByteWriter;
class ByteReader;

/// One thing that a rule says and that must not be lost.
struct Meaning {
  enum class Kind {
    number,
    comparison,
    negation,
    exception,
    connective,
    time,
    condition,
    choice,  ///< "whichever is longer"
    unit,
    frequency,
    quantifier,
    quality,  ///< known, active, severe, prior ...
    word,     ///< anything else, such as a drug or a disease
  };

  Kind kind = Kind::word;
  std::string text;

  friend bool operator==(const Meaning&, const Meaning&) = default;
  friend auto operator<=>(const Meaning&, const Meaning&) = default;
};

/// "number", "comparison" ...: as the file and a Difference name it.
std::string_view to_text(Meaning::Kind kind);

/// Words that mean the same.
struct Equivalent {
  enum class Only { everywhere, before_number, after_number };

  std::vector<Meaning> means;  ///< none: the words say nothing that could be lost
  Only only = Only::everywhere;
  std::vector<std::string> words;  ///< each a word, a sign or a phrase of them
};

/// The equivalents of a file, compiled. Thread-safe once made.
class Equivalents {
 public:
  /// Reads `json`, the content of `file`, as README.md has it; throws
  /// Error{Fault::layout}.
  Equivalents(std::string_view file, std::string_view json);
  /// What pack() wrote.
  explicit Equivalents(ByteReader& packed);
  ~Equivalents();
  Equivalents(Equivalents&&) noexcept;
  Equivalents& operator=(Equivalents&&) noexcept;

  void pack(ByteWriter& writer) const;

  struct Match {
    const Equivalent* equivalent = nullptr;  ///< nullptr: none
    std::size_t count = 0;                   ///< of its tokens
  };

  /// The longest words of the file that start at token `at` of `tokens`, which are those
  /// of `text`. `after_number`: whether a number stands before, with at most its unit
  /// between.
  Match find(std::string_view text, const Tokens& tokens, std::size_t at,
             bool after_number) const;

  const std::vector<Equivalent>& all() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Those that `words` were read with.
const Equivalents& equivalents(const Words& words);

}  // namespace trialsheet
