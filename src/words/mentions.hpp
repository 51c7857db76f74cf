// Mentions: plain names for what rules are about, and the lines that name several rules.
//
// Where rules have no room of their own, one line may name what they are about ("Ask
// about heart attack, stroke and cancer (4 rules)"). A name says nothing of what the rule
// wants, so it can change nothing. Which words have which name is data
// (en/mentions.json); the names themselves are texts of each language (rules.name in
// sheet.json).

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/tokens.hpp"
#include "words/words.hpp"

namespace trialsheet {

class ByteWriter;
class ByteReader;

/// A line for rules of some categories: rules.mention.<id> of sheet.json.
struct MentionLine {
  std::string id;
  std::vector<std::string> of;  ///< categories
  std::vector<std::string> in;  ///< lists: "inclusion", "exclusion"
  bool tells_more = false;      ///< it says so where a rule is about more than its names
  int least = 1;                ///< it names so many rules or more
  int worth = 0;                ///< hundredths of the worth of the rules that it names
};

/// Compiled from a file; thread-safe once made.
class Mentions {
 public:
  /// Reads `json`, the content of `file`, as README.md has it; throws
  /// Error{Fault::layout}.
  Mentions(std::string_view file, std::string_view json);
  /// What pack() wrote.
  explicit Mentions(ByteReader& packed);
  ~Mentions();
  Mentions(Mentions&&) noexcept;
  Mentions& operator=(Mentions&&) noexcept;

  void pack(ByteWriter& writer) const;

  const std::vector<MentionLine>& lines() const;

  /// Ids of the names for `line` that `text` gives cause for, in its order, each once:
  /// those before its first exception, and not of what it is "non-".
  std::vector<std::string_view> names_in(const MentionLine& line,
                                         const Tokens& text) const;

  /// All names, for tests of the texts.
  std::vector<std::string> names() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Those that `words` were read with.
const Mentions& mentions(const Words& words);

}  // namespace trialsheet
