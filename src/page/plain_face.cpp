// Widths are sums over a table of pairs: a page asks for those of thousands of words that
// it does not show in the end.

#include "page/plain_face.hpp"

#include <utility>

namespace trialsheet {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether a glyph stands where its pen is and is of the character at `byte`.
bool is_in_place(const ShapedGlyph& glyph, std::uint32_t byte) {
  return glyph.cluster == byte && glyph.x == 0 && glyph.y == 0 && glyph.advance >= 0;
}

}  // namespace

PlainFace::PlainFace(Ask ask) : ask_(std::move(ask)) {
  latin_.script = Script::latin;
  for (auto* table : {&latin_, &none_}) {
    table->alone.fill(unknown);
    table->alone.back() = not_plain;
    table->before.assign(count * count, unknown);
    for (std::size_t i = 0; i < count; ++i)
      table->before[i * count + characters] = table->before[characters * count + i] =
          not_plain;
  }
}

/// HarfBuzz takes the script of a word from its first letter.
PlainFace::Table& PlainFace::table_of(std::string_view word) {
  for (const char c : word)
    if (is_letter(c))
      return latin_;
  return none_;
}

MicroEm PlainFace::advance(std::string_view word) {
  auto& table = table_of(word);
  MicroEm sum = 0;
  std::int32_t signs = 0;
  auto left = index(word[0]);
  for (std::size_t i = 1; i < word.size(); ++i) {
    const auto right = index(word[i]);
    const auto advance = table.before[left * count + right];
    signs |= advance;
    sum += advance;
    left = right;
  }
  signs |= table.alone[left];
  return signs < 0 ? advance_anew(table, word) : sum + table.alone[left];
}

/// Where something is not known yet, or not plain.
MicroEm PlainFace::advance_anew(Table& table, std::string_view word) {
  MicroEm sum = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto advance = i + 1 < word.size() ? before(table, word.substr(i, 2))
                                             : alone(table, word.substr(i));
    if (advance < 0)
      return not_plain;
    sum += advance;
  }
  return sum;
}

std::int32_t PlainFace::alone(Table& table, std::string_view one) {
  auto& advance = table.alone[index(one[0])];
  if (advance == unknown) {
    const auto glyphs = ask_(one, table.script).glyphs;
    const bool is_plain = glyphs.size() == 1 && is_in_place(glyphs[0], 0);
    advance = is_plain ? glyphs[0].advance : static_cast<std::int32_t>(not_plain);
    if (is_plain)
      table.glyphs[index(one[0])] = glyphs[0].id;
  }
  return advance;
}

std::int32_t PlainFace::before(Table& table, std::string_view two) {
  const auto left = index(two[0]);
  const auto right = index(two[1]);
  auto& advance = table.before[left * count + right];
  if (advance == unknown) {
    advance = not_plain;
    const auto end = alone(table, two.substr(1));
    if (alone(table, two.substr(0, 1)) < 0 || end < 0)
      return advance;
    const auto glyphs = ask_(two, table.script).glyphs;
    if (glyphs.size() == 2 && is_in_place(glyphs[0], 0) && is_in_place(glyphs[1], 1) &&
        glyphs[0].id == table.glyphs[left] && glyphs[1].id == table.glyphs[right] &&
        glyphs[1].advance == end)
      advance = glyphs[0].advance;
  }
  return advance;
}

}  // namespace trialsheet
