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
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool escape =
        text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1]);
    at += escape ? 1U : 0U;
    plain.push_back(text[at]);
  }
  return plain;
}

}  // namespace trialsheet
