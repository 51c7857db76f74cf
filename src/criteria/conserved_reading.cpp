// Reading: one walk over the tokens; at each the longest words that are known.

#include "criteria/conserved_reading.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/tokens.hpp"
#include "criteria/conserved_numbers.hpp"

namespace trialsheet {
namespace {

using Kind = Meaning::Kind;

constexpr std::size_t none = static_cast<std::size_t>(-1);

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// Lines between words, and what stands for a minus.
bool is_dash(const Token& token) {
  constexpr std::array<std::string_view, 5> dashes = {"–", "‐", "‑", "‒", "−"};
  return token.kind == Token::Kind::sign &&
         (token.plain == "-" ||
          (token.plain.size() > 1 && is_one_of(dashes, token.plain)));
}

/// What parts words or stands around them, and says nothing that a word does not.
bool is_punctuation(std::string_view sign) {
  constexpr std::array<std::string_view, 30> signs = {
      ".",  ",", ";", ":", "(", ")", "[", "]",      "{",      "}",
      "\"", "'", "“", "”", "‘", "’", "•", "*",      "—",      "…",
      "\\", "_", "!", "·", "|", "®", "™", "\u00A0", "\u2009", "\u202F"};
  return is_one_of(signs, sign);
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// "eGFR" and "NSAIDs", not "Aspirin": words that are read as they are written.
bool has_inner_capital(std::string_view written) {
  return written.size() > 1 &&
         std::any_of(written.begin() + 1, written.end(), is_capital);
}

/// A word without its plural, so far as English has a rule for it.
std::string singular(std::string_view word) {
  constexpr std::size_t shortest = 4;
  if (word.size() < shortest || !word.ends_with('s') || word.ends_with("ss") ||
      word.ends_with("us") || word.ends_with("is") || word.ends_with("as")) {
    return std::string(word);
  }
  if (word.ends_with("ies")) {
    return std::string(word.substr(0, word.size() - 3)) + "y";
  }
  return std::string(word.substr(0, word.size() - 1));
}

std::string normal_word(std::string_view written, std::string_view plain) {
  if (!has_inner_capital(written)) {
    return singular(plain);
  }
  const bool plural = written.ends_with('s') && is_capital(written[written.size() - 2]);
  return std::string(written.substr(0, written.size() - (plural ? 1 : 0)));
}

/// What a Roman numeral counts.
bool is_graded(std::string_view word) {
  constexpr std::array<std::string_view, 16> graded = {
      "stage",  "class", "grade", "type", "phase", "category", "group", "level",
      "status", "NYHA",  "ASA",   "FIGO", "AJCC",  "WHO",      "CTCAE", "score"};
  return is_one_of(graded, word);
}

class Reading {
 public:
  Reading(const Equivalents& equivalents, std::string_view text, const Tokens& tokens)
      : equivalents_(equivalents), text_(text), tokens_(tokens) {}

  std::vector<Meaning> read() {
    meanings_.reserve(tokens_.size());
    while (at_ < tokens_.size()) {
      if (!read_range() && !read_power() && !read_known() && !read_number() &&
          !read_word()) {
        read_sign();
      }
    }
    return std::move(meanings_);
  }

 private:
  const Token& token(std::size_t at) const { return tokens_[at]; }
  std::string_view written(std::size_t at) const {
    return text_.substr(token(at).begin, token(at).end - token(at).begin);
  }
  bool is(std::size_t at, Token::Kind kind) const {
    return at < tokens_.size() && token(at).kind == kind;
  }
  /// Whether nothing stands between a token and the one before it.
  bool is_glued(std::size_t at) const {
    return at > 0 && at < tokens_.size() && token(at - 1).end == token(at).begin;
  }
  Equivalents::Match known_at(std::size_t at) const {
    return at < tokens_.size() ? equivalents_.find(text_, tokens_, at, number_ != none)
                               : Equivalents::Match{};
  }

  void say(Kind kind, std::string text);
  bool says_first(std::size_t at, Kind kind) const;
  bool is_number(std::size_t at) const;
  bool is_graded_here() const;
  void look_for_range(std::size_t between);
  bool starts_sentence() const;
  bool is_letter_a(const Equivalents::Match& match) const;
  void say_after_number(const Equivalent& equivalent);

  bool read_range();
  bool read_power();
  bool read_known();
  bool read_number();
  bool read_word();
  void read_sign();
  bool read_fraction();
  bool read_dash();
  bool read_slash();

  const Equivalents& equivalents_;
  std::string_view text_;
  const Tokens& tokens_;
  std::size_t at_ = 0;
  std::vector<Meaning> meanings_;
  std::size_t number_ = none;     ///< the last meaning but for units, if it is a number
  std::size_t range_and_ = none;  ///< what joins "between 18 and 65"
  bool minus_ = false;            ///< stands before the next number
  bool has_age_ = false;
};

void Reading::say(Kind kind, std::string text) {
  const bool age = kind == Kind::word && text == "age";
  if (age && std::exchange(has_age_, true)) {
    return;
  }
  meanings_.push_back({kind, std::move(text)});
  if (kind == Kind::number) {
    number_ = meanings_.size() - 1;
  } else if (kind != Kind::unit && !age) {
    number_ = none;
  }
}

bool Reading::says_first(std::size_t at, Kind kind) const {
  const Equivalents::Match match = known_at(at);
  return match.equivalent != nullptr && !match.equivalent->means.empty() &&
         match.equivalent->means.front().kind == kind;
}

bool Reading::is_number(std::size_t at) const {
  return is(at, Token::Kind::number) || says_first(at, Kind::number) ||
         (is(at, Token::Kind::word) && roman_number(written(at)).has_value());
}

/// Whether a Roman numeral here is one: "stage III", "class II or IV".
bool Reading::is_graded_here() const {
  constexpr std::size_t farthest = 8;
  const std::size_t size = meanings_.size();
  for (std::size_t back = 1; back <= std::min(farthest, size); ++back) {
    const Meaning& meaning = meanings_[size - back];
    if (meaning.kind == Kind::word) {
      return is_graded(meaning.text);
    }
    if (meaning.kind != Kind::number && meaning.kind != Kind::comparison &&
        meaning.kind != Kind::connective) {
      return false;
    }
  }
  return false;
}

/// "18-65", "18 to 65 years", "between 18 and 65".
bool Reading::read_range() {
  const std::string_view plain = token(at_).plain;
  if (plain == "between") {
    look_for_range(at_);
    at_ += range_and_ == none ? 0 : 1;
    return range_and_ != none;
  }
  const bool joins = plain == "to" || is_dash(token(at_));
  const auto number_follows = [&] {
    const bool signed_number = plain == "to" && is(at_ + 1, Token::Kind::sign) &&
                               is_dash(token(at_ + 1)) &&
                               is(at_ + 2, Token::Kind::number);
    return signed_number || is_number(at_ + 1);
  };
  if (at_ != range_and_ && (!joins || number_ == none || !number_follows())) {
    return false;
  }
  range_and_ = none;
  say(Kind::comparison, "to");
  ++at_;
  return true;
}

void Reading::look_for_range(std::size_t between) {
  constexpr std::size_t farthest = 5;
  range_and_ = none;
  std::size_t at = between + 1;
  while (at <= between + farthest && !is(at, Token::Kind::number)) {
    ++at;
  }
  for (std::size_t end = at + farthest; at < end && at < tokens_.size(); ++at) {
    const std::string_view plain = token(at).plain;
    const bool joins = plain == "and" || plain == "to" || is_dash(token(at));
    if (joins && is_number(at + 1)) {
      range_and_ = at;
      return;
    }
  }
}

bool Reading::read_power() {
  const std::optional<PowerOfTen> power = power_of_ten(tokens_, at_);
  if (!power) {
    return false;
  }
  if (power->multiplies) {
    say(Kind::unit, "times");
  }
  say(Kind::number, (std::exchange(minus_, false) ? "-" : "") + power->text);
  at_ += power->count;
  return true;
}

bool Reading::starts_sentence() const {
  constexpr std::array<std::string_view, 7> starts = {".", ":", ";", "(", "[", "•", "*"};
  return at_ == 0 || is_one_of(starts, token(at_ - 1).plain) ||
         (is_dash(token(at_ - 1)) && !is_glued(at_));
}

/// "A" of "hepatitis A" is no article.
bool Reading::is_letter_a(const Equivalents::Match& match) const {
  return match.count == 1 && written(at_) == "A" && !starts_sentence();
}

/// "18 years or older": as if it were "at least 18 years of age".
void Reading::say_after_number(const Equivalent& equivalent) {
  const auto number = static_cast<std::ptrdiff_t>(number_);
  meanings_.insert(meanings_.begin() + number, equivalent.means.front());
  number_ = none;
  for (std::size_t i = 1; i < equivalent.means.size(); ++i) {
    say(equivalent.means[i].kind, equivalent.means[i].text);
  }
}

bool Reading::read_known() {
  const Equivalents::Match match = known_at(at_);
  if (match.equivalent == nullptr || is_letter_a(match)) {
    return false;
  }
  if (match.equivalent->only == Equivalent::Only::after_number) {
    say_after_number(*match.equivalent);
  } else {
    for (const Meaning& meaning : match.equivalent->means) {
      say(meaning.kind, meaning.text);
    }
  }
  at_ += match.count;
  return true;
}

bool Reading::read_number() {
  if (!is(at_, Token::Kind::number)) {
    return false;
  }
  std::string number =
      (std::exchange(minus_, false) ? "-" : "") + plain_number(token(at_).plain);
  ++at_;
  // "3a" is a grade, not three of something.
  if (is(at_, Token::Kind::word) && is_glued(at_)) {
    const std::string_view plain = token(at_).plain;
    if (plain == "a" || plain == "b" || plain == "c") {
      number += static_cast<char>(plain[0] - 'a' + 'A');
      ++at_;
    }
  }
  say(Kind::number, std::move(number));
  return true;
}

bool Reading::read_word() {
  if (!is(at_, Token::Kind::word)) {
    return false;
  }
  if (const auto roman = roman_number(written(at_)); roman && is_graded_here()) {
    say(Kind::number, *roman);
  } else {
    say(Kind::word, normal_word(written(at_), token(at_).plain));
  }
  ++at_;
  return true;
}

void Reading::read_sign() {
  if (read_fraction() || read_dash() || read_slash()) {
    return;
  }
  if (!is_punctuation(token(at_).plain)) {
    say(Kind::word, std::string(token(at_).plain));
  }
  ++at_;
}

/// ".5"
bool Reading::read_fraction() {
  if (token(at_).plain != "." || is_glued(at_) || !is_glued(at_ + 1) ||
      !is(at_ + 1, Token::Kind::number)) {
    return false;
  }
  const std::string_view digits = token(at_ + 1).plain;
  say(Kind::number, (std::exchange(minus_, false) ? "-0." : "0.") + std::string(digits));
  at_ += 2;
  return true;
}

/// A minus, or the mark of "HER2-"; others only join words.
bool Reading::read_dash() {
  if (!is_dash(token(at_))) {
    return false;
  }
  const bool after_sign = at_ > 0 && is(at_ - 1, Token::Kind::sign);
  const bool before = is_glued(at_) && !after_sign;
  const bool after = is_glued(at_ + 1) && !is(at_ + 1, Token::Kind::sign);
  minus_ = !before && after && is(at_ + 1, Token::Kind::number);
  if (before && !after) {
    say(Kind::negation, "-");
  }
  ++at_;
  return true;
}

/// "/" between a number or unit and a unit says "per", else something between and and or.
bool Reading::read_slash() {
  if (token(at_).plain != "/") {
    return false;
  }
  const bool measured = !meanings_.empty() && (meanings_.back().kind == Kind::number ||
                                               meanings_.back().kind == Kind::unit);
  if (measured && says_first(at_ + 1, Kind::unit)) {
    say(Kind::unit, "per");
  } else {
    say(Kind::connective, "/");
  }
  ++at_;
  return true;
}

}  // namespace

std::vector<Meaning> meanings_of(const Equivalents& equivalents, std::string_view text,
                                 const Tokens& tokens) {
  return Reading(equivalents, text, tokens).read();
}

bool orders(const Meaning& meaning) {
  return meaning.kind < Kind::unit;
}

}  // namespace trialsheet
