// Phrases: which of many words and phrases stand in a text, found in one walk over it.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/tokens.hpp"

namespace trialsheet {

/// A set of phrases, compiled once; looking is safe from any number of threads.
///
/// A phrase is words in lower case with one space between them. In the text there may
/// also be a hyphen or a slash between two words. A last word that ends in "*" stands for
/// every word that begins so: "pregnan*"; one word after "*" for every word that ends so:
/// "*statin".
class Phrases {
 public:
  Phrases();

  /// Adds `phrase`; whoever finds it gets `id`. Throws std::invalid_argument if it is
  /// empty or holds a character that no text in lower case can match.
  void add(std::string_view phrase, std::uint32_t id);

  struct Hit {
    std::uint32_t id;
    std::size_t first;  ///< index of its first token
    std::size_t count;  ///< of its tokens, signs between words included
  };

  /// All that stand in `text`, by their first token, the shorter of one start before the
  /// longer; phrases within others too.
  std::vector<Hit> find(const Tokens& text) const;

  /// Those that start at token `at`.
  void find_at(const Tokens& text, std::size_t at, std::vector<Hit>& hits) const;

 private:
  /// Links are indices; 0: none.
  struct Node {
    char character = 0;
    std::uint32_t child = 0;
    std::uint32_t sibling = 0;
    std::uint32_t ending = 0;  ///< the first of the phrases that end here
  };
  struct Ending {
    std::uint32_t id = 0;
    bool any = false;  ///< the word may go on
    std::uint32_t next = 0;
  };

  void add_ending(std::string_view text, bool any, std::uint32_t id);
  void find_by_ending(const Tokens& text, std::size_t at, std::vector<Hit>& hits) const;
  std::uint32_t next(std::uint32_t node, char character) const;
  std::uint32_t next_or_new(std::uint32_t node, char character);

  void add_hits(std::uint32_t node, bool any, std::size_t first, std::size_t count,
                std::vector<Hit>& hits) const;

  std::vector<Node> nodes_;
  std::vector<Ending> endings_;
  std::array<std::uint32_t, 256> first_ = {};  ///< of the root: most words end here
};

}  // namespace trialsheet
