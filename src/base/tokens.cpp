// Tokens: one walk over the characters.

#include "base/tokens.hpp"

#include "base/text.hpp"

namespace trialsheet {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Beyond ASCII: letters of the scripts that records use, not their signs ("×", "≥",
/// "“").
bool is_letter(char32_t code) {
  if (code < 0x80) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  }
  const bool sign = (code < 0xC0 && code != 0xAA && code != 0xB5 && code != 0xBA) ||
                    code == 0xD7 || code == 0xF7 || (code >= 0x2000 && code < 0x2C00) ||
                    (code >= 0x3000 && code < 0x3040) ||
                    (code >= 0xFE00 && code < 0xFE70) || code >= 0xFF00;
  return !sign;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_apostrophe(char32_t code) {
  return code == '\'' || code == 0x2019;
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter(character_at(text, at).code);
}

std::size_t end_of_number(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         (is_digit(text[at]) || ((text[at] == '.' || text[at] == ',') &&
                                 at + 1 < text.size() && is_digit(text[at + 1])))) {
    ++at;
  }
  return at;
}

/// Where the word that starts at `at` ends; appends it to `plain`.
std::size_t end_of_word(std::string_view text, std::size_t at, std::string& plain) {
  while (at < text.size()) {
    const Character character = character_at(text, at);
    const bool inside =
        is_apostrophe(character.code) && is_letter_at(text, at + character.length);
    if (!inside && !is_letter(character.code) && !is_digit(text[at])) {
      break;
    }
    for (const char c : text.substr(at, inside ? 0 : character.length)) {
      plain += lower(c);
    }
    at += character.length;
  }
  return at;
}

}  // namespace

Tokens::Tokens(std::string_view text) {
  plain_.reserve(text.size());  // no token is longer than its text, so views stay good
  tokens_.reserve(text.size() / 5);
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r') {
      ++at;
      continue;
    }
    Token token = {Token::Kind::sign, at, at + character.length, {}};
    const std::size_t before = plain_.size();
    if (is_digit(text[at])) {
      token.kind = Token::Kind::number;
      token.end = end_of_number(text, at);
      plain_ += text.substr(at, token.end - at);
    } else if (is_letter(character.code)) {
      token.kind = Token::Kind::word;
      token.end = end_of_word(text, at, plain_);
    } else {
      plain_ += text.substr(at, character.length);
    }
    token.plain = std::string_view(plain_).substr(before);
    at = token.end;
    tokens_.push_back(token);
  }
}

}  // namespace trialsheet
