// Age lines: recognises a rule that says the age or sex of the fields and nothing else.
//
// Such a rule counts as shown and is not printed a second time, so a wrong "yes" would
// hide a rule. Every word of it must be known, every comparator inclusive, every number
// equal.

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/text.hpp"
#include "summary/age_words.hpp"
#include "summary/parts.hpp"

namespace trialsheet {
namespace {

using age_words::fillers;
using age_words::Phrase;
using age_words::phrases;
using age_words::Sign;

/// What the rule was read as; `known` only if every word of it was.
struct Reading {
  bool known = true;
  std::vector<Sign> signs;   ///< in order, without the sexes
  std::vector<int> numbers;  ///< in order
  std::vector<Sign> sexes;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Every word that a rule about nothing but age and sex can hold, by its first letter.
class KnownWords {
 public:
  KnownWords() {
    std::for_each(fillers.begin(), fillers.end(), [this](auto word) { add(word); });
    for (const Phrase& phrase : phrases) {
      for (std::size_t at = 0; at < phrase.text.size();) {
        const std::size_t end = std::min(phrase.text.find(' ', at), phrase.text.size());
        add(phrase.text.substr(at, end - at));
        at = end + 1;
      }
    }
  }

  /// `word`: letters, in lower case.
  bool has(std::string_view word) const {
    const auto& list = words_[static_cast<std::size_t>(word.front() - 'a')];
    return std::find(list.begin(), list.end(), word) != list.end();
  }

 private:
  void add(std::string_view word) {
    if (is_letter(word.front())) {
      words_[static_cast<std::size_t>(word.front() - 'a')].push_back(word);
    }
  }

  std::array<std::vector<std::string_view>, 26> words_;
};

/// False of nearly every rule, and told by its first words: it has one that is not known.
bool may_be_known(std::string_view rule) {
  static const KnownWords words;
  for (auto at = rule.begin(); at != rule.end();) {
    const auto begin = std::find_if(at, rule.end(), is_letter);
    at = std::find_if_not(begin, rule.end(), is_letter);
    if (begin != at && !words.has(LowerText(std::string_view(begin, at)).view())) {
      return false;
    }
  }
  return true;
}

/// `text` in lower case with a space on both sides of every symbol and number.
std::string spaced(std::string_view text) {
  std::string result;
  char last = ' ';
  const auto group_of = [](char c) {
    return c >= '0' && c <= '9'     ? '0'
           : (c >= 'a' && c <= 'z') ? 'a'
           : (c & 0x80)             ? 'u'
                                    : c;
  };
  for (const char c : lower_ascii(text)) {
    if (c == ' ' || c == ',' || c == ';' || c == ':' || c == '(' || c == ')' ||
        c == '\'') {
      result += ' ';
    } else {
      result +=
          group_of(c) != group_of(last) ? " " + std::string(1, c) : std::string(1, c);
    }
    last = c;
  }
  while (result.ends_with(" .") || result.ends_with(' ')) {
    result.resize(result.size() - (result.ends_with(' ') ? 1 : 2));
  }
  return one_line(result);
}

/// The phrase that `text` starts with as whole words, or nullptr.
const Phrase* phrase_at(std::string_view text) {
  for (const Phrase& phrase : phrases) {
    const bool starts =
        text.front() == phrase.text.front() && text.starts_with(phrase.text);
    if (starts &&
        (text.size() == phrase.text.size() || text[phrase.text.size()] == ' ')) {
      return &phrase;
    }
  }
  return nullptr;
}

void note_word(std::string_view word, Reading& reading) {
  int number = 0;
  const auto [end, problem] =
      std::from_chars(word.data(), word.data() + word.size(), number);
  if (problem == std::errc() && end == word.data() + word.size()) {
    reading.numbers.push_back(number);
  } else if (std::find(fillers.begin(), fillers.end(), word) == fillers.end()) {
    reading.known = false;
  }
}

void note_sign(Sign sign, Reading& reading) {
  if (sign == Sign::both_sexes || sign == Sign::male || sign == Sign::female) {
    reading.sexes.push_back(sign);
  } else if (sign != Sign::inclusive) {
    reading.signs.push_back(sign);
  }
}

Reading read(const std::string& text) {
  Reading reading;
  std::string_view rest = text;
  while (!rest.empty() && reading.known) {
    std::size_t length = std::min(rest.find(' '), rest.size());
    if (const Phrase* phrase = phrase_at(rest)) {
      length = phrase->text.size();
      note_sign(phrase->sign, reading);
    } else {
      note_word(rest.substr(0, length), reading);
    }
    rest.remove_prefix(std::min(length + 1, rest.size()));
  }
  return reading;
}

/// "Under 18 or over 65": in an exclusion the two stand side by side either way.
std::string without_or(std::string text) {
  for (std::size_t at; (at = text.find(" or ")) != std::string::npos;) {
    const std::string_view after = std::string_view(text).substr(at + 4);
    if (phrase_at(std::string_view(text).substr(at + 1)) != nullptr ||
        phrase_at(after) == nullptr) {
      break;
    }
    text.erase(at, 3);
  }
  return text;
}

bool is_years(const std::optional<Age>& age, int count) {
  return age && age->unit == Age::Unit::years && age->count == count;
}

/// Whether each age that the rule excludes is one that the fields exclude: "under 18".
bool excludes_same_ages(const Reading& reading, const Eligibility& eligibility) {
  if (reading.numbers.size() != reading.signs.size()) {
    return false;
  }
  for (std::size_t i = 0; i < reading.numbers.size(); ++i) {
    const bool less = reading.signs[i] == Sign::less;
    if (!less && reading.signs[i] != Sign::greater) {
      return false;
    }
    if (!is_years(less ? eligibility.minimum_age : eligibility.maximum_age,
                  reading.numbers[i])) {
      return false;
    }
  }
  return true;
}

bool same_ages(Reading reading, const Eligibility& eligibility) {
  constexpr int adult_years = 18;
  const std::vector<int>& numbers = reading.numbers;
  std::vector<Sign>& signs = reading.signs;
  using Signs = std::vector<Sign>;
  if (const auto adult = std::find(signs.begin(), signs.end(), Sign::adult);
      adult != signs.end()) {
    signs.erase(adult);
    if (numbers.empty()) {
      return signs.empty() && is_years(eligibility.minimum_age, adult_years);
    }
    if (!eligibility.minimum_age || eligibility.minimum_age->unit != Age::Unit::years ||
        eligibility.minimum_age->count < adult_years) {
      return false;
    }
  }
  // One end of the range that the fields state is said by the row of both.
  if (numbers.size() == 1 &&
      (signs == Signs{Sign::least} || signs == Signs{Sign::or_more} ||
       signs == Signs{Sign::least, Sign::or_more})) {
    return is_years(eligibility.minimum_age, numbers[0]);
  }
  if (numbers.size() == 1 &&
      (signs == Signs{Sign::most} || signs == Signs{Sign::or_less})) {
    return is_years(eligibility.maximum_age, numbers[0]);
  }
  if (numbers.size() == 1 && signs == Signs{Sign::less}) {
    return is_years(eligibility.maximum_age, numbers[0] - 1);  // under 18: up to 17
  }
  if (numbers.size() == 2 &&
      (signs == Signs{Sign::least, Sign::less} || signs == Signs{Sign::to, Sign::less})) {
    return is_years(eligibility.minimum_age, numbers[0]) &&
           is_years(eligibility.maximum_age, numbers[1] - 1);
  }
  return numbers.size() == 2 &&
         (signs == Signs{Sign::to} || signs == Signs{Sign::between} ||
          signs == Signs{Sign::between, Sign::to} ||
          signs == Signs{Sign::between, Sign::least, Sign::most} ||
          signs == Signs{Sign::between, Sign::least, Sign::to, Sign::most} ||
          signs == Signs{Sign::least, Sign::to, Sign::most} ||
          signs == Signs{Sign::least, Sign::most}) &&
         is_years(eligibility.minimum_age, numbers[0]) &&
         is_years(eligibility.maximum_age, numbers[1]);
}

bool same_sex(const Reading& reading, const Eligibility& eligibility) {
  if (reading.sexes.size() != 1 || eligibility.gender_based.value_or(false)) {
    return false;
  }
  switch (reading.sexes.front()) {
    case Sign::male:
      return eligibility.sex == "MALE";
    case Sign::female:
      return eligibility.sex == "FEMALE";
    default:
      return eligibility.sex == "ALL";
  }
}

/// Whether the fields have the age, or the last one below it ("under 18": up to 17).
bool is_an_age_of(const Eligibility& eligibility, int years) {
  return is_years(eligibility.minimum_age, years) ||
         is_years(eligibility.maximum_age, years) ||
         is_years(eligibility.maximum_age, years - 1);
}

/// `rule` without the sentence in which protocols of the US National Cancer Institute
/// (the template of its CTEP) give the reason for a study of adults: "Because no dosing
/// or adverse event data are currently available on the use of Examplin in patients < 18
/// years of age, children are excluded from this study."
std::string_view without_reason(std::string_view rule) {
  const std::size_t at = rule.find("Because no dosing or adverse event data");
  if (at == 0 || at == std::string_view::npos) {
    return rule;
  }
  const std::string_view reason = rule.substr(at);
  const bool is_all = reason.find("children are excluded") != reason.npos &&
                      reason.find(". ") == reason.npos;
  return is_all ? rule.substr(0, at) : rule;
}

}  // namespace

bool says_only_age_or_sex(std::string_view rule, const Eligibility& eligibility) {
  rule = without_reason(rule);
  if (!may_be_known(rule)) {
    return false;
  }
  const Reading reading = read(spaced(rule));
  const bool has_age = !reading.numbers.empty() || !reading.signs.empty();
  const bool has_sex = !reading.sexes.empty();
  if (!reading.known || (!has_age && !has_sex)) {
    return false;
  }
  return (!has_age || same_ages(reading, eligibility)) &&
         (!has_sex || same_sex(reading, eligibility));
}

bool states_other_ages(std::string_view rule, const Eligibility& eligibility) {
  if (!may_be_known(rule)) {
    return false;
  }
  const Reading reading = read(without_or(spaced(rule)));
  return reading.known && !reading.signs.empty() &&
         std::any_of(
             reading.numbers.begin(), reading.numbers.end(),
             [&eligibility](int years) { return !is_an_age_of(eligibility, years); });
}

bool excludes_only_by_age(std::string_view rule, const Eligibility& eligibility) {
  if (!may_be_known(rule)) {
    return false;
  }
  const Reading reading = read(without_or(spaced(rule)));
  return reading.known && !reading.numbers.empty() && reading.sexes.empty() &&
         excludes_same_ages(reading, eligibility);
}

}  // namespace trialsheet
