// PDF syntax: numbers, strings and references as bytes.
//
// Nothing here goes through printf or iostreams: the locale would write a comma.

#include "pdf/syntax.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace trialsheet {

namespace {

/// Characters after which a token may start without a space (ISO 32000-1, 7.2.2).
bool ends_a_token(char last) {
  return last == ' ' || last == '\n' || last == '[' || last == ']' || last == '<' ||
         last == '>' || last == '(' || last == ')';
}

/// A token on its way: put together here, it is appended in one go.
class Token {
 public:
  explicit Token(bool is_apart) {
    if (is_apart)
      put(' ');
  }

  void put(char c) { bytes_[size_++] = c; }

  void digits(std::uint64_t value) {
    if (value < 10) {
      put(static_cast<char>('0' + value));
      return;
    }
    if (value < 100) {
      put(static_cast<char>('0' + value / 10));
      put(static_cast<char>('0' + value % 10));
      return;
    }
    auto* begin = digits_.data() + digits_.size();
    do
      *--begin = static_cast<char>('0' + value % 10);
    while ((value /= 10) != 0);
    while (begin != digits_.data() + digits_.size())
      put(*begin++);
  }

  /// ".375" for 375 thousandths, nothing for 0.
  void fraction(unsigned thousandths) {
    if (thousandths == 0)
      return;
    put('.');
    for (unsigned place = 100; thousandths != 0; thousandths %= place, place /= 10)
      put(static_cast<char>('0' + thousandths / place));
  }

  std::string_view bytes() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 20> digits_;  ///< of 64 bits
  std::array<char, 28> bytes_;   ///< with space, sign, point and thousandths
  std::size_t size_ = 0;
};

std::uint64_t size_of(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return value < 0 ? 0 - bits : bits;
}

void append_unit(std::string& out, char32_t unit) {
  out += static_cast<char>(unit >> 8);
  out += static_cast<char>(unit & 0xFF);
}

}  // namespace

bool Syntax::is_apart() const {
  return !out_.empty() && !ends_a_token(out_.back());
}

Syntax& Syntax::integer(std::int64_t value) {
  Token token(is_apart());
  if (value < 0)
    token.put('-');
  token.digits(size_of(value));
  out_ += token.bytes();
  return *this;
}

Syntax& Syntax::small_integers(const std::array<std::int64_t, 4>& values,
                               std::string_view op) {
  constexpr std::int64_t least = 0, most = 9'999;
  const bool are_small =
      std::all_of(values.begin(), values.end(),
                  [](std::int64_t value) { return value >= least && value <= most; });
  if (!are_small) {
    for (const auto value : values)
      integer(value);
    return word(op);
  }
  Token token(is_apart());
  for (const auto value : values) {
    token.digits(static_cast<std::uint64_t>(value));
    token.put(' ');
  }
  out_ += token.bytes();
  out_ += op;
  return *this;
}

Syntax& Syntax::real(Length value) {
  Token token(is_apart());
  const auto size = size_of(value.thousandths());
  if (value < Length())
    token.put('-');
  if (size >= 1000 || size == 0)
    token.digits(size / 1000);
  token.fraction(static_cast<unsigned>(size % 1000));
  out_ += token.bytes();
  return *this;
}

Syntax& Syntax::word(std::string_view token) {
  if (is_apart())
    out_ += ' ';
  out_ += token;
  return *this;
}

Syntax& Syntax::name(std::string_view value) {
  out_ += '/';
  out_ += value;
  return *this;
}

Syntax& Syntax::reference(Id id) {
  return integer(static_cast<int>(id)).raw(" 0 R");
}

Syntax& Syntax::literal(std::string_view bytes) {
  open_literal();
  for (const char byte : bytes)
    in_literal(byte);
  return close_literal();
}

Syntax& Syntax::hex(std::string_view bytes) {
  constexpr std::string_view digit = "0123456789ABCDEF";
  out_ += '<';
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    out_ += digit[value >> 4];
    out_ += digit[value & 15];
  }
  out_ += '>';
  return *this;
}

Syntax& Syntax::text(std::string_view utf8) {
  return hex(text_string(utf8));
}

Syntax& Syntax::raw(std::string_view syntax) {
  out_ += syntax;
  return *this;
}

std::string text_string(std::string_view utf8) {
  return "\xFE\xFF" + utf16be(utf8);
}

std::string utf16be(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [code, length] = character_at(utf8, at);
    at += length;
    if (code < 0x10000) {
      append_unit(out, code);
    } else {
      append_unit(out, 0xD800 + ((code - 0x10000) >> 10));
      append_unit(out, 0xDC00 + ((code - 0x10000) & 0x3FF));
    }
  }
  return out;
}

}  // namespace trialsheet
