// Unescape: one pass; the character after a removed backslash is never looked at again,
// so an escaped backslash escapes nothing.

#include "trial/unescape.hpp"

namespace trialsheet {
namespace {

/// CommonMark 0.31, 2.1: the four ranges of ASCII that are neither letters, digits nor
/// space.
bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

}  // namespace

std::string unescape(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  std::size_t from = 0;  // what is before it has been copied
  for (std::size_t at = text.find('\\'); at != std::string_view::npos;
       at = text.find('\\', at)) {
    const bool escapes = at + 1 < text.size() && is_punctuation(text[at + 1]);
    plain.append(text, from, at + (escapes ? 0 : 1) - from);
    from = at + 1;
    at += escapes ? 2 : 1;
  }
  return plain.append(text, from);
}

}  // namespace trialsheet
