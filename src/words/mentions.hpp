// Mentions: plain names for what rules are about, and the lines that name several rules.
//
// Where rules have no room of their own, one line may name what they are about ("Ask
// about heart attack, stroke and cancer (4 rules)"). A name says nothing of what the rule
// wants, so it can change nothing. Which words have which name is data
// (en/mentions.json); the names themselves are texts of each language (rules.name in
// sheet.json).

#pragma once

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

/// A line for rules of some categories: rules.mention.<id> of sheet.json.
struct MentionLine {
  std::string id;
  std::vector<std::string> of;  ///< categories
  /// Categories of which it takes the rules that name something of its own first.
  std::vector<std::string> also;
  std::vector<std::string> in;  ///< lists: "inclusion", "exclusion"
  bool tells_more = false;      ///< it says so where a rule is about more than its names
  int least = 1;                ///< it names so many rules or more
  int worth = 0;                ///< hundredths of the worth of the rules that it names
  bool leads = false;           ///< it stands before all rules of its list
};

/// What a rule is about: rules.name.<id> of sheet.json.
struct MentionName {
  std::string id;
  std::string line;                 ///< id of the line that says it
  std::string as;                   ///< the {name} of its text; empty: it has none
  std::vector<std::string> unless;  ///< names of a rule beside which it adds nothing
};

/// The line that can name a rule, and what the rule is about, in its order.
struct Mentioned {
  std::size_t line;  ///< index in lines()
  std::vector<const MentionName*> names;
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

  /// Whether a line can name rules of `list` that are of `category`.
  bool can_name(std::string_view list, std::string_view category) const;

  /// What names a rule of `list` ("inclusion") that is of `category` and says `text`, by
  /// what stands before its first exception and is not "non-"; nothing if no line does.
  std::optional<Mentioned> in(std::string_view list, std::string_view category,
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
