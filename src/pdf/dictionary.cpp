// Dictionaries: keys and values by type.

#include "pdf/dictionary.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"

namespace trialsheet {

namespace {

constexpr std::size_t longest_string = 32767;  // ISO 19005-3, 6.1.13

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= ' ' && c <= '~'; });
}

bool is_regular(char c) {
  switch (c) {
    case '(':
    case ')':
    case '<':
    case '>':
    case '[':
    case ']':
    case '{':
    case '}':
    case '/':
    case '%':
    case '#':
      return false;
    default:
      return c > ' ' && c <= '~';
  }
}

/// With #xx for what is no regular character (ISO 32000-1, 7.3.5).
std::string escaped_name(std::string_view name) {
  constexpr std::string_view digit = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_regular(c))
      out += c;
    else
      out.append({'#', digit[byte >> 4], digit[byte & 15]});
  }
  return out;
}

void require_length(std::string_view key, std::size_t size) {
  if (size > longest_string)
    throw Error(Fault::setup, "PDF",
                fmt::format("the text for {} has {} bytes; PDF/A allows {}", key, size,
                            longest_string));
}

}  // namespace

Dictionary& Dictionary::set(std::string_view key, Name value) {
  syntax_.name(key);
  if (std::all_of(value.value.begin(), value.value.end(), is_regular))
    syntax_.name(value.value);
  else
    syntax_.name(escaped_name(value.value));
  return *this;
}

Dictionary& Dictionary::set(std::string_view key, Text value) {
  syntax_.name(key);
  if (is_printable_ascii(value.utf8)) {
    require_length(key, value.utf8.size());
    syntax_.literal(value.utf8);
  } else {
    const auto text = text_string(value.utf8);
    require_length(key, text.size());
    syntax_.hex(text);
  }
  return *this;
}

Dictionary& Dictionary::set(std::string_view key, int value) {
  syntax_.name(key).integer(value);
  return *this;
}

Dictionary& Dictionary::set(std::string_view key, Id value) {
  syntax_.name(key).reference(value);
  return *this;
}

Dictionary& Dictionary::set(std::string_view key, std::span<const Id> values) {
  syntax_.name(key).raw("[");
  for (const auto value : values)
    syntax_.reference(value);
  syntax_.raw("]");
  return *this;
}

Dictionary& Dictionary::set(std::string_view key, Raw value) {
  syntax_.name(key);
  if (value.syntax.starts_with('[') || value.syntax.starts_with('<'))
    syntax_.raw(value.syntax);
  else
    syntax_.word(value.syntax);
  return *this;
}

}  // namespace trialsheet
