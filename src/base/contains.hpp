// Contains: looking for one of several parts in a text, and comparing without capitals.

#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace trialsheet {

/// Whether one of `parts` stands anywhere in `text`, be it within a word.
inline bool contains_any(std::string_view text, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [text](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

/// Whether two texts differ in nothing but the capitals of ASCII.
inline bool same_but_capitals(std::string_view a, std::string_view b) {
  const auto lowered = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [lowered](char x, char y) { return lowered(x) == lowered(y); });
}

}  // namespace trialsheet
