// Whom a rule is for: told by its first words, or by the heading over it.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/tokens.hpp"
#include "base/word_set.hpp"
#include "summary/sense.hpp"

namespace trialsheet {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : lower_ascii(text)) {
    const bool letter = (c >= 'a' && c <= 'z') || c == '-';
    if (letter) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

bool is_one_of(std::string_view word,
               const std::initializer_list<std::string_view>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

const WordSet& parts() {
  static const WordSet words = {"cohort", "cohorts", "arm",   "arms",   "group",
                                "groups", "part",    "phase", "stratum"};
  return words;
}

/// Cheap, and true of few rules: the others need no closer look.
bool names_a_part_before(const Tokens& text, std::size_t reach) {
  return std::any_of(text.begin(), text.end(), [reach](const Token& token) {
    return token.begin < reach && parts().has(token);
  });
}

/// "Parents:", "Healthy volunteers:", "Oncologists:"; not "Patients must:".
bool names_people_first(const Tokens& text) {
  static const WordSet people = {
      "patients",   "patient",     "clinicians", "clinician", "caregivers", "caregiver",
      "carers",     "parents",     "parent",     "controls",  "control",    "volunteers",
      "physicians", "physician",   "providers",  "partners",  "children",   "nurses",
      "students",   "staff",       "women",      "men",       "donors",     "siblings",
      "relatives",  "adolescents", "teachers",   "cases",     "families",   "dyads"};
  constexpr std::size_t first_words = 3;
  const std::size_t end = std::min(first_words, text.size());
  for (std::size_t at = 1; at < end; ++at) {
    if (text[at].plain == ":") {
      return at + 1 < text.size() && people.has(text[at - 1]) &&
             (at == 1 || is_one_of(text[0].plain, {"healthy", "the", "family", "for",
                                                   "asthma", "adult", "normal"}));
    }
  }
  return false;
}

/// Where the words of `pair` stand among the first of the rules, one in each, and what
/// follows them begins alike.
struct Opposites {
  std::string_view one;
  std::string_view other;
};

constexpr std::array<Opposites, 12> opposites = {{{"chronic", "episodic"},
                                                  {"chronic", "acute"},
                                                  {"classic", "variant"},
                                                  {"classical", "variant"},
                                                  {"primary", "secondary"},
                                                  {"relapsed", "untreated"},
                                                  {"unilateral", "bilateral"},
                                                  {"benign", "malignant"},
                                                  {"ischemic", "hemorrhagic"},
                                                  {"congenital", "acquired"},
                                                  {"sporadic", "familial"},
                                                  {"healthy", "diseased"}}};

/// Whether `word` stands among the first words of `text`, and no such word beside it.
bool begins_with(const Tokens& text, std::string_view word, std::string_view opposite) {
  constexpr std::size_t first_words = 5;
  const auto end =
      text.begin() + static_cast<std::ptrdiff_t>(std::min(first_words, text.size()));
  const auto has = [&](auto last, std::string_view wanted) {
    return std::any_of(text.begin(), last,
                       [wanted](const Token& token) { return token.plain == wanted; });
  };
  return has(end, word) && !has(text.end(), opposite) && !has(text.end(), "or") &&
         !has(text.end(), "no") && !has(text.end(), "not");
}

/// Whether both texts have a long word in common that is not only of people.
bool share_a_word(const Tokens& text, const Tokens& other) {
  constexpr std::size_t long_word = 6;
  constexpr std::size_t first_words = 9;
  static const WordSet common = {"patients",  "subjects",  "participants",
                                 "diagnosis", "diagnosed", "disease"};
  const auto first = [&](const Tokens& tokens) {
    return tokens.begin() +
           static_cast<std::ptrdiff_t>(std::min(first_words, tokens.size()));
  };
  return std::any_of(text.begin(), first(text), [&](const Token& token) {
    return token.kind == Token::Kind::word && token.plain.size() >= long_word &&
           !common.has(token) &&
           std::any_of(other.begin(), first(other),
                       [&token](const Token& each) { return each.plain == token.plain; });
  });
}

/// "Mycosis fungoides patients": who they are and nothing more.
bool only_names_patients(const Tokens& text) {
  constexpr std::size_t fewest = 2;
  constexpr std::size_t most = 8;
  std::size_t size = text.size();
  while (size > 0 && text[size - 1].kind == Token::Kind::sign) {
    --size;
  }
  return size >= fewest && size <= most && text[size - 1].plain == "patients" &&
         std::none_of(text.begin(), text.end(), [](const Token& token) {
           return is_one_of(token.plain,
                            {"male",         "female",      "adult", "pediatric",
                             "elderly",      "all",         "any",   "age",
                             "aged",         "old",         "asa",   "eligible",
                             "hospitalized", "only",        "icu",   "consenting",
                             "cooperative",  "stable",      "of",    "undergoing",
                             "willing",      "outpatients", "both"}) ||
                  token.kind == Token::Kind::number;
         });
}

}  // namespace

bool may_be_an_alternative(const RuleText& rule) {
  static const WordSet telling = {
      "chronic",  "episodic",  "acute",    "classic",     "variant",    "classical",
      "primary",  "secondary", "relapsed", "untreated",   "unilateral", "bilateral",
      "benign",   "malignant", "ischemic", "hemorrhagic", "congenital", "acquired",
      "sporadic", "familial",  "healthy",  "diseased"};
  return telling.has_one_of(rule.tokens) || only_names_patients(rule.tokens);
}

bool are_alternatives(const RuleText& rule, const RuleText& other) {
  const Tokens& a = rule.tokens;
  const Tokens& b = other.tokens;
  if (only_names_patients(a) && only_names_patients(b)) {
    return true;
  }
  return std::any_of(opposites.begin(), opposites.end(), [&](const Opposites& pair) {
    const bool either =
        (begins_with(a, pair.one, pair.other) && begins_with(b, pair.other, pair.one)) ||
        (begins_with(a, pair.other, pair.one) && begins_with(b, pair.one, pair.other));
    return either && share_a_word(a, b);
  });
}

bool is_for_a_part(const RuleText& rule) {
  if (names_people_first(rule.tokens)) {
    return true;
  }
  constexpr std::size_t reach = 40;  // ours: the part stands among the first words
  if (!names_a_part_before(rule.tokens, reach)) {
    return false;
  }
  const Tokens words(rule.text.substr(0, reach));
  std::size_t at = 0;
  while (at < words.size() &&
         is_one_of(words[at].plain, {"for", "in", "the", "only", "participants",
                                     "patients", "subjects", "people", "men", "women"})) {
    ++at;
  }
  return at + 1 < words.size() && parts().has(words[at]) &&
         (words[at + 1].kind == Token::Kind::number ||
          is_one_of(words[at + 1].plain,
                    {"a", "b", "c", "d", "e", "i", "ii", "iii", "iv", "ia", "ib"}));
}

bool names_people(std::string_view heading) {
  constexpr std::array<std::string_view, 19> people = {
      "cohort", "group",    "arm",   "control", "case",  "patient", "healthy",
      "volunt", "particip", "part",  "phase",   "famil", "child",   "adult",
      "parent", "caregiv",  "women", "men",     "stage"};
  constexpr std::array<std::string_view, 17> others = {
      "baseline", "screening", "visit", "operat",     "intraoperat", "pre-op",
      "intra-op", "post-op",   "surg",  "intra-surg", "random",      "determin",
      "prior",    "related",   "entry", "condition",  "criteria"};
  const std::vector<std::string> words = words_of(heading);
  const auto has = [&words](const auto& list) {
    return std::any_of(words.begin(), words.end(), [&list](const std::string& word) {
      return std::any_of(list.begin(), list.end(), [&word](std::string_view each) {
        return word.starts_with(each);
      });
    });
  };
  return has(people) || (!words.front().empty() && !has(others));
}

}  // namespace trialsheet
