// Numbers for the conservation check: one spelling for what is the same number, and two
// for what may not be.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/tokens.hpp"

namespace trialsheet {

/// "1,500" as "1500". A comma or point that may be either ("1,5", "50.000") stays: it is
/// never converted.
std::string plain_number(std::string_view digits);

/// "IIIb" as "3B"; nothing if it is no Roman numeral from I to X.
std::optional<std::string> roman_number(std::string_view word);

/// A power of ten and how it is written.
struct PowerOfTen {
  std::string text;         ///< "10^9"
  std::size_t count;        ///< of its tokens
  bool multiplies = false;  ///< with a sign of multiplication before it
};

/// The power that starts at token `at`: "10^9", "x 10⁹", "x109/L".
std::optional<PowerOfTen> power_of_ten(const Tokens& tokens, std::size_t at);

}  // namespace trialsheet
