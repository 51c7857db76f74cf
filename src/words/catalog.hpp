// Catalog: the fixed texts of one language by key ("banner.next.completed").

#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "words/plural.hpp"

namespace trialsheet {

/// Lets a std::string_view look up a std::string without making one.
struct TextHash {
  using is_transparent = void;
  /// Eight bytes at a time, the last of them twice: no key is taken for another by it,
  /// only looked for in its place.
  std::size_t operator()(std::string_view text) const noexcept {
    std::uint64_t hash = text.size();
    if (text.size() < sizeof hash) {
      for (const char c : text) {
        hash = hash * 31 + static_cast<unsigned char>(c);
      }
      return mixed(hash, 0);
    }
    for (std::size_t at = 0; at + sizeof hash < text.size(); at += sizeof hash) {
      hash = mixed(hash, eight_at(text.data() + at));
    }
    return mixed(hash, eight_at(text.data() + text.size() - sizeof hash));
  }

 private:
  static std::uint64_t eight_at(const char* at) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, sizeof eight);
    return eight;
  }
  static std::uint64_t mixed(std::uint64_t hash, std::uint64_t eight) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;  // 2^64 by the golden ratio
    hash = (hash ^ eight) * factor;
    return hash ^ hash >> 32;
  }
};

/// A text's forms by plural category; those the language lacks are empty.
using PluralForms = std::array<std::string, 6>;

/// Few keys share a place: each of them would be hashed for every look at the other.
template <typename Value>
struct ByKey : std::unordered_map<std::string, Value, TextHash, std::equal_to<>> {
  ByKey() { this->max_load_factor(0.25F); }
};

struct Catalog {
  ByKey<std::string> texts;
  ByKey<PluralForms> plurals;
  bool reviewed = true;  ///< by a translator
};

/// Reads `json`, the content of `file`. Throws Error{Fault::layout} with the file and the
/// pointer if a text is empty, a placeholder is not closed, or a plural form is missing;
/// if `english` is given, also if a key is missing or too many, or its placeholders are
/// not those of the English text.
Catalog read_catalog(std::string_view language, std::string_view file,
                     std::string_view json, const Catalog* english = nullptr);

/// The names in braces of a text, in order: {"n", "place"}. Nothing but letters, digits
/// and underscores makes a name; an open or odd brace gives the name "{".
std::vector<std::string_view> placeholders(std::string_view text);

/// The same, in the order of the alphabet and each once.
std::set<std::string_view> placeholder_names(std::string_view text);

}  // namespace trialsheet
