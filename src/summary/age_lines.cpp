// Age lines: what a rule about nothing but age, sex and health is to the fields of the
// record.
//
// A rule that the fields say counts as shown and is not printed a second time, so a wrong
// "yes" would hide a rule: every word of it must be known, every limit that of the
// fields.

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/text.hpp"
#include "summary/age_limits.hpp"
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
  bool healthy = false;
  bool adult = false;
  std::vector<AgeItem> items;  ///< in order, of ages only
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
    reading.items.push_back({number});
  } else if (std::find(fillers.begin(), fillers.end(), word) == fillers.end()) {
    reading.known = false;
  }
}

void note_sign(Sign sign, Reading& reading) {
  switch (sign) {
    case Sign::both_sexes:
    case Sign::male:
    case Sign::female:
      reading.sexes.push_back(sign);
      break;
    case Sign::adult:
      reading.adult = true;
      break;
    case Sign::healthy:
      reading.healthy = true;
      break;
    case Sign::inclusive:
      break;
    default:
      reading.items.push_back({std::nullopt, sign});
  }
}

/// "Under 18 and over 65": no "and over" of the first number, for another follows.
Sign sign_before(std::string_view rest, Sign sign) {
  const bool has_number = rest.size() > 1 && rest[1] >= '0' && rest[1] <= '9';
  return !has_number             ? sign
         : sign == Sign::or_more ? Sign::greater
         : sign == Sign::or_less ? Sign::less
                                 : sign;
}

Reading read(const std::string& text) {
  Reading reading;
  std::string_view rest = text;
  while (!rest.empty() && reading.known) {
    std::size_t length = std::min(rest.find(' '), rest.size());
    if (const Phrase* phrase = phrase_at(rest)) {
      length = phrase->text.size();
      note_sign(sign_before(rest.substr(length), phrase->sign), reading);
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

/// Ages are of whole years: who is over 18 is 18, or, as some mean it, 19.
bool is_least(const Eligibility& eligibility, AgeLimit limit) {
  return is_years(eligibility.minimum_age, limit.years) ||
         (limit.open && is_years(eligibility.minimum_age, limit.years + 1));
}

/// Under 18: up to 17.
bool is_most(const Eligibility& eligibility, AgeLimit limit) {
  return is_years(eligibility.maximum_age, limit.open ? limit.years - 1 : limit.years);
}

bool is_of_adults(const Eligibility& eligibility) {
  constexpr int adult_years = 18;
  return eligibility.minimum_age && eligibility.minimum_age->unit == Age::Unit::years &&
         eligibility.minimum_age->count >= adult_years;
}

/// What the ages of a rule for who may join are; `said` where it has none.
AgeSense sense_of_demanded_ages(const Reading& reading, const Eligibility& eligibility) {
  const std::optional<AgeLimits> limits = AgeLimits::of(reading.items);
  if (!limits) {
    return AgeSense::more;
  }
  // One end of the range that the fields state is said by the row of both.
  const bool is_said = (!limits->least || is_least(eligibility, *limits->least)) &&
                       (!limits->most || is_most(eligibility, *limits->most)) &&
                       (!reading.adult || is_of_adults(eligibility));
  return is_said ? AgeSense::said : AgeSense::otherwise;
}

/// Whether one that a rule keeps out by this is one whom the fields keep out.
bool is_kept_out(const Eligibility& eligibility, int years, Sign sign) {
  switch (sign) {
    case Sign::less:
      return is_years(eligibility.minimum_age, years);
    case Sign::most:
    case Sign::or_less:
      return is_years(eligibility.minimum_age, years + 1);
    case Sign::greater:
      return is_years(eligibility.maximum_age, years);
    default:
      return is_years(eligibility.maximum_age, years - 1);
  }
}

/// The same of a rule for who may not join: "under 18", "over 65 years or under 18".
AgeSense sense_of_barred_ages(const Reading& reading, const Eligibility& eligibility) {
  constexpr std::array signs = {Sign::less,    Sign::most,  Sign::or_less,
                                Sign::greater, Sign::least, Sign::or_more};
  const std::vector<AgeItem>& items = reading.items;
  if (items.size() % 2 != 0 || reading.adult) {
    return AgeSense::more;
  }
  bool is_said = true;
  for (std::size_t i = 0; i < items.size(); i += 2) {
    const bool number_first = items[i].years.has_value();
    const AgeItem& number = items[number_first ? i : i + 1];
    const Sign sign = items[number_first ? i + 1 : i].sign;
    const bool follows = sign == Sign::or_more || sign == Sign::or_less;
    if (!number.years || follows != number_first ||
        std::find(signs.begin(), signs.end(), sign) == signs.end()) {
      return AgeSense::more;
    }
    is_said = is_said && is_kept_out(eligibility, *number.years, sign);
  }
  return is_said ? AgeSense::said : AgeSense::otherwise;
}

bool is_of_sex(const Eligibility& eligibility, Sign sex) {
  return eligibility.sex == (sex == Sign::male     ? "MALE"
                             : sex == Sign::female ? "FEMALE"
                                                   : "ALL");
}

/// Whether all whom a rule keeps out by their sex are kept out by the field.
bool is_of_other_sex(const Eligibility& eligibility, Sign sex) {
  return sex != Sign::both_sexes && eligibility.sex != "ALL" &&
         eligibility.sex == (sex == Sign::male ? "FEMALE" : "MALE");
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

AgeSense sense_of_age_rule(std::string_view rule, const Eligibility& eligibility) {
  rule = without_reason(rule);
  if (!may_be_known(rule)) {
    return AgeSense::more;
  }
  const Reading reading = read(spaced(rule));
  const bool says = !reading.items.empty() || !reading.sexes.empty() || reading.adult;
  if (!reading.known || !says || reading.sexes.size() > 1) {
    return AgeSense::more;
  }
  const AgeSense ages = sense_of_demanded_ages(reading, eligibility);
  const bool same_sex =
      reading.sexes.empty() || is_of_sex(eligibility, reading.sexes.front());
  return ages == AgeSense::said && (!same_sex || reading.healthy) ? AgeSense::otherwise
                                                                  : ages;
}

AgeSense sense_of_age_bar(std::string_view rule, const Eligibility& eligibility) {
  if (!may_be_known(rule)) {
    return AgeSense::more;
  }
  const Reading reading = read(without_or(spaced(rule)));
  if (!reading.known || reading.healthy ||
      reading.items.empty() == reading.sexes.empty()) {
    return AgeSense::more;
  }
  if (reading.sexes.empty()) {
    return sense_of_barred_ages(reading, eligibility);
  }
  return reading.sexes.size() == 1 && !reading.adult &&
                 is_of_other_sex(eligibility, reading.sexes.front())
             ? AgeSense::said
             : AgeSense::more;
}

}  // namespace trialsheet
