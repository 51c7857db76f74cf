// PDF syntax: numbers, strings and references as bytes.
//
// Nothing here goes through printf or iostreams: the locale would write a comma.

#include "pdf/syntax.hpp"

#include <array>

#include "base/text.hpp"

namespace trialsheet {

namespace {

/// Characters after which a token may start without a space (ISO 32000-1, 7.2.2).
bool ends_a_token(char last) {
  return last == ' ' || last == '\n' || last == '[' || last == ']' || last == '<' ||
         last == '>' || last == '(' || last == ')';
}

void append_digits(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer;
  auto* begin = buffer.data() + buffer.size();
  const auto bits = static_cast<std::uint64_t>(value);
  auto left = value < 0 ? 0 - bits : bits;
  do
    *--begin = static_cast<char>('0' + left % 10);
  while ((left /= 10) != 0);
  if (value < 0)
    *--begin = '-';
  out.append(begin, buffer.data() + buffer.size());
}

/// ".375" for 375 thousandths, nothing for 0.
void append_fraction(std::string& out, int thousandths) {
  const std::array<char, 4> digits = {'.', static_cast<char>('0' + thousandths / 100),
                                      static_cast<char>('0' + thousandths / 10 % 10),
                                      static_cast<char>('0' + thousandths % 10)};
  const std::size_t size = thousandths == 0         ? 0
                           : thousandths % 100 == 0 ? 2
                           : thousandths % 10 == 0  ? 3
                                                    : 4;
  out.append(digits.data(), size);
}

void append_unit(std::string& out, char32_t unit) {
  out += static_cast<char>(unit >> 8);
  out += static_cast<char>(unit & 0xFF);
}

}  // namespace

void Syntax::separate() {
  if (!out_.empty() && !ends_a_token(out_.back()))
    out_ += ' ';
}

Syntax& Syntax::integer(std::int64_t value) {
  separate();
  append_digits(out_, value);
  return *this;
}

Syntax& Syntax::real(Length value) {
  separate();
  const auto thousandths = value.thousandths();
  const auto size = thousandths < 0 ? -thousandths : thousandths;
  if (thousandths < 0)
    out_ += '-';
  if (size >= 1000 || size == 0)
    append_digits(out_, size / 1000);
  append_fraction(out_, static_cast<int>(size % 1000));
  return *this;
}

Syntax& Syntax::word(std::string_view token) {
  separate();
  out_ += token;
  return *this;
}

Syntax& Syntax::name(std::string_view value) {
  out_ += '/';
  out_ += value;
  return *this;
}

Syntax& Syntax::reference(Id id) {
  return integer(static_cast<int>(id)).word("0 R");
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
