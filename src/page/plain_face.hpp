// Plain words: ASCII in a face of our own, whose glyphs are those of its characters, and
// in which only neighbours move each other. What HarfBuzz says of two characters then
// holds wherever they meet; tests/page/plain_face_test.cpp holds that against whole
// words.

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "page/word_table.hpp"

namespace trialsheet {

/// What one face makes of plain words, from left to right; it learns as it is asked. For
/// one thread.
class PlainFace {
 public:
  /// Whether the script that HarfBuzz would see in the text is Latin, or none.
  enum class Script { none, latin };

  /// Shapes a text of one or two characters.
  using Ask = std::function<Shaped(std::string_view, Script)>;

  /// What advance() says of other words: HarfBuzz has to see all of them.
  static constexpr MicroEm not_plain = -2;

  explicit PlainFace(Ask ask);

  /// The width of a word of one character or more, or not_plain.
  MicroEm advance(std::string_view word);

  /// Calls `act` with the glyph of each character of `word` and how far it moves the pen;
  /// false, and no call, if the word is not plain.
  template <typename Act>
  bool visit(std::string_view word, Act act) {
    if (advance(word) < 0)
      return false;
    const auto& table = table_of(word);
    auto left = index(word[0]);
    for (std::size_t i = 1; i < word.size(); ++i) {
      const auto right = index(word[i]);
      act(table.glyphs[left], table.before[left * count + right]);
      left = right;
    }
    act(table.glyphs[left], table.alone[left]);
    return true;
  }

 private:
  static constexpr int first = ' ', last = '~';
  static constexpr std::size_t characters = last - first + 1;
  static constexpr std::size_t count =
      characters + 1;  ///< one for all that are not plain
  static constexpr std::int32_t unknown = -1;

  /// In one script.
  struct Table {
    Script script = Script::none;
    std::array<std::uint16_t, count> glyphs = {};
    std::array<std::int32_t, count> alone = {};  ///< advances at the end, or as above
    std::vector<std::int32_t> before;            ///< and before each other
  };

  static std::size_t index(char c) {
    const auto above = static_cast<unsigned char>(c - first);
    return std::min<std::size_t>(above, characters);
  }

  Table& table_of(std::string_view word);
  MicroEm advance_anew(Table& table, std::string_view word);
  std::int32_t alone(Table& table, std::string_view one);
  std::int32_t before(Table& table, std::string_view two);

  Ask ask_;
  Table latin_;
  Table none_;
};

}  // namespace trialsheet
