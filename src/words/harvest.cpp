// Harvest: looks at every bracket that holds one abbreviation, or follows one. Only the
// words around these are cut into tokens.

#include "words/harvest.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "base/tokens.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t shortest = 2;
constexpr std::size_t longest = longest_abbreviation;
/// A single word that gives all letters, "tuberculosis", is no short one.
constexpr std::size_t long_word = 6;
constexpr std::size_t plural_word = 4;

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_small_word(std::string_view word) {
  constexpr std::string_view small[] = {"of", "the", "and",  "in", "for", "to",
                                        "a",  "or",  "with", "on", "at",  "by"};
  return std::find(std::begin(small), std::end(small), word) != std::end(small);
}

std::string_view spelled(std::string_view text, const Token& token) {
  return text.substr(token.begin, token.end - token.begin);
}

/// "RRMS" of "RRMSs"; empty if it is no abbreviation.
std::string_view abbreviation_in(std::string_view word) {
  if (word.size() > shortest && word.ends_with('s') && is_upper(word[word.size() - 2])) {
    word.remove_suffix(1);
  }
  const auto capitals = std::count_if(word.begin(), word.end(), is_upper);
  const bool ascii = std::all_of(word.begin(), word.end(), [](char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
  const bool good =
      ascii && capitals >= 2 && word.size() >= shortest && word.size() <= longest;
  return good ? word : std::string_view();
}

/// Whether words give the letters of an abbreviation, from `word` and `letter` on.
struct Match {
  const std::vector<std::string_view>& words;
  std::string letters;
  bool strict;  ///< each word gives one letter

  bool from(std::size_t word, std::size_t letter) const {
    if (word == words.size()) {
      return letter == letters.size();
    }
    if (word > 0 && is_small_word(words[word]) && from(word + 1, letter)) {
      return true;
    }
    return letter < letters.size() && words[word].front() == letters[letter] &&
           rest(word, 1, letter + 1);
  }

 private:
  /// Having used the letters of `word` before `at`: goes on in it, or with the next.
  bool rest(std::size_t word, std::size_t at, std::size_t letter) const {
    if (from(word + 1, letter)) {
      return true;
    }
    if (strict || letter == letters.size()) {
      return false;
    }
    const std::size_t next = words[word].find(letters[letter], at);
    return next != std::string_view::npos && rest(word, next + 1, letter + 1);
  }
};

bool matches(const std::vector<std::string_view>& words, std::string_view abbreviation,
             bool strict) {
  if (words.empty() || is_small_word(words.front()) ||
      (!strict && words.size() == 1 && words.front().size() < long_word)) {
    return false;
  }
  return Match{words, lower_ascii(abbreviation), strict}.from(0, 0);
}

bool is_joint(const Token& token) {
  return token.kind == Token::Kind::sign && (token.plain == "-" || token.plain == "/");
}

/// Adds what a part of a text defines.
class Harvester {
 public:
  Harvester(std::string_view text, Definitions& found)
      : text_(text), near_(text), found_(found) {}

  void look() {
    for (std::size_t at = 1; at + 2 < tokens_.size(); ++at) {
      if (tokens_[at].plain == "(") {
        look_before(at);
        look_inside(at);
      }
    }
  }

 private:
  /// "long form (ABBR)", with the bracket at `open`.
  void look_before(std::size_t open) {
    const std::string_view abbreviation =
        abbreviation_in(spelled(text_, tokens_[open + 1]));
    if (abbreviation.empty() || tokens_[open + 2].plain != ")") {
      return;
    }
    for (const bool strict : {true, false}) {
      std::vector<std::string_view> words;
      for (std::size_t at = open; at-- > 0 && words.size() < 2 * longest;) {
        if (is_joint(tokens_[at])) {
          continue;
        }
        if (tokens_[at].kind == Token::Kind::sign || broken_after(at)) {
          break;
        }
        words.insert(words.begin(), tokens_[at].plain);
        if (matches(words, abbreviation, strict)) {
          note(abbreviation, at, open - 1);
          return;
        }
      }
    }
  }

  /// "ABBR (long form)".
  void look_inside(std::size_t open) {
    const std::string_view abbreviation =
        abbreviation_in(spelled(text_, tokens_[open - 1]));
    std::vector<std::string_view> words;
    std::size_t at = open + 1;
    for (; at < tokens_.size() && words.size() < 2 * longest; ++at) {
      if (tokens_[at].kind != Token::Kind::sign) {
        words.push_back(tokens_[at].plain);
      } else if (!is_joint(tokens_[at])) {
        break;
      }
    }
    const bool closed = at < tokens_.size() && tokens_[at].plain == ")";
    if (!abbreviation.empty() && closed &&
        (matches(words, abbreviation, true) || matches(words, abbreviation, false))) {
      note(abbreviation, open + 1, at - 1);
    }
  }

  /// Whether a line ends between token `at` and the next.
  bool broken_after(std::size_t at) const {
    const std::size_t end = tokens_[at].end;
    return text_.substr(end, tokens_[at + 1].begin - end).find('\n') !=
           std::string_view::npos;
  }

  void note(std::string_view abbreviation, std::size_t first, std::size_t last) {
    const std::size_t begin = tokens_[first].begin;
    std::string name(text_.substr(begin, tokens_[last].end - begin));
    const auto [known, fresh] = found_.emplace(abbreviation, name);
    if (!fresh && plain_name(known->second) != plain_name(name)) {
      known->second.clear();
    }
  }

  std::string_view text_;
  NearTokens near_;
  const Tokens& tokens_ = near_.all();
  Definitions& found_;
};

constexpr std::string_view spaces = " \n\t\r";
constexpr std::size_t none = std::string_view::npos;

bool is_alphanumeric(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Whether the last word of `text` has the capitals of an abbreviation.
bool may_end_in_abbreviation(std::string_view text) {
  const auto begin = std::find_if_not(text.rbegin(), text.rend(), is_alphanumeric);
  return std::count_if(text.rbegin(), begin, is_upper) > 1;
}

/// Whether that has the first word of `text`, and the bracket closes behind it.
bool may_be_abbreviation_in_bracket(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
  const auto end = std::find_if_not(text.begin(), text.end(), is_alphanumeric);
  const std::string_view rest(end, text.end());
  return std::count_if(text.begin(), end, is_upper) > 1 &&
         rest.substr(std::min(rest.find_first_not_of(spaces), rest.size()))
             .starts_with(')');
}

/// Where the words begin that may stand before the bracket behind `text`: in its last
/// line, behind the last sign that parts them from others.
std::size_t start_of_words(std::string_view text) {
  std::size_t at = text.size();
  for (char behind = ' '; at > 0; behind = text[--at]) {
    const char c = text[at - 1];
    const bool stops = (c == ',' || c == '.') && behind == ' ';  // not "1,500"
    if (stops || c == '\n' || c == '(' || c == ')' || c == ';' || c == ':') {
      break;
    }
  }
  return at;
}

}  // namespace

Definitions harvest(std::string_view text) {
  Definitions found;
  harvest(text, found);
  return found;
}

void harvest(std::string_view text, Definitions& found) {
  // Brackets that are close together, and the words before the first.
  std::size_t begin = 0;
  std::size_t end = 0;
  const auto look = [&] {
    if (begin < end) {
      Harvester(text.substr(begin, end - begin), found).look();
    }
  };
  std::size_t close = 0;
  for (std::size_t open = text.find('('); open != none; open = text.find('(', open + 1)) {
    const std::string_view before =
        text.substr(0, text.substr(0, open).find_last_not_of(spaces) + 1);
    if (!may_end_in_abbreviation(before) &&
        !may_be_abbreviation_in_bracket(text.substr(open + 1))) {
      continue;
    }
    close = close < open ? text.find(')', open) : close;
    if (close == none) {
      break;
    }
    if (before.size() > end) {
      look();
      begin = start_of_words(before);
    }
    end = std::max(end, close + 1);
  }
  look();
}

std::string plain_name(std::string_view name) {
  std::string plain;
  const NearTokens tokens(name);
  for (const Token& token : tokens.all()) {
    if (token.kind == Token::Kind::sign) {
      continue;
    }
    std::string_view word = token.plain;
    if (word.size() >= plural_word && word.ends_with('s') && !word.ends_with("ss") &&
        !word.ends_with("is")) {
      word.remove_suffix(1);
    }
    plain += plain.empty() ? "" : " ";
    plain += word;
  }
  return plain;
}

}  // namespace trialsheet
