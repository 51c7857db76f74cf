// Phrases: which of many words and phrases stand in a text, found in one walk over it.

#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
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

  using Hits = std::pmr::vector<Hit>;

  /// All that stand in `text`, by their first token, the shorter of one start before the
  /// longer; phrases within others too.
  Hits find(const Tokens& text,
            std::pmr::memory_resource* memory = std::pmr::new_delete_resource()) const;

  /// The same, in the place of what `hits` held.
  void find(const Tokens& text, Hits& hits) const;

  /// For base/bytes.hpp.
  template <typename Archive>
  friend void fields(Archive& archive, Phrases& phrases) {
    archive(phrases.letters_, phrases.slots_, phrases.nodes_, phrases.endings_,
            phrases.affixes_, phrases.first_words_, phrases.starts_, phrases.ends_,
            phrases.short_starts_, phrases.short_ends_);
  }

 private:
  using Index = std::uint32_t;  ///< into one of the lists below; 0: none

  /// What was read when some words of a phrase are read.
  struct Node {
    std::uint64_t letters = 0;  ///< the first eight of the last word, as Token::letters()
    Index before = 0;           ///< what was read without it
    Index rest = 0;             ///< where its other letters begin in letters_
    std::uint16_t size = 0;     ///< of the whole word
    std::uint16_t on = 0;       ///< 1 where phrases go on with whole words
    Index ending = 0;           ///< the first of the phrases that end here
    Index start = 0;            ///< the first of the starts of a word that end one behind
    Index unused = 0;
  };
  /// A node by its last word and the node before it.
  struct Slot {
    std::uint32_t key = 0;
    Index node = 0;
  };
  struct Ending {
    std::uint32_t id = 0;
    Index next = 0;
  };
  /// How a word starts or ends.
  struct Affix {
    Index text = 0;  ///< where it begins in letters_
    std::uint16_t size = 0;
    std::uint16_t letters_hash = no_hash;  ///< of its three outermost letters
    std::uint32_t id = 0;
    Index next = 0;  ///< as long or longer
  };
  /// Of an affix of fewer letters.
  static constexpr std::uint16_t no_hash = UINT16_MAX;
  /// Affixes, told by the hash of their three outermost letters.
  struct Affixes {
    std::bitset<Token::letters_hashes> seen;  ///< of any other hash there is none
    std::array<Index, 512> first = {};        ///< of those that share nine bits of it
  };

  std::size_t place_of_slot(std::uint32_t key) const;
  bool is_last_word(const Node& node, Index before, const Token& token) const;
  Index child(Index node, const Token& token) const;
  Index child_or_new(Index node, const Token& token);
  void add_slot(Slot slot);
  void add_ending(Index node, std::uint32_t id);
  Index add_affix(Index first, std::string_view text, std::uint16_t letters_hash,
                  std::uint32_t id);
  Index add_letters(std::string_view text);
  template <typename Text>
  std::string_view text_of(const Text& text) const {
    return {letters_.values().data() + text.text, text.size};
  }
  void add_affix(Affixes& affixes, Index& short_ones, std::string_view text,
                 std::uint16_t letters_hash, std::uint32_t id);

  static bool may_fit(const Affix& affix, std::uint16_t letters_hash) {
    return affix.letters_hash == letters_hash || affix.letters_hash == no_hash;
  }
  bool has_affix(const Token& token) const;
  void find_words(const Tokens& text, std::size_t at, Hits& hits) const;
  void find_affixes(const Token& token, Hit hit, Hits& hits) const;
  void find_starts(Index first, const Token& word, Hit hit, Hits& hits) const;
  void find_ends(Index first, const Token& word, Hit hit, Hits& hits) const;

  FlatList<char> letters_;  ///< of words and affixes
  FlatList<Slot> slots_;    ///< by key, a power of two of them
  FlatList<Node> nodes_;    ///< the first is before the first word
  FlatList<Ending> endings_;
  FlatList<Affix> affixes_;
  std::bitset<1 << 14> first_words_;  ///< set for the hashes of words that begin a phrase
  Affixes starts_;
  Affixes ends_;
  Index short_starts_ = 0;  ///< of fewer letters
  Index short_ends_ = 0;
};

}  // namespace trialsheet
