// Unescape: one pass; the character after a removed backslash is never looked at again,
// so an escaped backslash escapes nothing. Then another for the signs of HTML.

#include "trial/unescape.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace trialsheet {
namespace {

/// CommonMark 0.31, 2.1: the four ranges of ASCII that are neither letters, digits nor
/// space.
bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

using Sign = std::pair<std::string_view, std::string_view>;

/// "&lt;" and others that stand for a sign (HTML 5, 13.5), by what is typed.
constexpr std::array<Sign, 10> signs = {{{"&lt;", "<"},
                                         {"&gt;", ">"},
                                         {"&amp;", "&"},
                                         {"&le;", "≤"},
                                         {"&ge;", "≥"},
                                         {"&#8804;", "≤"},
                                         {"&#8805;", "≥"},
                                         {"&#39;", "'"},
                                         {"&quot;", "\""},
                                         {"&nbsp;", " "}}};

}  // namespace

std::string with_signs(std::string_view text) {
  std::string plain;
  std::size_t from = 0;
  for (std::size_t at = text.find('&'); at != std::string_view::npos;
       at = text.find('&', at + 1)) {
    const std::string_view rest = text.substr(at);
    const auto* sign = std::find_if(signs.begin(), signs.end(), [rest](const Sign& each) {
      return rest.starts_with(each.first);
    });
    if (sign != signs.end()) {
      plain.append(text.substr(from, at - from)).append(sign->second);
      from = at + sign->first.size();
    }
  }
  return plain.append(text.substr(from));
}

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
  plain.append(text, from);
  return plain.find('&') == std::string::npos ? plain : with_signs(plain);
}

}  // namespace trialsheet
