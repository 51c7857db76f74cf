// Pattern syntax: a recursive descent over the pattern, and a match that tries each
// choice in its order.

#include "words/pattern_syntax.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace trialsheet {
namespace {

/// Sets may name sets, but not for ever.
constexpr int deepest = 12;

/// Ours have about a hundred; sets that name sets twice grow beyond any measure.
constexpr int most_parts = 1'000;

/// So many parts are tried at the tokens of a line. Ours need a few hundred; choices of
/// choices could take for ever.
constexpr int most_steps = 100'000;

[[noreturn]] void wrong(const std::string& problem) {
  throw std::invalid_argument(problem);
}

class Parser {
 public:
  /// `parts` counts those of the whole pattern.
  Parser(std::string_view text, const PatternSets& sets, int depth, int& parts)
      : text_(text), sets_(&sets), depth_(depth), parts_(&parts) {
    if (depth > deepest) {
      wrong("sets or brackets within one another too deep");
    }
  }

  PatternParts all() {
    PatternParts parts = sequence("");
    if (at_ < text_.size()) {
      wrong("\"" + std::string(1, text_[at_]) + "\" closes nothing");
    }
    return parts;
  }

 private:
  /// Parts up to one of `ends`.
  PatternParts sequence(std::string_view ends) {
    PatternParts parts;
    count_part();
    while (at_ < text_.size() && ends.find(text_[at_]) == std::string_view::npos) {
      switch (text_[at_]) {
        case ' ':
          ++at_;
          break;
        case '(':
          parts.push_back(choice(")", false));
          break;
        case '[':
          parts.push_back(choice("]", true));
          break;
        case '<':
          parts.push_back(set());
          break;
        case '{':
          parts.push_back(slot());
          break;
        case ')':
        case ']':
        case '|':
          return parts;
        default:
          add_words(parts);
      }
    }
    return parts;
  }

  void count_part() {
    if (++*parts_ > most_parts) {
      wrong("with all its sets it has more than " + std::to_string(most_parts) +
            " parts");
    }
  }

  PatternPart choice(std::string_view close, bool optional) {
    PatternPart part;
    part.kind = PatternPart::Kind::choice;
    if (++depth_ > deepest) {
      wrong("sets or brackets within one another too deep");
    }
    do {
      ++at_;
      part.options.push_back(sequence(std::string("|") + std::string(close)));
    } while (at_ < text_.size() && text_[at_] == '|');
    if (at_ >= text_.size() || text_[at_] != close.front()) {
      wrong("\"" + std::string(close) + "\" is missing");
    }
    ++at_;
    --depth_;
    if (optional) {
      part.options.emplace_back();
    }
    return part;
  }

  /// What stands up to `close`, which is passed.
  std::string name_until(char close) {
    const std::size_t end = text_.find(close, at_);
    if (end == std::string_view::npos) {
      wrong("\"" + std::string(1, close) + "\" is missing");
    }
    const std::string name(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return name;
  }

  PatternPart set() {
    const std::string name = name_until('>');
    const auto found = sets_->find(name);
    if (found == sets_->end()) {
      wrong("there is no set \"" + name + "\"");
    }
    PatternPart part;
    part.kind = PatternPart::Kind::choice;
    part.options = {Parser(found->second, *sets_, depth_ + 1, *parts_).all()};
    return part;
  }

  PatternPart slot() {
    count_part();
    const std::string name = name_until('}');
    PatternPart part;
    part.text = name;
    if (name.size() == 1 && name.find_first_of("()<>") == 0) {
      return part;
    }
    part.kind = name.starts_with("n")      ? PatternPart::Kind::number
                : name.starts_with("time") ? PatternPart::Kind::time
                : name.starts_with("few")  ? PatternPart::Kind::few
                                           : PatternPart::Kind::words;
    if (part.kind == PatternPart::Kind::words && !name.starts_with("words")) {
      wrong(
          "a slot is {n}, {time}, {few}, {words}, one of these with a digit, or a sign, "
          "not {" +
          name + "}");
    }
    return part;
  }

  void add_words(PatternParts& parts) {
    const std::size_t end =
        std::min(text_.find_first_of(" ()[]<>{}|", at_ + 1), text_.size());
    const std::string_view run = text_.substr(at_, end - at_);
    for (const Token& token : Tokens(run)) {
      count_part();
      PatternPart part;
      part.text = token.plain;
      parts.push_back(std::move(part));
    }
    at_ = end;
  }

  std::string_view text_;
  const PatternSets* sets_;
  int depth_;
  int* parts_;
  std::size_t at_ = 0;
};

/// What must match behind a part: the parts from `part` on, then `rest`.
struct Rest {
  const PatternParts* parts;
  std::size_t part;
  const Rest* rest;  ///< nullptr: the end of the line
};

/// Tries parts from `part` on at a token, and then what follows them.
class Matcher {
 public:
  Matcher(const Tokens& tokens, std::size_t end, SlotRanges& slots)
      : tokens_(&tokens), end_(end), slots_(&slots) {}

  bool sequence(const PatternParts& parts, std::size_t part, std::size_t at,
                const Rest* rest) {
    if (++steps_ > most_steps) {
      return false;
    }
    if (part == parts.size()) {
      return follows(rest, at);
    }
    const PatternPart& now = parts[part];
    const Rest next = {&parts, part + 1, rest};
    switch (now.kind) {
      case PatternPart::Kind::word:
        return word(now, at, next);
      case PatternPart::Kind::choice:
        return std::any_of(
            now.options.begin(), now.options.end(), [&](const PatternParts& option) {
              return !begins_otherwise(option, at) && sequence(option, 0, at, &next);
            });
      case PatternPart::Kind::number:
        return at < end_ && (*tokens_)[at].kind == Token::Kind::number &&
               take(now.text, at, at + 1, next);
      case PatternPart::Kind::time:
        return is_time(at) && take(now.text, at, at + 2, next);
      case PatternPart::Kind::few:
      case PatternPart::Kind::words:
        break;
    }
    const std::size_t last = now.kind == PatternPart::Kind::few ? end_of_few(at) : end_;
    for (std::size_t after = at + 1; after <= last; ++after) {
      if (take(now.text, at, after, next)) {
        return true;
      }
    }
    return false;
  }

 private:
  bool follows(const Rest* rest, std::size_t at) {
    return rest == nullptr ? at == end_
                           : sequence(*rest->parts, rest->part, at, rest->rest);
  }

  /// Up to six words from `at` on, none of which starts another thought.
  std::size_t end_of_few(std::size_t at) const {
    constexpr std::size_t most = 6;
    constexpr std::array<std::string_view, 22> others = {
        "or",   "and",    "with",  "without", "that",  "which",  "who", "if",
        "when", "except", "known", "unless",  "other", "not",    "no",  "any",
        "than", "will",   "are",   "is",      "other", "history"};
    std::size_t end = at;
    while (end < end_ && end < at + most && (*tokens_)[end].kind == Token::Kind::word &&
           std::find(others.begin(), others.end(), (*tokens_)[end].plain) ==
               others.end()) {
      ++end;
    }
    return end;
  }

  bool is_time(std::size_t at) const {
    constexpr std::array<std::string_view, 10> units = {
        "hour",  "hours", "day",    "days", "week",
        "weeks", "month", "months", "year", "years"};
    return at + 1 < end_ && (*tokens_)[at].kind == Token::Kind::number &&
           std::find(units.begin(), units.end(), (*tokens_)[at + 1].plain) != units.end();
  }

  /// Told by a letter, and true of most options of a choice.
  bool begins_otherwise(const PatternParts& option, std::size_t at) const {
    if (at >= end_ || option.empty() || option.front().kind != PatternPart::Kind::word) {
      return false;
    }
    const char first = (*tokens_)[at].plain.front();
    return first != option.front().text.front() && first != '-';
  }

  /// A hyphen before a word is nothing: "breast-feeding".
  bool word(const PatternPart& part, std::size_t at, const Rest& next) {
    if (at < end_ && at > 0 && (*tokens_)[at].plain == "-" && part.text != "-") {
      ++at;
    }
    return at < end_ && (*tokens_)[at].plain == part.text && follows(&next, at + 1);
  }

  bool take(const std::string& name, std::size_t first, std::size_t end,
            const Rest& next) {
    if (!follows(&next, end)) {
      return false;
    }
    (*slots_)[name] = {first, end};
    return true;
  }

  const Tokens* tokens_;
  std::size_t end_;
  SlotRanges* slots_;
  int steps_ = 0;
};

/// Adds the first words of `parts` from `part` on; false if it can start with anything.
bool add_first(const PatternParts& parts, std::size_t part,
               std::vector<std::string>& words, bool& may_be_empty) {
  may_be_empty = true;
  for (; part < parts.size() && may_be_empty; ++part) {
    const PatternPart& now = parts[part];
    may_be_empty = false;
    if (now.kind == PatternPart::Kind::word) {
      words.push_back(now.text);
    } else if (now.kind != PatternPart::Kind::choice) {
      return false;
    }
    for (const PatternParts& option : now.options) {
      bool empty = false;
      if (!add_first(option, 0, words, empty)) {
        return false;
      }
      may_be_empty = may_be_empty || empty;
    }
  }
  return true;
}

}  // namespace

PatternParts parse_pattern(std::string_view pattern, const PatternSets& sets) {
  int count = 0;
  PatternParts parts = Parser(pattern, sets, 0, count).all();
  if (parts.empty()) {
    wrong("the pattern is empty");
  }
  return parts;
}

std::vector<std::string> first_words(const PatternParts& parts) {
  std::vector<std::string> words;
  bool may_be_empty = false;
  if (!add_first(parts, 0, words, may_be_empty) || may_be_empty) {
    return {};
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool matches(const PatternParts& parts, const Tokens& tokens, std::size_t end,
             SlotRanges& slots) {
  return Matcher(tokens, end, slots).sequence(parts, 0, 0, nullptr);
}

}  // namespace trialsheet
