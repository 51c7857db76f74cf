// U+2068 and U+2069 are E2 81 A8 and E2 81 A9 in UTF-8.

#include "base/isolate.hpp"

#include <algorithm>

namespace trialsheet {

namespace {

constexpr std::string_view begin_mark = "\u2068";
constexpr std::string_view end_mark = "\u2069";

}  // namespace

std::string isolated(std::string_view text) {
  std::string result;
  if (!text.empty())
    result.append(begin_mark).append(text).append(end_mark);
  return result;
}

bool has_isolates(std::string_view text) {
  return text.find(begin_mark) != std::string_view::npos;
}

std::string without_isolates(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  std::size_t from = 0;
  // Both marks begin with the same byte, which few texts hold.
  for (std::size_t at = text.find(begin_mark[0]); at != std::string_view::npos;) {
    const std::string_view here = text.substr(at, begin_mark.size());
    if (here == begin_mark || here == end_mark) {
      result.append(text, from, at - from);
      from = at + begin_mark.size();
    }
    at = text.find(begin_mark[0], std::max(at + 1, from));
  }
  return result.append(text, from);
}

}  // namespace trialsheet
