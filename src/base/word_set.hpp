// Word set: a few words, for a quick look at whether a text has one of them.

#pragma once

#include <bitset>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "base/tokens.hpp"

namespace trialsheet {

/// Looking is safe from any number of threads.
class WordSet {
 public:
  /// Of words as Token::plain has them. Keeps views of their letters.
  WordSet(std::initializer_list<std::string_view> words);

  bool has(const Token& token) const {
    return seen_[place_of(token)] && is_one(token.plain);
  }

  bool has_one_of(const Tokens& text) const;

 private:
  static constexpr int bits = 8;

  static std::size_t place_of(const Token& token) { return token.hash >> (32 - bits); }
  bool is_one(std::string_view word) const;

  std::bitset<1 << bits>
      seen_;  ///< where a word has its place; nearly no other word does
  std::vector<std::string_view> words_;
};

}  // namespace trialsheet
