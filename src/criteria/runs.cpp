// Runs: found by markers that count up or repeat. Every search goes on from where the
// last one ended, so a line takes linear time.

#include "criteria/runs.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "criteria/signs.hpp"
#include "criteria/words_of.hpp"

namespace trialsheet {
namespace {

constexpr auto npos = std::string_view::npos;

/// How numbers of one run are written: what stands before and behind each.
struct Form {
  std::string_view before;
  std::string_view behind;
  std::string_view first;  ///< number
  Marker marker;
  std::size_t least;  ///< so many of them make a run at the start of a line
  char32_t zero = 0;  ///< of numbers that are one character: the one before the first
};

// A full stop or a dash after a number is common in sentences, so those need three.
constexpr std::array<Form, 7> forms = {{{"(", ")", "(1)", Marker::number_in_parens, 2},
                                        {"", ").", "1).", Marker::number_in_parens, 2},
                                        {"", ")", "1)", Marker::number_in_parens, 2},
                                        {"", ". ", "1. ", Marker::number, 3},
                                        {"", "-", "1-", Marker::number, 3},
                                        {"", "", "①", Marker::circled, 2, 0x245F},
                                        {"", "", "⑴", Marker::circled, 2, 0x2473}}};
// Elsewhere than at the start of a line, whatever the form.
constexpr std::size_t least_after_lead = 3;

std::string written(const Form& form, std::size_t number) {
  if (form.zero != 0) {
    return number > 20 ? "\n" : to_utf8(form.zero + static_cast<char32_t>(number));
  }
  return std::string(form.before) + std::to_string(number) + std::string(form.behind);
}

/// The next `marker` from `from` on that stands at the start or after a space or colon.
std::size_t find_number(std::string_view text, std::string_view marker,
                        std::size_t from) {
  const bool anywhere = static_cast<unsigned char>(marker[0]) >= 0x80;
  std::size_t at = text.find(marker, from);
  while (!anywhere && at != npos && at != 0 && text[at - 1] != ' ' &&
         text[at - 1] != ':' && text[at - 1] != ';' &&
         !text.substr(0, at).ends_with(" .") && !text.substr(0, at).ends_with("；")) {
    at = text.find(marker, at + 1);
  }
  return at;
}

/// The number after a missing one of a run that has counted to `number` ("6) a, 8) b"):
/// only where a list parts its rules, or with a marker that is no part of a sentence.
std::size_t find_number_after_gap(std::string_view text, const Form& form,
                                  std::size_t number, std::size_t from) {
  constexpr std::size_t counted = 3;
  const bool plain = form.behind == ").";
  const bool sure = (plain || form.behind == ")") && number >= counted;
  const std::size_t at = sure ? find_number(text, written(form, number + 2), from) : npos;
  const std::string_view before = trimmed(text.substr(0, at == npos ? 0 : at));
  const bool parted =
      before.ends_with(',') || before.ends_with(';') || before.ends_with('.');
  return plain || parted ? at : npos;
}

Run find_run(std::string_view text, const Form& form) {
  Run run;
  run.marker = form.marker;
  run.start = find_number(text, form.first, 0);
  std::size_t at = run.start;
  for (std::size_t number = 1; at != npos; ++number) {
    const std::size_t words = at + written(form, number).size();
    at = find_number(text, written(form, number + 1), words);
    if (at == npos) {
      at = find_number_after_gap(text, form, number, words);
      number += at == npos ? 0 : 1;
    }
    run.parts.push_back(trimmed(text.substr(words, at == npos ? npos : at - words)));
  }
  return run;
}

bool is_long_enough(const Run& run, const Form& form) {
  return run.parts.size() >= (run.start == 0 ? form.least : least_after_lead);
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z');
}

/// Whether a number after the word is one that the word has: "grade 4", "Visit 1".
bool names_a_number(std::string_view lower_word) {
  constexpr std::string_view naming =
      " grade stage class type phase score than least most level figure table appendix "
      "section criterion criteria number cycle cycles version visit week weeks day days "
      "over under above below about from day month months year years chapter group "
      "cohort ";
  return stands_in(naming, lower_word);
}

/// Whether a number after `before` counts rules and not something that the words name:
/// "grade 4. Patients", "2, 3 or 4. Patients".
bool may_precede_number(std::string_view before) {
  before = trimmed(before);
  const std::size_t start = before.rfind(' ') + 1;  // npos + 1 is 0
  const std::string word = lower_ascii(before.substr(start));
  if (word.empty()) {
    return false;
  }
  if (!is_letter(word.back())) {
    return word.ends_with("。") || word.back() == '.' || word.back() == '%' ||
           word.back() == ')' || word.back() == ';';
  }
  // "3 x ULN 4. Words": of the short words only that limit ends so many rules.
  return (word.size() >= 4 || word == "uln") && !names_a_number(word);
}

/// Whether `first` stands in `text` as the number of a rule; "0 or 1." is an amount.
bool begins_a_list(std::string_view text, const std::string& first) {
  for (std::size_t at = find_number(text, first, 0); at != npos;
       at = find_number(text, first, at + 1)) {
    const std::string before = lower_ascii(trimmed(text.substr(0, at)));
    const bool amount = before.ends_with(" or") || before.ends_with(" to") ||
                        before.ends_with(" and") || before.ends_with("-") ||
                        names_a_number(before.substr(before.rfind(' ') + 1));
    if (!amount) {
      return true;
    }
  }
  return false;
}

/// Whether the full stop at `at` ends a sentence and no abbreviation: "vs. A".
bool ends_sentence(std::string_view text, std::size_t at) {
  constexpr std::size_t shortest = 4;
  const std::size_t next = text.find_first_not_of(' ', at + 1);
  const std::size_t word = text.substr(0, at).rfind(' ') + 1;  // npos + 1 is 0
  const char last = at > 0 ? text[at - 1] : ' ';
  const bool initials = at - word >= 2 && is_upper(last);
  const bool counts =
      last == ')' || at - word >= shortest || initials || (last >= '0' && last <= '9');
  return counts && next != npos && is_upper(text[next]) &&
         text.substr(word, at - word).find('.') == npos;
}

/// Whether the sentence tells more of what the one before it was about.
bool goes_on(std::string_view sentence) {
  constexpr std::string_view starts =
      " the this these those that they it its if in for such however also when note "
      "please "
      "both each otherwise therefore but and or ";
  const std::string first =
      lower_ascii(sentence.substr(0, sentence.find_first_of(" ,:")));
  const bool sentence_words = sentence.find(" will ") != npos ||
                              sentence.find(" is defined ") != npos ||
                              sentence.find(':') != npos;
  return sentence_words || starts.find(' ' + first + ' ') != npos;
}

/// Where the words of the rule start if `number`, which stands at `at`, counts one.
std::size_t words_of_number(std::string_view text, std::size_t number, std::size_t at) {
  // Below it a number is as likely an amount.
  constexpr std::size_t least = 2;
  const std::size_t closing = text.find_first_not_of("0123456789", at);
  if (closing == npos) {
    return npos;
  }
  const std::size_t words =
      std::min(text.find_first_not_of(' ', closing + 1), text.size());
  const std::string_view before = trimmed(text.substr(0, at));
  const bool listed =
      (before.ends_with(';') || before.ends_with("；")) &&
      (text[closing] == '.' || text[closing] == ')' || text[closing] == '-');
  // "words, 8) words": so short a marker is no part of a sentence.
  const bool in_parens = number > least && before.ends_with(',') &&
                         text[closing] == ')' && text.substr(closing).starts_with(") ");
  const bool counted =
      number >= least && text[closing] == '.' && may_precede_number(before);
  const bool any_letter = listed || in_parens || before.ends_with('%');
  const bool found = words < text.size() &&
                     (is_upper(text[words]) || (any_letter && is_letter(text[words]))) &&
                     (listed || in_parens || counted);
  return found ? words : npos;
}

}  // namespace

Run find_run(std::string_view text) {
  // Cheap, and true of many lines: what all the forms begin with is not there.
  if (text.find('1') == npos && text.find('\xE2') == npos) {
    return {};
  }
  for (const Form& form : forms) {
    Run run = find_run(text, form);
    if (is_long_enough(run, form)) {
      return run;
    }
  }
  return {};
}

bool can_be_cut(std::string_view text, const Run& run) {
  const bool empty = std::any_of(run.parts.begin(), run.parts.end(),
                                 [](std::string_view part) { return !has_words(part); });
  if (run.start == npos || empty) {
    return false;
  }
  if (run.start == 0) {
    return std::none_of(run.parts.begin(), run.parts.end() - 1, ends_in_conjunction);
  }
  const std::string_view lead = trimmed(text.substr(0, run.start));
  return lead.ends_with(':') || lead.ends_with("\xEF\xBC\x9A");
}

NumberAt find_next_number(std::string_view text, std::size_t number, std::size_t from) {
  const std::string digits = std::to_string(number);
  for (std::size_t at = find_number(text, digits, from); at != npos;
       at = find_number(text, digits, at + 1)) {
    const std::size_t words = at > 0 ? words_of_number(text, number, at) : npos;
    if (words != npos) {
      return {at, words - at};
    }
  }
  return {};
}

std::vector<std::string_view> next_numbers(std::string_view text, std::size_t number) {
  // A list of its own starts in the words: its numbers are not those of the items.
  if (begins_a_list(text, "1.") || begins_a_list(text, "1)")) {
    return {text};
  }
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  while (true) {
    const NumberAt next = find_next_number(text, ++number, start);
    if (next.at == npos) {
      break;
    }
    parts.push_back(trimmed(text.substr(start, next.at - start)));
    start = next.at + next.length;
  }
  parts.push_back(trimmed(text.substr(start)));
  return parts;
}

std::vector<std::string_view> sentence_parts(std::string_view text) {
  constexpr std::size_t least = 3;
  constexpr std::size_t longest = 130;
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  for (std::size_t at = text.find(". "); at != npos; at = text.find(". ", at + 1)) {
    if (ends_sentence(text, at)) {
      parts.push_back(trimmed(text.substr(start, at + 1 - start)));
      start = at + 1;
    }
  }
  parts.push_back(trimmed(text.substr(start)));
  const bool bad = std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
    return part.size() > longest || goes_on(part);
  });
  return bad || parts.size() < least ? std::vector<std::string_view>{} : parts;
}

}  // namespace trialsheet
