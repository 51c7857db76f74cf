// Tokens: a text as words, numbers and signs, for whatever looks for words in records.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

struct Token {
  enum class Kind {
    word,    ///< letters, then letters and digits: "HbA1c", "Crohn's", "naïve"
    number,  ///< digits with points and commas between them: "1,500", "0.5"
    sign,    ///< any other character that is not white space: ">", "≥", "("
  };

  Kind kind;
  std::size_t begin;       ///< first byte in the text
  std::size_t end;         ///< byte after the last
  std::string_view plain;  ///< in lower case, without apostrophes: "crohns"
};

/// The tokens of a text, in its order. Neither copied nor moved once made: `plain` of
/// each looks into it.
class Tokens {
 public:
  /// Any bytes; linear in their number. Keeps no view of `text`.
  explicit Tokens(std::string_view text);
  Tokens(const Tokens&) = delete;
  Tokens& operator=(const Tokens&) = delete;

  std::size_t size() const { return tokens_.size(); }
  bool empty() const { return tokens_.empty(); }
  const Token& operator[](std::size_t index) const { return tokens_[index]; }
  std::vector<Token>::const_iterator begin() const { return tokens_.begin(); }
  std::vector<Token>::const_iterator end() const { return tokens_.end(); }

 private:
  std::string plain_;
  std::vector<Token> tokens_;
};

}  // namespace trialsheet
