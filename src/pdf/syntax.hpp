// PDF syntax, written by ourselves where bytes must not depend on a library: numbers with
// their exact thousandths, strings, references. Tokens are kept apart as they need it
// (ISO 32000-1, 7.2.2), so callers only name what follows what.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/length.hpp"

namespace trialsheet {

/// The number of an indirect object (ISO 32000-1, 7.3.10).
enum class Id : int {};

/// A text under construction; every function appends one token.
class Syntax {
 public:
  Syntax& integer(std::int64_t value);
  /// Four that are small, as the numbers of a grid are, and an operator.
  Syntax& small_integers(const std::array<std::int64_t, 4>& values, std::string_view op);
  Syntax& real(Length value);
  Syntax& word(std::string_view token);  ///< operators, keywords
  Syntax& name(std::string_view value);  ///< regular characters only, without '/'
  Syntax& reference(Id id);
  Syntax& literal(std::string_view bytes);  ///< (any bytes), escaped
  Syntax& open_literal() { return raw("("); }
  Syntax& in_literal(char byte);  ///< one byte of an open literal, escaped
  Syntax& close_literal() { return raw(")"); }

  /// Whether a byte cannot stand in a literal as it is.
  static bool is_escaped(char byte) {
    return byte == '\r' || byte == '(' || byte == ')' || byte == '\\';
  }

  Syntax& hex(std::string_view bytes);   ///< <68657861>
  Syntax& text(std::string_view utf8);   ///< a text string: UTF-16BE in hexadecimal
  Syntax& raw(std::string_view syntax);  ///< delimiters, or what is already syntax

  /// Makes room for `bytes` in all.
  void reserve(std::size_t bytes) { out_.reserve(bytes); }

  const std::string& str() const { return out_; }
  std::string take() { return std::move(out_); }
  void clear() { out_.clear(); }

 private:
  /// Whether the next token needs a space before it.
  bool is_apart() const;

  std::string out_;
};

/// A bare CR would be read back as LF (7.3.4.2); brackets and backslash end or escape.
inline Syntax& Syntax::in_literal(char byte) {
  if (byte == '\r') {
    out_ += "\\r";
    return *this;
  }
  if (is_escaped(byte))
    out_ += '\\';
  out_ += byte;
  return *this;
}

/// Big-endian UTF-16 with a byte order mark (ISO 32000-1, 7.9.2.2).
std::string text_string(std::string_view utf8);

/// Big-endian UTF-16 without a byte order mark, as CMaps want it.
std::string utf16be(std::string_view utf8);

}  // namespace trialsheet
