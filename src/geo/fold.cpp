// Folds by Unicode's decomposition (NFKD): base letters stay, marks go.

#include "geo/fold.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>

#include "base/text.hpp"

namespace trialsheet {

namespace {

/// Letters that Unicode does not decompose, as people type them without their stroke.
struct Plain {
  char32_t letter;
  std::string_view plain;
};
constexpr std::array<Plain, 9> plain_letters = {{{U'ł', "l"},
                                                 {U'ø', "o"},
                                                 {U'đ', "d"},
                                                 {U'ð', "d"},
                                                 {U'þ', "th"},
                                                 {U'ß', "ss"},
                                                 {U'æ', "ae"},
                                                 {U'œ', "oe"},
                                                 {U'ı', "i"}}};

void append_letter(std::string& folded, char32_t code) {
  const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(code)));
  for (const auto& plain : plain_letters)
    if (plain.letter == lower) {
      folded += plain.plain;
      return;
    }
  folded += to_utf8(lower);
}

void append_folded(std::string& folded, char32_t code) {
  const auto type = u_charType(static_cast<UChar32>(code));
  if (type == U_NON_SPACING_MARK || code == U'\'' || code == U'’')
    return;
  if (u_isalnum(static_cast<UChar32>(code)) || code == 0xFFFD)
    append_letter(folded, code);
  else if (!folded.empty() && folded.back() != ' ')
    folded += ' ';
}

/// The full decomposition of `code`, or `code` itself.
std::u32string decomposed(char32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = unorm2_getNFKDInstance(&status);
  std::array<char16_t, 32> units{};
  const auto length =
      U_SUCCESS(status)
          ? unorm2_getDecomposition(normalizer, static_cast<UChar32>(code), units.data(),
                                    static_cast<int32_t>(units.size()), &status)
          : -1;
  if (length < 0 || U_FAILURE(status))
    return {code};
  std::u32string parts;
  for (int32_t i = 0; i < length; ++i) {
    const char32_t unit = units[static_cast<std::size_t>(i)];
    if (unit < 0xD800 || unit > 0xDFFF)
      parts += unit;
  }
  return parts;
}

}  // namespace

std::string fold_place(std::string_view name) {
  std::string folded;
  for (std::size_t at = 0; at < name.size();) {
    const auto [code, length] = character_at(name, at);
    at += length;
    if (code < 0x80)
      append_folded(folded, code);
    else
      for (const char32_t part : decomposed(code))
        append_folded(folded, part);
  }
  if (folded.ends_with(' '))
    folded.pop_back();
  return folded;
}

}  // namespace trialsheet
