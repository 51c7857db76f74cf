// Numbers: digits, Roman numerals and powers of ten, each in one spelling.

#include "criteria/conserved_numbers.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace trialsheet {
namespace {

constexpr std::size_t group = 3;  // digits between the commas of a number

bool has_only_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether the commas of "1,500,000" part thousands.
bool parts_thousands(std::string_view whole) {
  std::size_t comma = whole.find(',');
  if (comma == 0 || comma > group) {
    return false;
  }
  for (; comma != std::string_view::npos; comma = whole.find(',', comma + 1)) {
    const std::string_view rest = whole.substr(comma + 1);
    if (std::min(rest.find(','), rest.size()) != group) {
      return false;
    }
  }
  return true;
}

bool is_at(const Tokens& tokens, std::size_t at, std::string_view plain) {
  return at < tokens.size() && tokens[at].plain == plain;
}

/// "x", "×" and their like.
bool multiplies(const Tokens& tokens, std::size_t at) {
  return is_at(tokens, at, "x") || is_at(tokens, at, "×") || is_at(tokens, at, "*") ||
         is_at(tokens, at, "·");
}

/// '9' for "⁹"; 0 if it is no figure set high.
char raised_digit(std::string_view sign) {
  constexpr std::array<std::string_view, 10> raised = {"⁰", "¹", "²", "³", "⁴",
                                                       "⁵", "⁶", "⁷", "⁸", "⁹"};
  const auto found = std::find(raised.begin(), raised.end(), sign);
  return found == raised.end() ? '\0' : static_cast<char>('0' + (found - raised.begin()));
}

/// The exponent that starts at `at`, and its tokens; none if it is empty.
std::pair<std::string, std::size_t> exponent(const Tokens& tokens, std::size_t at) {
  const auto number_at = [&tokens](std::size_t index) {
    return index < tokens.size() && has_only_digits(tokens[index].plain);
  };
  if (is_at(tokens, at, "^") && number_at(at + 1)) {
    return {std::string(tokens[at + 1].plain), 2};
  }
  if (is_at(tokens, at, "(") && number_at(at + 1) && is_at(tokens, at + 2, ")")) {
    return {std::string(tokens[at + 1].plain), 3};
  }
  std::string digits;
  constexpr std::size_t most_digits = 2;
  for (std::size_t i = at; i < tokens.size() && digits.size() < most_digits; ++i) {
    const char digit = raised_digit(tokens[i].plain);
    if (digit == '\0') {
      break;
    }
    digits += digit;
  }
  const std::size_t count = digits.size();
  return {std::move(digits), count};
}

/// "9" of "109", an exponent that lost its place; empty if there is none such.
std::string_view fallen_exponent(std::string_view digits) {
  constexpr std::array<std::string_view, 8> exponents = {"3", "4", "5",  "6",
                                                         "8", "9", "11", "12"};
  if (!digits.starts_with("10")) {
    return {};
  }
  const std::string_view rest = digits.substr(2);
  return std::find(exponents.begin(), exponents.end(), rest) == exponents.end()
             ? std::string_view()
             : rest;
}

/// False of nearly all tokens: neither a "10" nor a sign of multiplication.
bool may_begin_power(const Token& token) {
  return token.kind == Token::Kind::sign ||
         token.plain.front() == (token.kind == Token::Kind::word ? 'x' : '1');
}

}  // namespace

std::string plain_number(std::string_view digits) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::string_view whole = digits.substr(0, point);
  if (whole.find(',') == std::string_view::npos || !parts_thousands(whole)) {
    return std::string(digits);
  }
  std::string plain(whole);
  plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
  return plain + std::string(digits.substr(point));
}

std::optional<std::string> roman_number(std::string_view word) {
  constexpr std::array<std::string_view, 10> numerals = {"I",  "II",  "III",  "IV", "V",
                                                         "VI", "VII", "VIII", "IX", "X"};
  const std::size_t length = std::min(word.find_first_not_of("IVX"), word.size());
  if (length == 0) {
    return std::nullopt;
  }
  const std::string_view suffix = word.substr(length);
  const bool letter = suffix.size() == 1 &&
                      std::string_view("abcdABCD").find(suffix) != std::string_view::npos;
  const auto found = std::find(numerals.begin(), numerals.end(), word.substr(0, length));
  if (found == numerals.end() || (!suffix.empty() && !letter)) {
    return std::nullopt;
  }
  std::string number = std::to_string(found - numerals.begin() + 1);
  if (letter) {
    number += static_cast<char>(suffix[0] >= 'a' ? suffix[0] - 'a' + 'A' : suffix[0]);
  }
  return number;
}

std::optional<PowerOfTen> power_of_ten(const Tokens& tokens, std::size_t at) {
  if (at < tokens.size() && !may_begin_power(tokens[at])) {
    return std::nullopt;
  }
  const bool sign = multiplies(tokens, at);
  const std::size_t base = at + (sign ? 1U : 0U);
  if (base >= tokens.size()) {
    return std::nullopt;
  }
  std::string_view digits = tokens[base].plain;
  const bool glued =
      !sign && digits.starts_with('x') && has_only_digits(digits.substr(1));
  if (glued) {
    digits.remove_prefix(1);
  }
  const std::size_t count = base - at + 1;
  if (digits == "10") {
    const auto [power, more] = exponent(tokens, base + 1);
    return power.empty()
               ? std::nullopt
               : std::optional<PowerOfTen>({"10^" + power, count + more, sign || glued});
  }
  const std::string_view fallen = fallen_exponent(digits);
  if (fallen.empty() || (!sign && !glued) || !is_at(tokens, base + 1, "/")) {
    return std::nullopt;
  }
  return PowerOfTen{"10^" + std::string(fallen), count, true};
}

}  // namespace trialsheet
