// Patterns: whole lines of eligibility lists that recur, and what they say in plain
// words.
//
// A rule is worded by a pattern only if all of it matches, from the first word to the
// last. The patterns are data (en/patterns.json), in the language of the record; what
// they say is a text of each language (rules.say.<id> in sheet.json). Whether a wording
// kept what the rule says is proved elsewhere (criteria/conserved.hpp).

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/tokens.hpp"
#include "words/words.hpp"

namespace trialsheet {

class ByteWriter;
class ByteReader;

/// A pattern that a whole line matched, and what stood in its slots.
struct LineMatch {
  std::string id;
  std::map<std::string, std::string> slots;  ///< as typed in the record
};

/// The patterns of a file, compiled; thread-safe once made.
class Patterns {
 public:
  /// Reads `json`, the content of `file`, as README.md has it; throws
  /// Error{Fault::layout}.
  Patterns(std::string_view file, std::string_view json);
  /// What pack() wrote.
  explicit Patterns(ByteReader& packed);
  ~Patterns();
  Patterns(Patterns&&) noexcept;
  Patterns& operator=(Patterns&&) noexcept;

  void pack(ByteWriter& writer) const;

  /// The first pattern for `list` ("inclusion", "exclusion") that all of `text` matches;
  /// stops and semicolons at its end aside. `tokens` are those of `text`.
  std::optional<LineMatch> match(std::string_view list, std::string_view text,
                                 const Tokens& tokens) const;

  /// Ids in the order of the file, for tests of the texts.
  std::vector<std::string> ids() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Those that `words` were read with.
const Patterns& patterns(const Words& words);

}  // namespace trialsheet
