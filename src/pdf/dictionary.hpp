// Dictionaries (ISO 32000-1, 7.3.7), as the finished syntax of their entries.

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "pdf/syntax.hpp"

namespace trialsheet {

/// Values for Dictionary::set(), told apart by type.
struct Name {
  std::string_view value;  ///< any bytes, at most 127 once escaped
};
struct Text {
  std::string_view utf8;
};
struct Raw {
  std::string_view syntax;
};

/// The entries of one dictionary. Each key is set once.
class Dictionary {
 public:
  Dictionary() { syntax_.reserve(usual_size); }

  Dictionary& set(std::string_view key, Name value);
  /// Throws Error{Fault::setup} if the text is longer than PDF/A allows.
  Dictionary& set(std::string_view key, Text value);
  Dictionary& set(std::string_view key, int value);
  Dictionary& set(std::string_view key, Id value);
  Dictionary& set(std::string_view key, std::span<const Id> values);
  Dictionary& set(std::string_view key, Raw value);

  /// Sets `key` to what the caller writes next.
  Syntax& value(std::string_view key) { return syntax_.name(key); }

  const std::string& entries() const { return syntax_.str(); }
  void clear() { syntax_.clear(); }

 private:
  static constexpr std::size_t usual_size = 120;  ///< bytes; few have more

  Syntax syntax_;
};

}  // namespace trialsheet
