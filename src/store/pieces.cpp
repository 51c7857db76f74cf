// Steps over JSON values without reading them.

#include "store/pieces.hpp"

#include <charconv>

namespace trialsheet {

namespace {

/// A place in the text. Each step returns false at its end, or where it finds nothing
/// that it knows.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  void skip_space() {
    const auto at = text_.find_first_not_of(" \t\r\n", at_);
    at_ = at == text_.npos ? text_.size() : at;
  }

  bool is_at_end() {
    skip_space();
    return at_ == text_.size();
  }

  /// Whether `c` comes next; then it is behind us.
  bool take(char c) {
    skip_space();
    if (at_ < text_.size() && text_[at_] == c) {
      ++at_;
      return true;
    }
    return false;
  }

  /// A value of any kind, or nothing if the text ends within it.
  std::optional<std::string_view> value() {
    skip_space();
    const std::size_t start = at_;
    int depth = 0;
    do {
      if (at_ >= text_.size() || !step(depth)) {
        return std::nullopt;
      }
    } while (depth > 0);
    return text_.substr(start, at_ - start);
  }

 private:
  /// Over a bracket, a string, or a run of other characters.
  bool step(int& depth) {
    const char c = text_[at_];
    if (c == '"') {
      return step_over_string();
    }
    if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      --depth;
      if (depth < 0) {
        return false;
      }
    } else if (depth == 0) {
      return step_over_scalar();
    }
    ++at_;
    return true;
  }

  bool step_over_string() {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '"') {
        ++at_;
        return true;
      }
    }
    return false;
  }

  bool step_over_scalar() {
    const std::size_t start = at_;
    const auto end = text_.find_first_of(" \t\r\n,]}:", at_);
    at_ = end == text_.npos ? text_.size() : end;
    return at_ > start;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// "name" without its quotes.
std::string_view unquoted(std::string_view value) {
  const bool is_string = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return is_string ? value.substr(1, value.size() - 2) : std::string_view();
}

std::optional<std::vector<std::string_view>> elements_of(std::string_view list) {
  std::vector<std::string_view> elements;
  Scanner scanner(list);
  if (!scanner.take('[') || scanner.take(']')) {
    return elements;
  }
  do {
    const auto element = scanner.value();
    if (!element) {
      return std::nullopt;
    }
    elements.push_back(*element);
  } while (scanner.take(','));
  return scanner.take(']') ? std::optional(elements) : std::nullopt;
}

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t number = 0;
  const auto [stop, error] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

/// Takes a member of the page over into `pieces`; false if its text ends too early.
bool take_member(std::string_view name, std::string_view value, StudyPieces& pieces) {
  if (name == "nextPageToken") {
    pieces.next_page = unquoted(value);
  } else if (name == "totalCount") {
    pieces.total = whole_number(value);
  } else if (name == "studies" && value.starts_with('[')) {
    auto studies = elements_of(value);
    if (!studies) {
      return false;
    }
    pieces.studies = std::move(*studies);
    pieces.is_page = true;
  }
  return true;
}

/// Gives `take` name and value of each member of an object, until it returns false.
/// Whether `text` is one to its end; what is no object has no members.
template <typename Take>
bool take_members(std::string_view text, Take take) {
  Scanner scanner(text);
  if (!scanner.take('{') || scanner.take('}')) {
    return true;
  }
  do {
    const auto name = scanner.value();
    if (!name || !scanner.take(':')) {
      return false;
    }
    const auto value = scanner.value();
    if (!value || !take(unquoted(*name), *value)) {
      return false;
    }
  } while (scanner.take(','));
  return scanner.take('}');
}

/// Nothing if `text` is no object to its end.
std::optional<StudyPieces> members_of(std::string_view text) {
  StudyPieces pieces;
  const bool is_whole =
      take_members(text, [&](std::string_view name, std::string_view value) {
        return take_member(name, value, pieces);
      });
  return is_whole ? std::optional(pieces) : std::nullopt;
}

}  // namespace

std::optional<StudyPieces> pieces_of(std::string_view text) {
  Scanner scanner(text);
  scanner.skip_space();
  const auto value = scanner.value();
  if (!value) {
    return std::nullopt;
  }
  if (!scanner.is_at_end()) {
    return StudyPieces{{text}, {}, {}, false};
  }
  if (value->starts_with('[')) {
    auto elements = elements_of(*value);
    if (!elements) {
      return std::nullopt;
    }
    return StudyPieces{std::move(*elements), {}, {}, false};
  }
  auto pieces = members_of(*value);
  if (pieces && !pieces->is_page) {
    pieces->studies = {text};
  }
  return pieces;
}

std::optional<std::vector<std::string_view>> list_in(std::string_view text,
                                                     std::string_view name) {
  std::optional<std::vector<std::string_view>> list;
  const bool is_whole =
      take_members(text, [&](std::string_view member, std::string_view value) {
        if (member == name) {
          list = value.starts_with('[') ? elements_of(value) : std::nullopt;
        }
        return true;
      });
  return is_whole ? list : std::nullopt;
}

}  // namespace trialsheet
