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

bool is_apostrophe(char32_t code) {
  return code == '\'' || code == 0x2019;
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_letter(character_at(text, at).code);
}

/// Bytes that are read before and behind the text; they are no letters.
constexpr std::size_t margin = sizeof(std::uint64_t);

/// The first byte is the lowest, on any machine.
std::uint64_t eight_at(const char* at) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, at, sizeof eight);
  return std::endian::native == std::endian::little ? eight : __builtin_bswap64(eight);
}

/// How many of eight bytes in lower case are letters and digits before the first that is
/// not; all at once, the highest bit of each byte telling of it.
std::size_t leading_letters(std::uint64_t eight) {
  constexpr std::uint64_t each = 0x0101010101010101;
  const std::uint64_t seven_bits = eight & (0x7F * each);
  const std::uint64_t from_a = seven_bits + (0x80 - 'a') * each;
  const std::uint64_t past_z = seven_bits + (0x7F - 'z') * each;
  const std::uint64_t from_0 = seven_bits + (0x80 - '0') * each;
  const std::uint64_t past_9 = seven_bits + (0x7F - '9') * each;
  const std::uint64_t inside = ((from_a ^ past_z) | (from_0 ^ past_9)) & ~eight;
  return static_cast<std::size_t>(std::countr_zero(~inside & (0x80 * each))) / 8;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t eight) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;  // 2^64 by the golden ratio
  hash = (hash ^ eight) * factor;
  return hash ^ hash >> 32;
}

/// Of a plain form that is not empty, and whose first eight bytes are `eight`.
std::uint32_t hash_of(std::string_view plain, std::uint64_t eight) {
  std::uint64_t hash = plain.size();
  while (plain.size() > margin) {
    hash = mixed(hash, eight);
    plain.remove_prefix(margin);
    eight = eight_at(plain.data());
  }
  return static_cast<std::uint32_t>(mixed(hash, eight << 8 * (margin - plain.size())));
}

/// Of the three lowest bytes; Knuth's multiplicative hash.
std::uint16_t hash_of_three(std::uint64_t eight) {
  constexpr int bits = std::countr_zero(Token::letters_hashes);
  const auto key = static_cast<std::uint32_t>(eight) << 8;
  return static_cast<std::uint16_t>(key * 0x9E3779B1U >> (32 - bits));
}

/// Walks a text in lower case; the plain forms of its tokens are views of it.
class Walk {
 public:
  /// There are `margin` bytes around the text.
  Walk(char* text, std::size_t size) : data_(text), text_(text, size) {}

  bool at_end() {
    while (byte_of(data_[at_]) == Byte::space) {  // the margin is none
      ++at_;
    }
    return at_ == text_.size();
  }

  /// Sets `token`, where it is to stay: a copy of it would cost more than to make it.
  void next(Token& token) {
    const std::size_t begin = at_;
    shorter_by_ = 0;
    token.kind = take();
    const std::size_t size = at_ - shorter_by_ - begin;
    const char* const plain = data_ + begin;
    const std::uint64_t eight = eight_at(plain);
    token.plain = {plain, size};
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(at_);
    token.hash = hash_of(token.plain, eight);
    token.first_hash = hash_of_three(eight);
    token.last_hash = hash_of_three(eight_at(plain + size - 3));
  }

 private:
  Token::Kind take() {
    switch (byte_of(text_[at_])) {
      case Byte::letter:
        take_word();
        return Token::Kind::word;
      case Byte::digit:
        take_number();
        return Token::Kind::number;
      case Byte::beyond_ascii:
        return take_character();
      default:
        ++at_;
        return Token::Kind::sign;
    }
  }

  Token::Kind take_character() {
    const Character character = character_at(text_, at_);
    if (is_letter(character.code)) {
      take_word();
      return Token::Kind::word;
    }
    at_ += character.length;
    return Token::Kind::sign;
  }

  bool is_digit_at(std::size_t at) const {
    return at < text_.size() && byte_of(text_[at]) == Byte::digit;
  }

  void take_number() {
    for (++at_; is_digit_at(at_) ||
                (at_ < text_.size() && (text_[at_] == '.' || text_[at_] == ',') &&
                 is_digit_at(at_ + 1));) {
      ++at_;
    }
  }

  void take_word() {
    take_ascii();
    if (may_go_on()) {
      take_rest_of_word();
    }
  }

  /// Whether the word may, behind letters of ASCII; the margin ends it.
  bool may_go_on() const {
    return static_cast<unsigned char>(data_[at_]) >= 0x80 || data_[at_] == '\'';
  }

  /// What few words have: an apostrophe, or letters beyond ASCII.
  [[gnu::noinline]] void take_rest_of_word() {
    while (at_ < text_.size() && may_go_on() && take_inside()) {
      const std::size_t begin = at_;
      take_ascii();
      if (shorter_by_ > 0) {
        close_up(begin);
      }
    }
  }

  /// The letters and digits of ASCII from here on.
  void take_ascii() {
    std::size_t count = 0;
    do {
      count = leading_letters(eight_at(data_ + at_));
      at_ += count;
    } while (count == margin);
  }

  /// Moves what was taken since `begin` to where apostrophes were left out.
  void close_up(std::size_t begin) {
    std::memmove(data_ + begin - shorter_by_, data_ + begin, at_ - begin);
  }

  /// Takes an apostrophe, which is left out, or a letter that is not ASCII; false where
  /// the word ends.
  bool take_inside() {
    const Character character = character_at(text_, at_);
    const std::size_t begin = at_;
    if (is_apostrophe(character.code) && is_letter_at(text_, at_ + character.length)) {
      at_ += character.length;
      shorter_by_ += character.length;
      return true;
    }
    if (!is_letter(character.code)) {
      return false;
    }
    at_ += character.length;
    close_up(begin);
    return true;
  }

  char* data_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t shorter_by_ = 0;  ///< so many bytes the plain form of the word is
};

}  // namespace

Tokens::Tokens(std::string_view text, std::pmr::memory_resource* memory)
    : lower_(text.size() + 2 * margin, memory), tokens_(memory) {
  constexpr std::size_t short_token = 4;  // with the space behind it
  char* const lower = lower_.data() + margin;
  lower_ascii(text, lower);
  tokens_.reserve(text.size() / short_token + 1);
  for (Walk walk(lower, text.size()); !walk.at_end();) {
    walk.next(tokens_.emplace_back());
  }
}

}  // namespace trialsheet
