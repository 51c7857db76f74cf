// Looks at the first words of a rule. The record is in English whatever the sheet is in.

#include "summary/sense.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/tokens.hpp"
#include "base/word_set.hpp"

namespace trialsheet {
namespace {

bool is_one_of(std::string_view word,
               const std::initializer_list<std::string_view>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// A sentence of a rule: the tokens [begin, end). What follows "unless" or "but" is one
/// of its own.
struct Clause {
  std::size_t begin;
  std::size_t end;
};

bool is_relative(std::string_view word) {
  return is_one_of(word, {"who", "that", "which", "whom", "whose"});
}

bool ends_clause(const Tokens& text, std::size_t at) {
  static const WordSet turns = {"but",    "however", "although",
                                "unless", "except",  "provided"};
  if (text[at].kind == Token::Kind::word) {
    return turns.has(text[at]);
  }
  const bool spaced = at + 1 == text.size() || text[at + 1].begin > text[at].end;
  return text[at].plain == ";" || (text[at].plain == "." && spaced);
}

std::vector<Clause> clauses_of(const Tokens& text) {
  std::vector<Clause> clauses;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at == text.size() || ends_clause(text, at)) {
      clauses.push_back({begin, at});
      begin = at + 1;
    }
  }
  return clauses;
}

Clause first_clause(const Tokens& text) {
  std::size_t end = 0;
  while (end < text.size() && !ends_clause(text, end)) {
    ++end;
  }
  return {0, end};
}

/// The word at `at` of a clause, or nothing beyond its ends; counts from `at` backwards.
std::string_view word(const Tokens& text, const Clause& clause, std::size_t at,
                      std::size_t back = 0) {
  const bool inside = at >= clause.begin + back && at < clause.end + back;
  return inside ? text[at - back].plain : std::string_view();
}

/// "must", "should", "are required to", but not of a clause inside: "drugs that must".
bool requires_at(const Tokens& text, const Clause& clause, std::size_t at) {
  const std::string_view before = word(text, clause, at, 1);
  const std::string_view next = word(text, clause, at + 1);
  if (is_one_of(text[at].plain, {"must", "should"})) {
    const bool takes_back = next == "not" && word(text, clause, at + 3) == "excluded";
    return !is_relative(before) && !takes_back;
  }
  return text[at].plain == "required" && next == "to" &&
         is_one_of(before, {"be", "is", "are", "were"}) &&
         !is_relative(word(text, clause, at, 2));
}

/// The token that requires something, or the end of the clause.
std::size_t find_requirement(const Tokens& text, const Clause& clause) {
  // So far into a clause "must" is its own verb, not one of another inside it.
  constexpr std::size_t first_words = 7;
  const std::size_t end = std::min(clause.end, clause.begin + first_words);
  for (std::size_t at = clause.begin; at < end; ++at) {
    if (requires_at(text, clause, at)) {
      return at;
    }
  }
  return clause.end;
}

/// "Pregnant women. Female patients must use birth control.": what the end asks of all
/// women is no rule that keeps out.
bool adds_a_requirement(const Tokens& text, const Clause& clause) {
  const std::size_t verb = find_requirement(text, clause);
  if (verb == clause.end) {
    return false;
  }
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(clause.begin);
  return std::any_of(
      begin, text.begin() + static_cast<std::ptrdiff_t>(verb), [](const Token& each) {
        return is_one_of(each.plain,
                         {"women", "female", "females", "men", "male", "males"});
      });
}

/// Whether the verb at `at`, a form of "be", is that of the clause and not "to be", nor
/// "who are", nor "cannot be".
bool is_main_verb(const Tokens& text, const Clause& clause, std::size_t at) {
  return is_one_of(text[at].plain, {"is", "are", "was", "were", "be"}) &&
         !is_relative(word(text, clause, at, 1)) &&
         !is_one_of(word(text, clause, at, 1), {"to", "cannot", "not", "could"});
}

/// Whether what stands from `at` on is about the study, or about nothing else:
/// "eligible", "eligible to enter"; not "eligible for surgery".
bool is_about_the_study(const Tokens& text, const Clause& clause, std::size_t at) {
  if (!is_one_of(word(text, clause, at), {"for", "to"})) {
    return true;
  }
  constexpr std::size_t near = 4;
  for (std::size_t next = at + 1; next <= at + near; ++next) {
    if (is_one_of(word(text, clause, next),
                  {"study", "trial", "participate", "participation", "enrollment",
                   "enrolment", "enroll", "inclusion", "enter", "join"})) {
      return true;
    }
  }
  return false;
}

/// What the words from `at` on say of those whom the clause names.
enum class Verdict { none, kept_out, allowed };

bool admits(std::string_view word) {
  return is_one_of(word, {"allowed", "permitted", "eligible", "acceptable"});
}

using Said = std::initializer_list<std::string_view>;

/// Cheap, and true of few rules: the others need no closer look.
bool has_any_of(std::string_view rule, const Said& words) {
  return std::any_of(words.begin(), words.end(), [rule](std::string_view word) {
    return rule.find(word) != std::string_view::npos;
  });
}

/// Whether the clause says with a form of "be" that people, or what they have, are one of
/// `said`, in or beside the study.
bool says_of_people(const Tokens& text, const Clause& clause, const Said& said) {
  for (std::size_t at = clause.begin; at < clause.end; ++at) {
    const std::size_t next = word(text, clause, at + 1) == "also" ? at + 2 : at + 1;
    if (is_main_verb(text, clause, at) && is_one_of(word(text, clause, next), said) &&
        !is_one_of(word(text, clause, at, 1), {"must", "should"})) {
      return is_about_the_study(text, clause, next + 1);
    }
  }
  return false;
}

/// "will be enrolled"; what people were once enrolled in is no way in.
bool says_will_be(const Tokens& text, const Clause& clause, const Said& said) {
  for (std::size_t at = clause.begin; at < clause.end; ++at) {
    if (is_one_of(text[at].plain, {"will", "may", "can"}) &&
        word(text, clause, at + 1) == "be" &&
        is_one_of(word(text, clause, at + 2), said)) {
      return true;
    }
  }
  return false;
}

/// "Patients may be taking statins".
bool begins_with_may(const Tokens& text) {
  return text.size() > 2 && text[1].plain == "may" &&
         is_one_of(text[0].plain, {"patients", "participants", "subjects", "people"}) &&
         is_one_of(text[2].plain, {"be", "have", "take", "use", "receive", "continue"});
}

/// "not eligible", "not be allowed".
bool denies_at(const Tokens& text, const Clause& clause, std::size_t at) {
  if (text[at].plain != "not" || is_relative(word(text, clause, at, 2)) ||
      is_relative(word(text, clause, at, 1))) {
    return false;
  }
  const std::size_t said = word(text, clause, at + 1) == "be" ? at + 2 : at + 1;
  return admits(word(text, clause, said)) && is_about_the_study(text, clause, said + 1);
}

Verdict verdict_at(const Tokens& text, const Clause& clause, std::size_t at) {
  if (denies_at(text, clause, at)) {
    return Verdict::kept_out;
  }
  if (!is_main_verb(text, clause, at)) {
    return Verdict::none;
  }
  const bool adverb = is_one_of(word(text, clause, at + 1), {"also", "therefore"});
  const std::size_t next = at + (adverb ? 2 : 1);
  const std::string_view said = word(text, clause, next);
  if (!is_about_the_study(text, clause, next + 1)) {
    return Verdict::none;
  }
  return is_one_of(said, {"excluded", "ineligible", "prohibited", "forbidden"})
             ? Verdict::kept_out
         : admits(said) || (text[at].plain == "be" && said == "included")
             ? Verdict::allowed
             : Verdict::none;
}

/// "Patients may not have had", "Women cannot be pregnant".
bool forbids_at(const Tokens& text, const Clause& clause, std::size_t at) {
  const std::string_view next = word(text, clause, at + 1);
  const std::string_view before = word(text, clause, at, 1);
  const bool may_not = text[at].plain == "may" && next == "not";
  const bool cannot = text[at].plain == "cannot" && is_one_of(next, {"have", "be"});
  return (may_not || cannot) &&
         is_one_of(before, {"patients", "patient", "participants", "participant",
                            "subjects", "subject", "women", "men", "females", "males"});
}

/// The first verdict of the clause; what stands in parentheses is an aside.
Verdict verdict_of(const Tokens& text, const Clause& clause) {
  int open = 0;
  for (std::size_t at = clause.begin; at < clause.end; ++at) {
    open += text[at].plain == "(" ? 1 : text[at].plain == ")" ? -1 : 0;
    if (open > 0) {
      continue;
    }
    const Verdict found =
        forbids_at(text, clause, at) ? Verdict::kept_out : verdict_at(text, clause, at);
    if (found != Verdict::none) {
      return found;
    }
  }
  return Verdict::none;
}

/// "Patients with spread beyond the limb are eligible if ..." and "earlier surgery is
/// allowed" ask for nothing; "patients with asthma are eligible" asks for asthma.
bool is_permission(const Tokens& text, const Clause& clause) {
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(clause.begin);
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(clause.end);
  return std::any_of(begin, end, [](const Token& each) {
    return is_one_of(each.plain, {"if", "allowed", "permitted", "acceptable"});
  });
}

/// "Not willing to" and "not able to" tell their sense: nobody requires that.
bool starts_with_negation(const Tokens& text) {
  const auto first = std::find_if(text.begin(), text.end(), [](const Token& each) {
    return each.kind == Token::Kind::word;
  });
  if (first != text.end() && first->plain == "not" && first + 1 != text.end()) {
    return !is_one_of((first + 1)->plain, {"willing", "able", "capable", "agreeing"});
  }
  return first != text.end() &&
         is_one_of(first->plain, {"no", "not", "never", "without"});
}

/// Whether the rule has a word that could make it unclear: most have none, and need no
/// closer look.
bool needs_a_look(const Tokens& rule) {
  static const WordSet telling = {"must",       "should",     "required",   "allowed",
                                  "permitted",  "eligible",   "excluded",   "included",
                                  "ineligible", "acceptable", "prohibited", "may",
                                  "cannot",     "forbidden"};
  return telling.has_one_of(rule);
}

/// "Other exclusion criteria apply according to the product information".
bool names_other_rules(std::string_view rule) {
  return rule.find("criteria apply") != std::string_view::npos;
}

}  // namespace

bool is_unclear_exclusion(const RuleText& rule) {
  if (names_other_rules(rule.text) || starts_with_negation(rule.tokens)) {
    return true;
  }
  if (!needs_a_look(rule.tokens)) {
    return false;
  }
  const Tokens& text = rule.tokens;
  const std::vector<Clause> clauses = clauses_of(text);
  const Clause& first = clauses.front();
  return find_requirement(text, first) != first.end ||
         verdict_of(text, first) != Verdict::none ||
         std::any_of(clauses.begin(), clauses.end(), [&text](const Clause& clause) {
           return adds_a_requirement(text, clause);
         });
}

bool says_who_is_kept_out(const RuleText& rule) {
  if (!needs_a_look(rule.tokens)) {
    return false;
  }
  const Tokens& text = rule.tokens;
  const Clause first = first_clause(text);
  const bool turns = first.end < text.size() && text[first.end].kind == Token::Kind::word;
  return !turns && verdict_of(text, first) == Verdict::kept_out;
}

bool is_unclear_inclusion(const RuleText& rule) {
  if (names_other_rules(rule.text)) {
    return true;
  }
  if (!needs_a_look(rule.tokens)) {
    return false;
  }
  const Tokens& text = rule.tokens;
  const Clause first = first_clause(text);
  const Verdict verdict = verdict_of(text, first);
  return verdict == Verdict::kept_out ||
         (verdict == Verdict::allowed && is_permission(text, first));
}

bool says_who_joins(const RuleText& rule) {
  return needs_a_look(rule.tokens) &&
         verdict_of(rule.tokens, first_clause(rule.tokens)) != Verdict::none;
}

bool names_a_way_in(const RuleText& rule) {
  static const WordSet telling = {"eligible", "included", "enrolled", "offered",
                                  "invited"};
  if (!telling.has_one_of(rule.tokens) ||
      !has_any_of(rule.text,
                  {"eligible", "included", "enrolled", "offered", "invited"})) {
    return false;
  }
  const Tokens& text = rule.tokens;
  const std::vector<Clause> clauses = clauses_of(text);
  return says_of_people(text, clauses.front(), {"eligible", "included"}) ||
         std::any_of(clauses.begin(), clauses.end(), [&text](const Clause& clause) {
           return says_will_be(text, clause, {"enrolled", "offered", "invited"});
         });
}

bool sets_terms(std::string_view rule) {
  return has_any_of(rule, {" if ", " as long as ", " provided ", " unless "});
}

bool only_permits(const RuleText& rule) {
  static const WordSet telling = {"allowed", "permitted", "acceptable", "may"};
  if (!telling.has_one_of(rule.tokens) ||
      !has_any_of(rule.text, {"allowed", "permitted", "acceptable", "may"})) {
    return false;
  }
  const Tokens& text = rule.tokens;
  if (begins_with_may(text)) {
    return true;
  }
  const Clause first = first_clause(text);
  std::size_t last = text.size();
  while (last > 0 && text[last - 1].kind == Token::Kind::sign) {
    --last;
  }
  const bool ends_so = last > 0 && last <= first.end &&
                       is_one_of(text[last - 1].plain, {"allowed", "permitted"});
  return (ends_so && word(text, first, last - 1, 1) != "not") ||
         says_of_people(text, first, {"allowed", "permitted", "acceptable"});
}

bool stands_between_rules(std::string_view rule) {
  return lower_ascii(rule.substr(0, 3)) == "or";
}

bool leads_into_exceptions(std::string_view text) {
  constexpr std::size_t near_the_end = 40;
  if (!text.ends_with(':')) {
    return false;
  }
  const std::string end =
      lower_ascii(text.substr(text.size() - std::min(text.size(), near_the_end)));
  return end.find("except") != std::string::npos ||
         end.find("unless") != std::string::npos ||
         end.find("other than") != std::string::npos;
}

}  // namespace trialsheet
