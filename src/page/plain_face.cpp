// Widths are sums over a table of pairs: a page asks for those of thousands of words that
// it does not show in the end.

#include "page/plain_face.hpp"

#include <memory>

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

PlainFace::PlainFace(std::string_view all, std::size_t index)
    : tables_(reinterpret_cast<const Tables*>(all.data()) + index) {}

/// HarfBuzz takes the script of a word from its first letter.
const PlainFace::Table& PlainFace::table_of(std::string_view word) const {
  for (const char c : word)
    if (is_letter(c))
      return tables_->latin;
  return tables_->none;
}

MicroEm PlainFace::advance(std::string_view word) const {
  const auto& table = table_of(word);
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
  return signs < 0 ? not_plain : sum + table.alone[left];
}

void PlainFace::fill(Table& table, Script script, const Ask& ask) {
  constexpr auto no = static_cast<std::int32_t>(not_plain);
  table.alone.fill(no);
  table.before.fill(no);
  std::array<char, 2> text = {};
  for (std::size_t one = 0; one < characters; ++one) {
    text[0] = static_cast<char>(first + static_cast<int>(one));
    const auto glyphs = ask({text.data(), 1}, script).glyphs;
    if (glyphs.size() == 1 && is_in_place(glyphs[0], 0)) {
      table.glyphs[one] = glyphs[0].id;
      table.alone[one] = glyphs[0].advance;
    }
  }
  for (std::size_t pair = 0; pair < characters * characters; ++pair) {
    const auto left = pair / characters, right = pair % characters;
    if (table.alone[left] < 0 || table.alone[right] < 0)
      continue;
    text = {static_cast<char>(first + static_cast<int>(left)),
            static_cast<char>(first + static_cast<int>(right))};
    const auto glyphs = ask({text.data(), 2}, script).glyphs;
    if (glyphs.size() == 2 && is_in_place(glyphs[0], 0) && is_in_place(glyphs[1], 1) &&
        glyphs[0].id == table.glyphs[left] && glyphs[1].id == table.glyphs[right] &&
        glyphs[1].advance == table.alone[right])
      table.before[left * count + right] = glyphs[0].advance;
  }
}

std::string PlainFace::asked(const Ask& ask) {
  static_assert(alignof(Tables) <= 16, "embedded files are aligned to 16 bytes");
  const auto tables = std::make_unique<Tables>();  // all of it zero
  fill(tables->latin, Script::latin, ask);
  fill(tables->none, Script::none, ask);
  return {reinterpret_cast<const char*>(tables.get()), sizeof(Tables)};
}

}  // namespace trialsheet
