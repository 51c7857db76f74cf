// Finds NCT numbers in what people type: characters are brought to plain ASCII, then each
// place where a number may start is tried.

#include "base/nct.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace trialsheet {

namespace {

// Longer than any address with a number in it; more would only take time.
constexpr std::size_t longest = 2000;
constexpr std::size_t digit_count = 8;
// What stands between the parts of a number: "NCT: 0515-3070".
constexpr std::size_t most_separators = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The zeros of the decimal digits that keyboards of our languages type (Unicode, Nd):
/// Arabic, Persian, Devanagari, Bengali, full width.
constexpr std::array<char32_t, 5> zeros = {0x660, 0x6F0, 0x966, 0x9E6, 0xFF10};

/// The ASCII character that is meant, or a space.
char plain(char32_t code) {
  if (code < 0x80) {
    return static_cast<char>(code);
  }
  for (const char32_t zero : zeros) {
    if (code >= zero && code < zero + 10) {
      return static_cast<char>('0' + (code - zero));
    }
  }
  const bool is_full_width = code > 0xFF00 && code < 0xFF5F;  // "ＮＣＴ"
  return is_full_width ? static_cast<char>(code - 0xFF00 + ' ') : ' ';
}

std::string plain_text(std::string_view typed) {
  std::string text;
  for (std::size_t at = 0; at < typed.size();) {
    const auto [code, length] = character_at(typed, at);
    text += plain(code);
    at += length;
  }
  return lower_ascii(text);
}

bool is_separator(char c) {
  return !is_digit(c) && !is_letter(c) && c != '/';
}

/// After the separators at `at`, or `at` itself if they are too many.
std::size_t after_separators(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_separator(text[end])) {
    ++end;
  }
  return end - at <= most_separators ? end : at;
}

/// The eight digits from `at` on, and where they end; empty if they are not there.
struct Digits {
  std::string text;
  std::size_t end = 0;
};

Digits digits_from(std::string_view text, std::size_t at) {
  Digits digits;
  while (digits.text.size() < digit_count) {
    at = digits.text.empty() ? at : after_separators(text, at);
    if (at >= text.size() || !(is_digit(text[at]) || text[at] == 'o')) {
      return {};
    }
    digits.text += text[at] == 'o' ? '0' : text[at];
    ++at;
  }
  digits.end = at;
  const bool goes_on = at < text.size() && is_digit(text[at]);
  return goes_on ? Digits() : digits;
}

/// Every number behind "nct".
void find_named(std::string_view text, std::string& found, bool& is_ambiguous) {
  for (auto at = text.find("nct"); at != text.npos; at = text.find("nct", at + 3)) {
    const bool is_within_word =
        at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]));
    const Digits digits = digits_from(text, after_separators(text, at + 3));
    if (is_within_word || digits.text.empty()) {
      continue;
    }
    is_ambiguous = is_ambiguous || (!found.empty() && found != digits.text);
    found = digits.text;
  }
}

/// A text that is eight digits and nothing else.
std::string bare_number(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos || !is_digit(text[first])) {
    return {};
  }
  const Digits digits = digits_from(text, first);
  const bool is_all = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(digits.end),
                                  text.end(), is_separator);
  return is_all ? digits.text : std::string();
}

}  // namespace

bool is_nct_number(std::string_view text) {
  return text.size() == 3 + digit_count && text.starts_with("NCT") &&
         std::all_of(text.begin() + 3, text.end(), is_digit);
}

std::optional<std::string> find_nct_number(std::string_view typed) {
  if (typed.size() > longest) {
    return std::nullopt;
  }
  const std::string text = plain_text(typed);
  std::string digits;
  bool is_ambiguous = false;
  find_named(text, digits, is_ambiguous);
  if (digits.empty()) {
    digits = bare_number(text);
  }
  if (digits.empty() || is_ambiguous) {
    return std::nullopt;
  }
  return "NCT" + digits;
}

}  // namespace trialsheet
