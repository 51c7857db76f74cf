// U+2068 and U+2069 are E2 81 A8 and E2 81 A9 in UTF-8.

#include "base/isolate.hpp"

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
  while (!text.empty()) {
    if (text.starts_with(begin_mark) || text.starts_with(end_mark)) {
      text.remove_prefix(begin_mark.size());
      continue;
    }
    result += text.front();
    text.remove_prefix(1);
  }
  return result;
}

}  // namespace trialsheet
