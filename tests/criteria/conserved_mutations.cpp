// Mutations: whole words, signs and digits replaced one by one.

#include "criteria/conserved_mutations.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace trialsheet::tests {
namespace {

using Texts = std::vector<std::string>;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_inside_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool stands_alone(const std::string& text, std::size_t at, std::size_t size) {
  // A hyphen after "non" or before "18" is of the word; in "no-show" it makes another.
  return (at == 0 || (!is_inside_word(text[at - 1]) && text[at - 1] != '-')) &&
         (at + size == text.size() ||
          (!is_inside_word(text[at + size]) && text[at + size] != '-'));
}

/// "18 and over" is "18 or over".
bool is_part_of_comparison(const std::string& text, std::size_t at) {
  constexpr std::array<std::string_view, 11> words = {
      "over",   "younger", "older", "above", "below",  "under",
      "higher", "lower",   "more",  "less",  "greater"};
  const std::string_view rest = std::string_view(text).substr(at);
  return std::any_of(words.begin(), words.end(),
                     [rest](std::string_view word) { return rest.starts_with(word); });
}

/// With `old`, where it stands as a whole word, one by one made `fresh`.
Texts replaced(const std::string& text, const std::string& old,
               const std::string& fresh) {
  Texts texts;
  for (std::size_t at = text.find(old); at != std::string::npos;
       at = text.find(old, at + 1)) {
    const std::size_t end = at + old.size();
    const bool joins = old == "and" || old == "or";
    if (stands_alone(text, at, old.size()) &&
        !(joins && is_part_of_comparison(text, std::min(end + 1, text.size())))) {
      texts.push_back(text.substr(0, at) + fresh + text.substr(end));
    }
  }
  return texts;
}

Texts replaced_sign(const std::string& text, const std::string& old,
                    const std::string& fresh) {
  Texts texts;
  for (std::size_t at = text.find(old); at != std::string::npos;
       at = text.find(old, at + 1)) {
    texts.push_back(text.substr(0, at) + fresh + text.substr(at + old.size()));
  }
  return texts;
}

void append(Texts& to, Texts from) {
  to.insert(to.end(), from.begin(), from.end());
}

Texts any_replaced(const std::string& text,
                   const std::vector<std::pair<std::string, std::string>>& pairs) {
  Texts texts;
  for (const auto& [old, fresh] : pairs) {
    append(texts, replaced(text, old, fresh));
  }
  return texts;
}

/// Each digit made another, or taken out with its number.
Texts digits_changed(const std::string& text) {
  Texts texts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      std::string changed = text;
      changed[i] = text[i] == '9' ? '4' : static_cast<char>(text[i] + 1);
      texts.push_back(changed);
    }
  }
  return texts;
}

Texts numbers_dropped(const std::string& text) {
  Texts texts;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() &&
           (is_digit(text[end]) || (end > at && text[end] == '.' &&
                                    end + 1 < text.size() && is_digit(text[end + 1])))) {
      ++end;
    }
    if (end > at && stands_alone(text, at, end - at)) {
      texts.push_back(text.substr(0, at) + text.substr(end));
    }
    at = std::max(end, at + 1);
  }
  return texts;
}

Texts points_dropped(const std::string& text) {
  Texts texts;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == '.' && is_digit(text[i - 1]) && is_digit(text[i + 1])) {
      texts.push_back(text.substr(0, i) + text.substr(i + 1));
    }
  }
  return texts;
}

/// Words without which a phrase of equivalents.json says the same: "diabetes mellitus",
/// "sign the written informed consent", "clinical trial", "between 5 to 15".
bool is_declared(const std::string& word) {
  constexpr std::array<std::string_view, 14> words = {
      "between",  "mothers", "mellitus", "signing",   "research", "clinical",  "written",
      "informed", "provide", "provided", "providing", "medical",  "medicinal", "capable"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A word of seven letters or more says something, but for those that name the reader.
bool says_something(const std::string& text) {
  constexpr std::size_t shortest = 7;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_inside_word(text[end])) {
      ++end;
    }
    std::string word = text.substr(at, end - at);
    std::transform(word.begin(), word.end(), word.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    const bool person = word.starts_with("patient") || word.starts_with("subject") ||
                        word.starts_with("particip") || word.starts_with("individual") ||
                        word.starts_with("volunteer") || word.starts_with("person");
    if (word.size() >= shortest && !person && !is_declared(word)) {
      return true;
    }
    at = std::max(end, at + 1);
  }
  return false;
}

/// Without what comes after the last comma, semicolon or period.
Texts last_clause_dropped(const std::string& text) {
  const std::size_t at = text.find_last_of(",;.", text.size() < 2 ? 0 : text.size() - 2);
  if (at == std::string::npos || !says_something(text.substr(at))) {
    return {};
  }
  return {text.substr(0, at)};
}

Texts exception_dropped(const std::string& text) {
  Texts texts;
  for (const char* word : {"except", "unless", "other than", "with the exception of",
                           "excluding", "apart from"}) {
    const std::size_t at = text.find(word);
    if (at != std::string::npos && stands_alone(text, at, std::string(word).size())) {
      texts.push_back(text.substr(0, at));
    }
  }
  return texts;
}

bool contains(const std::string& text, std::string_view word) {
  return text.find(word) != std::string::npos;
}

/// Of "HIV infection", "ECOG performance status" and "pregnant females" the name alone
/// says as much.
bool is_part_of_name(const std::string& text, const std::string& word) {
  const bool hiv = contains(text, "HIV") || contains(text, "mmunodeficiency");
  const bool ecog = contains(text, "ECOG") || contains(text, "Oncology Group") ||
                    contains(text, "oncology group");
  const bool pregnant = contains(text, "regnan") || contains(text, "actating") ||
                        contains(text, "ursing") || contains(text, "feeding");
  return (pregnant && contains(word, "emales")) ||
         (hiv && (contains(word, "nfect") || contains(word, "ositive"))) ||
         (ecog && contains(word, "erformance"));
}

/// Each word that says something taken out.
Texts words_dropped(const std::string& text) {
  Texts texts;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_inside_word(text[end])) {
      ++end;
    }
    if (end > at && stands_alone(text, at, end - at) &&
        says_something(text.substr(at, end - at)) &&
        !is_part_of_name(text, text.substr(at, end - at))) {
      texts.push_back(text.substr(0, at) + text.substr(end));
    }
    at = std::max(end, at + 1);
  }
  return texts;
}

Texts halves_swapped(const std::string& text) {
  const std::size_t at = text.find(" or ");
  if (at == std::string::npos || !says_something(text.substr(0, at)) ||
      !says_something(text.substr(at))) {
    return {};
  }
  const std::string left = text.substr(0, at);
  const std::string right = text.substr(at + 4);
  // "Mental disorders or mental disorders;"
  const std::string stem =
      left.substr(left.size() - std::min<std::size_t>(6, left.size()));
  const bool same = right.find(stem) != std::string::npos;
  return same ? Texts{} : Texts{right + " or " + left};
}

Mutation words(const char* name, std::vector<std::pair<std::string, std::string>> pairs) {
  return {name, [pairs](const std::string& text) { return any_replaced(text, pairs); }};
}

}  // namespace

const std::vector<Mutation>& mutations() {
  static const std::vector<Mutation> all = {
      words("a negation deleted",
            {{"no", ""}, {"not", ""}, {"No", ""}, {"without", "with"}, {"never", ""}}),
      words("a negation added",
            {{"have", "have not"}, {"is", "is not"}, {"with", "without"}}),
      words("un- taken off", {{"unable", "able"},
                              {"unwilling", "willing"},
                              {"uncontrolled", "controlled"},
                              {"unstable", "stable"},
                              {"unresectable", "resectable"},
                              {"untreated", "treated"}}),
      words("and, or", {{"and", "or"}, {"or", "and"}, {"and/or", "or"}}),
      words("before, after", {{"before", "after"},
                              {"after", "before"},
                              {"prior to", "after"},
                              {"prior to", "since"},
                              {"within", "after"},
                              {"during", "before"},
                              {"since", "until"}}),
      words("another unit", {{"days", "weeks"},
                             {"weeks", "months"},
                             {"months", "days"},
                             {"years", "months"},
                             {"hours", "days"},
                             {"mg", "g"},
                             {"mL", "L"},
                             {"half-lives", "days"},
                             {"ULN", "LLN"}}),
      words("another comparison", {{"at least", "at most"},
                                   {"at least", "more than"},
                                   {"more than", "less than"},
                                   {"less than", "more than"},
                                   {"greater than", "less than"},
                                   {"or older", "or younger"},
                                   {"or more", "or less"}}),
      words("another choice", {{"whichever is longer", ""},
                               {"whichever is longer", "whichever is shorter"}}),
      words("less certain", {{"known", ""},
                             {"suspected", ""},
                             {"active", ""},
                             {"prior", ""},
                             {"current", ""},
                             {"severe", "mild"},
                             {"chronic", "acute"},
                             {"history of", ""}}),
      words("a condition lost", {{"if", ""}, {"when", ""}, {"only", ""}, {"any", "all"}}),
      words("a twin", {{"adjuvant", "neoadjuvant"},
                       {"hypertension", "hypotension"},
                       {"hypothyroidism", "hyperthyroidism"},
                       {"metastatic", "non-metastatic"},
                       {"NSCLC", "SCLC"},
                       {"EGFR", "eGFR"}}),
      words("a class changed", {{"III", "II"}, {"IV", "III"}, {"II", "I"}}),
      {"≥ made >", [](const std::string& text) { return replaced_sign(text, "≥", ">"); }},
      {"≤ made <", [](const std::string& text) { return replaced_sign(text, "≤", "<"); }},
      {"< made >", [](const std::string& text) { return replaced_sign(text, "<", ">"); }},
      {"a comparison dropped",
       [](const std::string& text) { return replaced_sign(text, "≥", ""); }},
      {"% dropped", [](const std::string& text) { return replaced_sign(text, "%", ""); }},
      {"a digit changed", digits_changed},
      {"a number dropped", numbers_dropped},
      {"a decimal point dropped", points_dropped},
      {"the last clause dropped", last_clause_dropped},
      {"an exception dropped", exception_dropped},
      {"a word dropped", words_dropped},
      {"halves swapped", halves_swapped},
  };
  return all;
}

}  // namespace trialsheet::tests
