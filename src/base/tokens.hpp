// Tokens: a text as words, numbers and signs, for whatever looks for words in records.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
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
  std::uint32_t hash;      ///< of `plain`: of equal ones equal, of others hardly ever
  std::size_t begin;       ///< first byte in the text
  std::size_t end;         ///< byte after the last
  std::string_view plain;  ///< in lower case, without apostrophes: "crohns"
};

/// The tokens of a text, in its order. Neither copied nor moved once made: `plain` of
/// each looks into it, and those of a short text need no memory of their own.
class Tokens {
 public:
  using List = std::pmr::vector<Token>;

  /// Any bytes; linear in their number. Keeps no view of `text`.
  explicit Tokens(std::string_view text);
  Tokens(const Tokens&) = delete;
  Tokens& operator=(const Tokens&) = delete;

  std::size_t size() const { return tokens_.size(); }
  bool empty() const { return tokens_.empty(); }
  const Token& operator[](std::size_t index) const { return tokens_[index]; }
  List::const_iterator begin() const { return tokens_.begin(); }
  List::const_iterator end() const { return tokens_.end(); }

 private:
  std::array<std::byte, 2048> near_;  ///< enough for most rules of a record
  std::pmr::monotonic_buffer_resource memory_{near_.data(), near_.size()};
  List tokens_{&memory_};
};

}  // namespace trialsheet
