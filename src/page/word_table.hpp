// The word table: what was shaped, found again by its text, font and direction.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "page/unicode.hpp"

namespace trialsheet {

/// A distance in millionths of the type size. Words are measured in it once and hold for
/// every size; whole numbers, so sums do not depend on order.
using MicroEm = std::int64_t;

struct ShapedGlyph {
  std::uint16_t id = 0;
  std::uint32_t cluster = 0;  ///< byte within the shaped text
  std::int32_t advance = 0;   ///< MicroEm, as are the next two
  std::int32_t x = 0;         ///< drawn this far right of the pen
  std::int32_t y = 0;         ///< and this far above the baseline
};

/// Glyphs from left to right as drawn.
struct Shaped {
  std::vector<ShapedGlyph> glyphs;
  MicroEm advance = 0;
};

/// Keeps its words at their places until it is told to forget.
class WordTable {
 public:
  /// What a word is found by.
  struct Key {
    std::string_view text;
    int font;
    Direction direction;
  };

  /// nullptr if it is not there.
  const Shaped* find(const Key& key);

  /// Adds a word that is not there.
  const Shaped& add(const Key& key, Shaped shaped);

  std::size_t size() const { return words_.size(); }

  /// The memory that texts and glyphs take, about.
  std::size_t bytes() const { return bytes_; }

  /// Forgets the words that were not asked for again since it last forgot; all of them,
  /// if that would be less than half.
  void forget();

 private:
  static constexpr std::size_t least_slots = 1024;

  struct Word {
    std::string text;
    int font;
    Direction direction;
    bool asked_again;
    Shaped shaped;
  };
  /// A word's place in the table, found by its hash from there on.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t word = 0;  ///< one more than its index; 0: free
  };

  static std::uint32_t hash_of(const Key& key);
  static std::size_t bytes_of(const Word& word);
  Slot& slot_for(std::uint32_t hash, const Key& key);
  void rebuild();

  std::deque<Word> words_;
  std::vector<Slot> slots_ = std::vector<Slot>(least_slots);  ///< a power of two
  std::size_t bytes_ = 0;
};

}  // namespace trialsheet
