// One operator of a content stream that shows text.

#pragma once

#include <array>
#include <cstdint>
#include <utility>

#include "pdf/syntax.hpp"

namespace trialsheet {

/// One TJ operator: strings of codes with corrections between them.
class TextArray {
 public:
  explicit TextArray(Syntax& out) : out_(out) {}

  void show(std::uint16_t code) {
    if (held_.size() - size_ < most_of_a_code)
      flush();
    if (!in_string_)
      open_string();
    put(static_cast<char>(code >> 8));
    put(static_cast<char>(code));
  }

  void correct(std::int64_t thousandths_of_em) {
    flush();
    out_.raw(in_string_ ? ")" : is_open_ ? "" : "[");
    in_string_ = false;
    is_open_ = true;
    out_.integer(thousandths_of_em);
  }

  void finish() {
    flush();
    if (std::exchange(is_open_, false))
      out_.raw(in_string_ ? ")]TJ\n" : "]TJ\n");
    in_string_ = false;
  }

 private:
  /// Bytes: "[(" and two escaped bytes.
  static constexpr std::size_t most_of_a_code = 6;

  void open_string() {
    if (!is_open_)
      held_[size_++] = '[';
    held_[size_++] = '(';
    is_open_ = in_string_ = true;
  }

  void put(char byte) {
    if (Syntax::is_escaped(byte)) {
      held_[size_++] = '\\';
      byte = byte == '\r' ? 'r' : byte;
    }
    held_[size_++] = byte;
  }

  void flush() { out_.raw({held_.data(), std::exchange(size_, 0)}); }

  Syntax& out_;
  std::array<char, 256> held_;  ///< of the strings, not yet written
  std::size_t size_ = 0;
  bool is_open_ = false;
  bool in_string_ = false;
};

}  // namespace trialsheet
