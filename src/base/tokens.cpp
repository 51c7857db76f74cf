// Tokens: one walk over the characters.

#include "base/tokens.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/text.hpp"

namespace trialsheet {
namespace {

/// What a byte begins, if nothing but itself tells.
enum class Byte : std::uint8_t { sign, space, digit, letter, beyond_ascii };

constexpr std::array<Byte, 256> make_bytes() {
  std::array<Byte, 256> bytes = {};
  for (const char c : {' ', '\n', '\t', '\r'}) {
    bytes[static_cast<unsigned char>(c)] = Byte::space;
  }
  for (std::size_t c = '0'; c <= '9'; ++c) {
    bytes[c] = Byte::digit;
  }
  for (std::size_t c = 'a'; c <= 'z'; ++c) {
    bytes[c] = bytes[c - 'a' + 'A'] = Byte::letter;
  }
  for (std::size_t c = 0x80; c < bytes.size(); ++c) {
    bytes[c] = Byte::beyond_ascii;
  }
  return bytes;
}

constexpr std::array<Byte, 256> bytes = make_bytes();

Byte byte_of(char c) {
  return bytes[static_cast<unsigned char>(c)];
}

/// Beyond ASCII: letters of the scripts that records use, not their signs ("×", "≥",
/// "“").
bool is_letter(char32_t code) {
  if (code < 0x80) {
    return bytes[code] == Byte::letter;
  }
  const bool sign = (code < 0xC0 && code != 0xAA && code != 0xB5 && code != 0xBA) ||
                    code == 0xD7 || code == 0xF7 || (code >= 0x2000 && code < 0x2C00) ||
                    (code >= 0x3000 && code < 0x3040) ||
                    (code >= 0xFE00 && code < 0xFE70) || code >= 0xFF00;
  return !sign;
}

/// Letters and digits of ASCII in lower case; 0 for all other bytes.
constexpr std::array<char, 256> make_lower() {
  std::array<char, 256> lower = {};
  for (std::size_t c = 0; c < lower.size(); ++c) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool inside = bytes[c] == Byte::letter || bytes[c] == Byte::digit;
    lower[c] = inside ? static_cast<char>(capital ? c - 'A' + 'a' : c) : '\0';
  }
  return lower;
}

constexpr std::array<char, 256> lower = make_lower();

bool is_apostrophe(char32_t code) {
  return code == '\'' || code == 0x2019;
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter(character_at(text, at).code);
}

/// Bytes that may be read behind a plain form, whatever they are.
constexpr std::size_t read_behind = sizeof(std::uint64_t);

/// Of a plain form that is not empty.
std::uint32_t hash_of(std::string_view plain) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;  // 2^64 by the golden ratio
  std::uint64_t hash = plain.size();
  std::uint64_t eight = 0;
  for (; plain.size() > sizeof eight; plain.remove_prefix(sizeof eight)) {
    std::memcpy(&eight, plain.data(), sizeof eight);
    hash = (hash ^ eight) * factor;
    hash ^= hash >> 32;
  }
  std::memcpy(&eight, plain.data(), sizeof eight);
  const std::size_t behind = 8 * (sizeof eight - plain.size());
  eight = std::endian::native == std::endian::little ? eight << behind : eight >> behind;
  hash = (hash ^ eight) * factor;
  return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

/// Walks a text and writes the plain form of each token behind that of the one before.
class Walk {
 public:
  /// `plain` has room for as many bytes as `text`, for no token is longer than its text,
  /// and for what is read behind.
  Walk(std::string_view text, char* plain) : text_(text), plain_(plain) {}

  bool at_end() {
    while (at_ < text_.size() && byte_of(text_[at_]) == Byte::space) {
      ++at_;
    }
    return at_ == text_.size();
  }

  Token next() {
    const std::size_t begin = at_;
    const char* const plain = plain_;
    const Token::Kind kind = take();
    const std::string_view word(plain, static_cast<std::size_t>(plain_ - plain));
    return {kind, hash_of(word), begin, at_, word};
  }

 private:
  Token::Kind take() {
    switch (byte_of(text_[at_])) {
      case Byte::digit:
        take_number();
        return Token::Kind::number;
      case Byte::letter:
        take_word();
        return Token::Kind::word;
      case Byte::beyond_ascii:
        return take_character();
      default:
        copy(1);
        return Token::Kind::sign;
    }
  }

  void copy(std::size_t count) {
    for (const std::size_t end = at_ + count; at_ < end; ++at_) {
      *plain_++ = text_[at_];
    }
  }

  Token::Kind take_character() {
    const Character character = character_at(text_, at_);
    if (is_letter(character.code)) {
      take_word();
      return Token::Kind::word;
    }
    copy(character.length);
    return Token::Kind::sign;
  }

  bool is_digit_at(std::size_t at) const {
    return at < text_.size() && byte_of(text_[at]) == Byte::digit;
  }

  void take_number() {
    std::size_t end = at_ + 1;
    while (is_digit_at(end) ||
           (end < text_.size() && (text_[end] == '.' || text_[end] == ',') &&
            is_digit_at(end + 1))) {
      ++end;
    }
    copy(end - at_);
  }

  void take_word() {
    for (; at_ < text_.size(); ++at_) {
      take_ascii();
      if (at_ == text_.size() ||
          (byte_of(text_[at_]) != Byte::beyond_ascii && text_[at_] != '\'') ||
          !take_inside()) {
        return;
      }
    }
  }

  /// The letters and digits of ASCII from here on.
  void take_ascii() {
    const char* at = text_.data() + at_;
    const char* const end = text_.data() + text_.size();
    char* plain = plain_;
    while (at != end && (*plain = lower[static_cast<unsigned char>(*at)]) != '\0') {
      ++at;
      ++plain;
    }
    at_ = static_cast<std::size_t>(at - text_.data());
    plain_ = plain;
  }

  /// Goes on in a word to the last byte of an apostrophe, which is left out, or of a
  /// letter that is not ASCII; false where the word ends.
  bool take_inside() {
    const Character character = character_at(text_, at_);
    if (is_apostrophe(character.code) && is_letter_at(text_, at_ + character.length)) {
      at_ += character.length - 1;
      return true;
    }
    if (!is_letter(character.code)) {
      return false;
    }
    copy(character.length);
    --at_;
    return true;
  }

  std::string_view text_;
  char* plain_;
  std::size_t at_ = 0;
};

}  // namespace

Tokens::Tokens(std::string_view text) {
  constexpr std::size_t short_token = 4;  // with the space behind it
  auto* plain = static_cast<char*>(memory_.allocate(text.size() + read_behind, 1));
  tokens_.reserve(text.size() / short_token + 1);
  for (Walk walk(text, plain); !walk.at_end();) {
    tokens_.push_back(walk.next());
  }
}

}  // namespace trialsheet
