// Skipping: a checker of JSON that keeps nothing. When in doubt it says no.

#include "trial/skipping.hpp"

#include <algorithm>
#include <iterator>

namespace trialsheet {
namespace {

constexpr auto npos = std::string_view::npos;

// Ours: the results of the records nest 12 deep.
constexpr int deepest = 20;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Steps over one value. Each step returns whether it was there.
class Checker {
 public:
  Checker(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }

  void spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) {
      ++at_;
    }
  }

  bool character(char wanted) {
    spaces();
    if (at_ >= text_.size() || text_[at_] != wanted) {
      return false;
    }
    ++at_;
    return true;
  }

  // Recurses no deeper than `deepest`.
  bool value(int depth) {
    spaces();
    if (at_ >= text_.size() || depth > deepest) {
      return false;
    }
    switch (text_[at_]) {
      case '{':
        return members(depth, '}', true);
      case '[':
        return members(depth, ']', false);
      case '"':
        return string();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  bool string() {
    if (!character('"')) {
      return false;
    }
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"') {
        return true;
      }
      if (c == '\\' ? !escape() : static_cast<unsigned char>(c) < 0x20) {
        return false;
      }
    }
    return false;
  }

 private:
  bool members(int depth, char closing, bool named) {
    ++at_;
    if (character(closing)) {
      return true;
    }
    do {
      if (named) {
        spaces();
        if (!string() || !character(':')) {
          return false;
        }
      }
      if (!value(depth + 1)) {
        return false;
      }
    } while (character(','));
    return character(closing);
  }

  bool escape() {
    constexpr std::string_view simple = "\"\\/bfnrt";
    if (at_ >= text_.size()) {
      return false;
    }
    const char c = text_[at_++];
    return simple.find(c) != npos || (c == 'u' && code_unit());
  }

  /// Four hexadecimal figures that are no half of a surrogate pair.
  bool code_unit() {
    constexpr std::string_view figures = "0123456789abcdefABCDEF";
    const std::string_view unit = text_.substr(at_, 4);
    at_ += unit.size();
    const bool surrogate = unit.starts_with('d') || unit.starts_with('D')
                               ? unit.find_first_of("89abcdefABCDEF", 1) == 1
                               : false;
    return unit.size() == 4 && unit.find_first_not_of(figures) == npos && !surrogate;
  }

  bool word(std::string_view wanted) {
    const bool there = text_.substr(at_).starts_with(wanted);
    at_ += wanted.size();
    return there;
  }

  bool digits() {
    const std::size_t first = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) {
      ++at_;
    }
    return at_ > first;
  }

  bool number() {
    at_ += text_[at_] == '-' ? 1 : 0;
    const std::size_t first = at_;
    if (!digits() || (text_[first] == '0' && at_ > first + 1)) {
      return false;
    }
    if (at_ < text_.size() && text_[at_] == '.') {
      ++at_;
      if (!digits()) {
        return false;
      }
    }
    return at_ >= text_.size() || (text_[at_] != 'e' && text_[at_] != 'E');
  }

  std::string_view text_;
  std::size_t at_;
};

/// Whether an odd number of backslashes stands before `at`.
bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t first = at;
  while (first > 0 && text[first - 1] == '\\') {
    --first;
  }
  return (at - first) % 2 == 1;
}

/// The quote that closes the string whose first byte is `at`.
std::size_t closing_quote(std::string_view text, std::size_t at) {
  std::size_t quote = text.find('"', at);
  while (quote != npos && is_escaped(text, quote)) {
    quote = text.find('"', quote + 1);
  }
  return quote;
}

bool is_unused(std::string_view name) {
  // True of few names and cheap: most of the time is saved here.
  const bool may_be = name.ends_with("Module") || name.ends_with("Section");
  return may_be && std::find(unused_members.begin(), unused_members.end(), name) !=
                       unused_members.end();
}

/// A value to leave out: its bytes are [begin, end).
struct Range {
  std::size_t begin = npos;
  std::size_t end = npos;
};

/// The value of the member whose name ends before `at`, if it can be stepped over.
Range value_after(std::string_view text, std::size_t at) {
  Checker checker(text, at);
  if (!checker.character(':')) {
    return {};
  }
  checker.spaces();
  const std::size_t begin = checker.at();
  return checker.value(0) ? Range{begin, checker.at()} : Range{};
}

Range next_unused(std::string_view text, std::size_t from) {
  for (std::size_t quote = text.find('"', from); quote != npos;) {
    const std::size_t closing = closing_quote(text, quote + 1);
    if (closing == npos) {
      break;
    }
    if (is_unused(text.substr(quote + 1, closing - quote - 1))) {
      const Range value = value_after(text, closing + 1);
      if (value.end != npos) {
        return value;
      }
    }
    quote = text.find('"', closing + 1);
  }
  return {};
}

}  // namespace

std::size_t Kept::original(std::size_t at) const {
  const auto after =
      std::upper_bound(cuts.begin(), cuts.end(), at,
                       [](std::size_t place, const Cut& cut) { return place < cut.end; });
  return after == cuts.begin() ? at : at + std::prev(after)->removed;
}

Kept without_unused(std::string_view text) {
  Kept kept;
  kept.text.reserve(text.size());
  std::size_t from = 0;
  std::size_t removed = 0;
  for (Range value = next_unused(text, 0); value.end != npos;
       value = next_unused(text, from)) {
    kept.text += text.substr(from, value.begin - from);
    kept.text += '0';
    removed += value.end - value.begin - 1;
    kept.cuts.push_back({kept.text.size(), removed});
    from = value.end;
  }
  kept.text += text.substr(from);
  return kept;
}

}  // namespace trialsheet
