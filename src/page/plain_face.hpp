// Plain words: ASCII in a face of our own, whose glyphs are those of its characters, and
// in which only neighbours move each other. What HarfBuzz says of two characters then
// holds wherever they meet; tests/page/plain_cut_test.cpp holds that against whole
// words. The build asks it for all of them (page/tool), so that no page need.

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "page/word_table.hpp"

namespace trialsheet {

/// What one face makes of plain words, from left to right. A view; immutable.
class PlainFace {
 public:
  /// Whether the script that HarfBuzz would see in the text is Latin, or none.
  enum class Script { none, latin };

  /// Shapes a text of one or two characters.
  using Ask = std::function<Shaped(std::string_view, Script)>;

  /// What advance() says of other words: HarfBuzz has to see all of them.
  static constexpr MicroEm not_plain = -2;

  /// All that a face says of plain words, for the constructor; some 20,000 questions.
  static std::string asked(const Ask& ask);

  /// Of the face `index` among those that the build asked; `all` is what they said, one
  /// behind the other, and aligned as embedded files are.
  PlainFace(std::string_view all, std::size_t index);

  /// How many faces spoke in `all`.
  static std::size_t count_in(std::string_view all) {
    return all.size() / sizeof(Tables);
  }

  /// The width of a word of one character or more, or not_plain.
  MicroEm advance(std::string_view word) const;

  /// What HarfBuzz makes of a word of one character or more that may have quotation marks
  /// in it; nullopt for other words.
  std::optional<Shaped> shape(std::string_view word) const;

  /// Calls `act` with the glyph of each character of `word`, of which advance() knew the
  /// width, and how far it moves the pen.
  template <typename Act>
  void visit(std::string_view word, Act act) const {
    const auto& table = table_of(word);
    auto left = index(word[0]);
    for (std::size_t i = 1; i < word.size(); ++i) {
      const auto right = index(word[i]);
      act(table.glyphs[left], table.before[left * count + right]);
      left = right;
    }
    act(table.glyphs[left], table.alone[left]);
  }

 private:
  static constexpr int first = ' ', last = '~';
  static constexpr std::size_t characters = last - first + 1;
  /// Beyond ASCII: they stand at words of the record that are quoted.
  static constexpr std::array<std::string_view, 2> quotes = {"“", "”"};
  /// By character, one for all that are not plain, by quotation mark.
  static constexpr std::size_t count = characters + 1 + quotes.size();

  /// In one script.
  struct Table {
    std::array<std::uint16_t, count> glyphs;
    std::array<std::int32_t, count> alone;           ///< advances at the end, or as above
    std::array<std::int32_t, count * count> before;  ///< and before each other
  };
  struct Tables {
    Table latin, none;
  };

  static std::size_t index(char c) {
    const auto above = static_cast<unsigned char>(c - first);
    return std::min<std::size_t>(above, characters);
  }

  /// A character of a word: its index in the tables, and its bytes.
  struct Character {
    std::size_t index;
    std::size_t size;
  };
  static Character character_at(std::string_view word, std::size_t at);

  static std::string text_of(std::size_t index);
  const Table& table_of(std::string_view word) const;
  static void fill(Table& table, Script script, const Ask& ask);

  const Tables* tables_;
};

}  // namespace trialsheet
