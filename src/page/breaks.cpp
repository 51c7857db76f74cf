// Line breaks for texts that are Latin mostly. Spaces decide; ICU is asked only where a
// script has rules of its own, so a Latin page never waits for it.

#include "page/breaks.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "base/text.hpp"
#include "page/unicode.hpp"

namespace trialsheet {

namespace {

/// From this length a token may be broken after a hyphen or slash (SHEET_DESIGN, section
/// 3).
constexpr std::size_t breakable_token = 16;

/// Short words, and the bytes that they begin with, by which most others are told.
template <std::size_t count>
class ShortWords {
 public:
  constexpr explicit ShortWords(const std::string_view (&words)[count])
      : words_(std::to_array(words)) {
    for (const auto word : words_)
      begins_[static_cast<unsigned char>(word.front())] = true;
  }

  bool has(std::string_view token) const {
    return !token.empty() && begins_[static_cast<unsigned char>(token.front())] &&
           std::find(words_.begin(), words_.end(), token) != words_.end();
  }

 private:
  std::array<std::string_view, count> words_;
  std::array<bool, 256> begins_{};
};

/// What a number is not parted from: SI and clinical units of the records, words of time.
constexpr ShortWords units({"%",       "cm",     "cm2",   "day",    "days",   "dL",
                            "g",       "g/L",    "g/dL",  "hours",  "hour",   "IU",
                            "IU/L",    "IU/mL",  "kg",    "kg/m2",  "kg/m^2", "kg/m²",
                            "L",       "m2",     "m²",    "mcg",    "mg",     "mg/L",
                            "mg/dL",   "mg/dl",  "mg/kg", "mg/m2",  "mg/m²",  "mL",
                            "mL/min",  "ml/min", "ml",    "mm",     "mm3",    "mmHg",
                            "mmol/L",  "mmol/l", "month", "months", "msec",   "minute",
                            "minutes", "min",    "ms",    "ng/dL",  "ng/mL",  "ng/ml",
                            "nmol/L",  "points", "ULN",   "U/L",    "week",   "weeks",
                            "year",    "years",  "yrs",   "hrs",    "lbs",    "pounds",
                            "Gy",      "°C",     "µg",    "x",      "×"});

constexpr ShortWords signs({"≥", "≤", ">", "<", "=", "±", "~", "+/-", "≧", "≦",
                            ">=", "<=", "x", "×"});

constexpr std::size_t longest_sign = 3;  ///< in bytes

/// What a number of one or two digits is not parted from: "phase 2", "type 1".
constexpr ShortWords numbered({"phase", "phases", "type", "stage", "grade", "class",
                               "cohort", "part", "day", "week"});

constexpr std::size_t longest_numbered = 6;

bool is_space(char c) {
  return c <= ' ' && (c == ' ' || c == '\n' || c == bare_line_end);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_letter_or_digit(char c) {
  return is_letter(c) || is_digit(c);
}

bool is_number(std::string_view token) {
  return !token.empty() && is_digit(token.back()) &&
         std::all_of(token.begin(), token.end(), [](char c) {
           return is_digit(c) || c == '.' || c == ',' || c == '-' || c == '/';
         });
}

/// Whether a token begins and ends with ASCII, and so with no quotation mark below.
bool is_ascii(std::string_view token) {
  return token.empty() || ((token.front() | token.back()) & 0x80) == 0;
}

constexpr auto opening_quotes = std::to_array<std::string_view>({"“", "«", "‘", "„"});
constexpr auto closing_quotes = std::to_array<std::string_view>({"”", "»", "’"});

/// `token` without the punctuation and quotation marks around it.
std::string_view without_marks(std::string_view token) {
  constexpr std::string_view marks = "()[]\".,;:";
  if (!token.empty() && is_letter_or_digit(token.front()) &&
      is_letter_or_digit(token.back()))
    return token;
  for (auto before = token.size() + 1; before != token.size();) {
    before = token.size();
    if (!token.empty() && marks.find(token.front()) != token.npos)
      token.remove_prefix(1);
    if (!token.empty() && marks.find(token.back()) != token.npos)
      token.remove_suffix(1);
    if (is_ascii(token))
      continue;
    for (const auto quote : opening_quotes)
      if (token.starts_with(quote))
        token.remove_prefix(quote.size());
    for (const auto quote : closing_quotes)
      if (token.ends_with(quote))
        token.remove_suffix(quote.size());
  }
  return token;
}

/// Signs begin with no letter or figure, but for "x".
bool may_be_sign(std::string_view token) {
  return token.size() <= longest_sign &&
         (token.empty() || !is_letter_or_digit(token.front()) || token == "x");
}

std::size_t token_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_space(text[at]))
    ++at;
  return at;
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Whether a hyphen joins what is typed in one go: a telephone number, an address.
bool is_typed_whole(std::string_view word) {
  return word.find('@') != word.npos ||
         std::none_of(word.begin(), word.end(),
                      [](char c) { return is_letter(c) || (c & 0x80) != 0; });
}

/// Adds the breaks inside a long word: at least three characters stay on either side. An
/// e-mail address ends its line behind the "@" alone.
void add_inner(std::string_view word, std::size_t begin,
               std::vector<std::size_t>& offsets) {
  if (word.size() < breakable_token || characters_in(word) < breakable_token)
    return;
  if (is_typed_whole(word)) {
    if (const auto at = word.find('@'); at != word.npos && at + 1 < word.size())
      offsets.push_back(begin + at + 1);
    return;
  }
  for (std::size_t i = 3; i + 3 < word.size(); ++i)
    if (word[i] == '-' || word[i] == '/' || word[i] == ';' ||
        (word[i] == ',' && !(word[i + 1] >= '0' && word[i + 1] <= '9')))
      if (word[i + 1] != '/' && word[i + 1] != '-')
        offsets.push_back(begin + i + 1);
}

/// The same for each word of a token: a script that sets no spaces ends the words of
/// another.
void add_inner_of_words(std::string_view token, std::size_t begin,
                        std::vector<std::size_t>& offsets) {
  if (std::all_of(token.begin(), token.end(), [](char c) { return (c & 0x80) == 0; })) {
    add_inner(token, begin, offsets);
    return;
  }
  std::size_t word = 0;
  for (std::size_t at = 0; at < token.size();) {
    const auto [code, length] = character_at(token, at);
    if (breaks_by_script(code)) {
      add_inner(token.substr(word, at - word), begin + word, offsets);
      word = at + length;
    }
    at += length;
  }
  add_inner(token.substr(word), begin + word, offsets);
}

/// "(4" of "(4 rules)": a bracket that only counts is read in one go.
bool opens_a_count(std::string_view token) {
  return token.starts_with('(') && is_number(token.substr(1));
}

/// Whether a line may end behind the token [begin, end), where the next begins at `next`.
/// Most are words that their first and last letters tell from what belongs together.
bool may_end_behind(std::string_view text, std::size_t begin, std::size_t end,
                    std::size_t next) {
  if (begin < end && is_letter(text[begin]) && text[begin] != 'x' &&
      !is_digit(text[end - 1]) && is_letter(text[next]))
    return true;
  const auto token = text.substr(begin, end - begin);
  return !belong_together(token, text.substr(next, token_end(text, next) - next)) &&
         !opens_a_count(token);
}

std::vector<std::size_t> space_breaks(std::string_view text) {
  std::vector<std::size_t> offsets;
  offsets.reserve(text.size() / 5 + 2);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = token_end(text, begin);
    bool is_last_in_line = false;  // the spaces behind the token end the line
    auto next = end;
    for (; next < text.size() && is_space(text[next]); ++next)
      is_last_in_line = is_last_in_line || text[next] != ' ';
    if (end - begin >= breakable_token)
      add_inner_of_words(text.substr(begin, end - begin), begin, offsets);
    if (next == text.size() || is_last_in_line || may_end_behind(text, begin, end, next))
      offsets.push_back(next);
    begin = next;
  }
  if (offsets.empty() || offsets.back() != text.size())
    offsets.push_back(text.size());
  return offsets;
}

/// The first byte from `at` on that begins a character of three or more bytes, or npos:
/// eight are looked at at once.
std::size_t find_long_character(std::string_view text, std::size_t at) {
  constexpr std::uint64_t top_bits = 0x8080808080808080;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if ((bytes & bytes << 1 & bytes << 2 & top_bits) != 0)
      break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0xE0)
    ++at;
  return at < text.size() ? at : text.npos;
}

bool has_own_rules(std::string_view text) {
  // Scripts that break without spaces begin at U+0E00, lead byte E0.
  for (auto at = find_long_character(text, 0); at != text.npos;
       at = find_long_character(text, at + 1))
    if (breaks_by_script(character_at(text, at).code))
      return true;
  return false;
}

/// Whether a script with rules of its own stands on either side. A number is not parted
/// from the character that says what it counts, nor from one that makes it an ordinal.
bool breaks_by_own_rules(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size())
    return false;
  auto start = offset - 1;
  while (start > 0 && (text[start] & 0xC0) == 0x80)
    --start;
  const auto before = character_at(text, start).code;
  const auto after = character_at(text, offset).code;
  constexpr char32_t ordinal = 0x7B2C;  // 第
  const auto is_figure = [](char32_t code) { return code >= '0' && code <= '9'; };
  if (is_figure(before) || (before == ordinal && is_figure(after)))
    return false;
  return breaks_by_script(after) || breaks_by_script(before);
}

/// The same text with “ and ” as 「 and 」, which take as many bytes. UAX #14 knows only
/// of these that a line may break before the one and after the other; in a script without
/// spaces it would never break at quotation marks.
std::string with_corner_quotes(std::string_view text) {
  constexpr std::string_view marks[][2] = {
      {"“", "「"}, {"”", "」"}, {"‘", "『"}, {"’", "』"}};
  std::string result(text);
  for (const auto& [mark, corner] : marks)
    for (auto at = result.find(mark); at != result.npos; at = result.find(mark, at))
      result.replace(at, mark.size(), corner);
  return result;
}

/// Whether neither can be a sign, a number or what it counts, as their first and last
/// letters tell: so it is with most words. "x" is a sign.
bool are_words(std::string_view before, std::string_view after) {
  return !before.empty() && !after.empty() && is_letter(before.front()) &&
         before.front() != 'x' && !is_digit(before.back()) && is_letter(after.front());
}

}  // namespace

bool belong_together(std::string_view before, std::string_view after) {
  if (are_words(before, after))
    return false;
  const auto bare = without_marks(before);
  if (may_be_sign(bare) && signs.has(bare))
    return true;
  const auto number = without_marks(after);
  if (number.size() <= 2 && bare.size() <= longest_numbered && is_number(number) &&
      numbered.has(lower_ascii(bare)))
    return true;
  // A mark behind the number ends what it counts: "0, 1 or 2".
  const bool open = !before.empty() && is_digit(before.back());
  return open && is_number(bare) && units.has(without_marks(after));
}

std::vector<std::size_t> break_offsets(std::string_view text) {
  auto offsets = space_breaks(text);
  if (!has_own_rules(text))
    return offsets;
  for (const auto offset : line_break_offsets(with_corner_quotes(text)))
    if (breaks_by_own_rules(text, offset))
      offsets.push_back(offset);
  std::sort(offsets.begin(), offsets.end());
  offsets.erase(std::unique(offsets.begin(), offsets.end()), offsets.end());
  return offsets;
}

std::vector<std::size_t> emergency_offsets(std::string_view text, std::size_t begin,
                                           std::size_t end, Emergency emergency) {
  constexpr std::string_view marks = "-/@._,:;)]=&?";
  std::vector<std::size_t> offsets;
  for (auto at = begin; at < end;) {
    const auto [code, length] = character_at(text, at);
    at += length;
    if (at >= end)
      break;
    const bool combining =
        character_at(text, at).code >= 0x300 && character_at(text, at).code <= 0x36F;
    const bool mark = code < 0x80 && marks.find(static_cast<char>(code)) != marks.npos;
    if (emergency == Emergency::anywhere ? !combining : mark)
      offsets.push_back(at);
  }
  return offsets;
}

}  // namespace trialsheet
