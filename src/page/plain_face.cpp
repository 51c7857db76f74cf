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

PlainFace::Character PlainFace::character_at(std::string_view word, std::size_t at) {
  for (std::size_t quote = 0; quote < quotes.size(); ++quote)
    if (word.substr(at).starts_with(quotes[quote]))
      return {characters + 1 + quote, quotes[quote].size()};
  return {index(word[at]), 1};
}

std::optional<Shaped> PlainFace::shape(std::string_view word) const {
  const auto& table = table_of(word);
  Shaped shaped;
  shaped.glyphs.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const auto one = character_at(word, at);
    const auto next = at + one.size;
    const auto advance =
        next == word.size()
            ? table.alone[one.index]
            : table.before[one.index * count + character_at(word, next).index];
    if (advance < 0)
      return {};
    shaped.glyphs.push_back(
        {table.glyphs[one.index], static_cast<std::uint32_t>(at), advance});
    shaped.advance += advance;
    at = next;
  }
  return shaped;
}

/// The character of an index; empty for the one that stands for all others.
std::string PlainFace::text_of(std::size_t index) {
  if (index < characters)
    return std::string(1, static_cast<char>(first + static_cast<int>(index)));
  return index == characters ? "" : std::string(quotes[index - characters - 1]);
}

void PlainFace::fill(Table& table, Script script, const Ask& ask) {
  constexpr auto no = static_cast<std::int32_t>(not_plain);
  table.alone.fill(no);
  table.before.fill(no);
  for (std::size_t one = 0; one < count; ++one) {
    const auto glyphs = ask(text_of(one), script).glyphs;
    if (glyphs.size() == 1 && is_in_place(glyphs[0], 0)) {
      table.glyphs[one] = glyphs[0].id;
      table.alone[one] = glyphs[0].advance;
    }
  }
  for (std::size_t pair = 0; pair < count * count; ++pair) {
    const auto left = pair / count, right = pair % count;
    if (table.alone[left] < 0 || table.alone[right] < 0)
      continue;
    const auto text = text_of(left);
    const auto second = static_cast<std::uint32_t>(text.size());
    const auto glyphs = ask(text + text_of(right), script).glyphs;
    if (glyphs.size() == 2 && is_in_place(glyphs[0], 0) &&
        is_in_place(glyphs[1], second) && glyphs[0].id == table.glyphs[left] &&
        glyphs[1].id == table.glyphs[right] && glyphs[1].advance == table.alone[right])
      table.before[pair] = glyphs[0].advance;
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
