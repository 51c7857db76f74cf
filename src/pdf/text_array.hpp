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
    if (!in_string_)
      out_.raw(is_open_ ? "(" : "[(");
    is_open_ = in_string_ = true;
    const auto high = static_cast<char>(code >> 8);
    const auto low = static_cast<char>(code);
    if (Syntax::is_escaped(high) || Syntax::is_escaped(low)) {
      flush();
      out_.in_literal(high).in_literal(low);
      return;
    }
    if (held_ == codes_.size())
      flush();
    codes_[held_++] = high;
    codes_[held_++] = low;
  }

  void correct(std::int64_t thousandths_of_em) {
    if (!is_open_)
      out_.raw("[");
    end_string();
    is_open_ = true;
    out_.integer(thousandths_of_em);
  }

  void finish() {
    end_string();
    if (std::exchange(is_open_, false))
      out_.raw("]TJ\n");
  }

 private:
  void end_string() {
    flush();
    if (std::exchange(in_string_, false))
      out_.raw(")");
  }

  void flush() { out_.raw({codes_.data(), std::exchange(held_, 0)}); }

  Syntax& out_;
  std::array<char, 256> codes_;  ///< of the string, not yet written
  std::size_t held_ = 0;
  bool is_open_ = false;
  bool in_string_ = false;
};

}  // namespace trialsheet
