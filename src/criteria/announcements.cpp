// Announcements: told by their words, all of which must be known. With any other ("one
// of", "with diabetes") the line says something that would be lost with it.

#include "criteria/announcements.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "criteria/groups.hpp"
#include "criteria/words_of.hpp"

namespace trialsheet {
namespace {

constexpr auto npos = std::string_view::npos;

std::string without_end_punctuation(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" .;,:-");
  return lower_ascii(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
}

bool is_in(std::string_view list, std::string_view word) {
  return stands_in(list, word);
}

// Each list starts and ends with a space, so that whole words are found.
constexpr std::string_view plain_words =
    " a additional all also an any are as at be been before being below both by can "
    "candidate "
    "candidates cannot case cases clinical conditions considered could criteria "
    "criterion each either eligibility eligible enrol enroll enrolled enrollment "
    "enrolment enter entered entering entry every exclude excluded excludes exclusion "
    "fall following follows for from fulfil fulfill fulfilled fulfilling fulfills had "
    "has have having he if in included inclusion individual individuals ineligible into "
    "invited is it key least listed main major may meet meeting meets mentioned met "
    "more must necessary need needs not of one only or order participant participants "
    "participate participating participation parts patient patients people permitted "
    "person "
    "persons potential potentially present presenting presents prior qualify "
    "randomisation "
    "randomised randomization randomized recruit recruited recruitment required "
    "requirements research satisfied satisfies satisfy shall she should study subject "
    "subjects suitable the their them there these they this those time to trial under "
    "volunteer volunteers was were when which who whom will with would ";
// Words of announcements that alone would be a rule: "Evidence of any of the following".
// They count only beside a word that admits or excludes.
constexpr std::string_view weak_words =
    " applies apply assessments check-in constitute constitutes deemed display "
    "displays disqualifies disqualify do does dosing evidence experience found general "
    "lead leads open per preclude precludes presence render renders report result "
    "results schedule screening self self-report self-reported soa timepoint treatment "
    "visit ";
// Whom the rules are for: kept as the group of the rules.
constexpr std::string_view people =
    " adult adults boys caregivers children controls donors female females girls healthy "
    "infants male males men parents partners women ";
constexpr std::string_view persons =
    " candidate candidates individual individuals participant participants patient "
    "patients people person persons "
    "subject subjects volunteer volunteers ";
constexpr std::string_view admitting =
    " eligible enrolled entered enter entry included invited participate qualify "
    "randomised randomized considered suitable ";

constexpr std::string_view ruling =
    " criteria eligible enrolled entered excluded exclude excludes exclusion included "
    "ineligible open participate ";

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string plain = without_end_punctuation(text);
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find_first_of(" ,/():", at), plain.size());
    if (end > at) {
      words.push_back(plain.substr(at, end - at));
    }
    at = end + 1;
  }
  return words;
}

/// The words of "all the items 1 ~ 5 below" that are no others.
bool counts(const std::string& word) {
  return word == "items" || word.find_first_not_of("0123456789~-") == std::string::npos;
}

/// The study by its number, "enrolled in EP0060": letters, and then three figures or
/// more.
bool is_code_of_study(const std::string& word) {
  const std::size_t figures = word.find_first_of("0123456789");
  return figures != std::string::npos && figures >= 2 && word.size() >= figures + 3 &&
         word.find_first_not_of("0123456789", figures) == std::string::npos &&
         word.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") >= figures;
}

/// Questions about the words of one announcement.
class Words {
 public:
  explicit Words(std::string_view text) : words_(words_of(text)) {}

  bool empty() const { return words_.empty(); }
  bool has(std::string_view word) const {
    return std::find(words_.begin(), words_.end(), word) != words_.end();
  }
  bool has_any_of(std::string_view list) const {
    return std::any_of(words_.begin(), words_.end(),
                       [list](const std::string& word) { return is_in(list, word); });
  }
  bool has_run(std::initializer_list<std::string_view> run) const {
    return std::search(words_.begin(), words_.end(), run.begin(), run.end()) !=
           words_.end();
  }
  bool all_known() const {
    const bool rules = has_any_of(ruling);
    // "Subjects who take one of the following" do more than take part.
    const bool joins = has_run({"take", "part"});
    const bool numbered = has("items");
    return std::all_of(words_.begin(), words_.end(), [&](const std::string& word) {
      return is_in(plain_words, word) || is_in(people, word) ||
             (rules && is_in(weak_words, word)) ||
             (joins && (word == "take" || word == "part")) ||
             (numbered && counts(word)) || is_code_of_study(word);
    });
  }

 private:
  std::vector<std::string> words_;
};

bool announces_inclusion(const Words& words) {
  const bool some = words.has("any") || words.has("one") || words.has("either") ||
                    words.has("or") || words.has("more");
  return !some && !words.has("not") && !words.has("cannot") && !words.has("excluded") &&
         !words.has("ineligible");
}

/// In an exclusion section each rule excludes alone, so "all of the following" must stay,
/// and so must words that admit where they do not forbid.
bool announces_exclusion(const Words& words) {
  const bool all =
      words.has("all") || words.has("each") || words.has("both") || words.has("every");
  const bool forbids = words.has("not") || words.has("cannot") || words.has("excluded") ||
                       words.has("ineligible") || words.has("exclusion") ||
                       words.has("exclude") || words.has("excludes");
  const bool both = words.has("not") && words.has("excluded");
  const bool must = words.has("must") && !forbids;
  return !all && !both && !must && (forbids || !words.has_any_of(admitting));
}

/// What an announcement says at its end of the study or a part of it: "enrolled in the
/// NOVO-CART Disc study", "included in the run-in phase".
struct Scope {
  std::string_view announcement;
  std::string_view phase;  ///< empty if it is the study
};

Scope scope_of(std::string_view text) {
  constexpr std::size_t longest = 60;
  constexpr std::string_view lead = " in the ";
  const std::string lower = without_end_punctuation(text);
  const std::size_t at = lower.rfind(lead);
  if (at == std::string::npos || lower.size() - at > longest) {
    return {text, {}};
  }
  const std::size_t name = at + lead.size();
  if (lower.ends_with(" phase") || lower.ends_with(" period")) {
    return {text.substr(0, at), text.substr(name, lower.size() - name)};
  }
  const bool study = lower.ends_with(" study") || lower.ends_with(" trial");
  return {study ? text.substr(0, at) : text, {}};
}

/// Without what stands after "i.e.", and without parentheses that take nothing back.
std::string without_asides(std::string_view text) {
  const std::string_view plain = text.substr(0, text.find("i.e."));
  const std::size_t open = plain.find('(');
  const std::size_t close = plain.rfind(')');
  if (open == npos || close == npos || close < open) {
    return std::string(plain);
  }
  const std::string aside = lower_ascii(plain.substr(open, close - open));
  for (const std::string_view word : {"except", "unless", "not ", "only", "if "}) {
    if (aside.find(word) != npos) {
      return std::string(plain);
    }
  }
  return std::string(plain.substr(0, open)) + std::string(plain.substr(close + 1));
}

/// "Patients with ALL": the leukaemia, not everyone.
bool names_leukaemia(std::string_view text) {
  const std::size_t at = text.find(" ALL ");
  return at != npos &&
         std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at),
                     [](char c) { return c >= 'a' && c <= 'z'; }) &&
         !text.substr(at).starts_with(" ALL of ");
}

/// "male subjects" of "..., male subjects must meet ...", as it was typed.
std::string people_in(std::string_view text) {
  std::string group;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,.;:/()", at), text.size());
    const std::string word = lower_ascii(text.substr(at, end - at));
    if (is_in(people, word) || (!group.empty() && is_in(persons, word))) {
      group += (group.empty() ? "" : " ") + std::string(text.substr(at, end - at));
    } else if (!group.empty() && !word.empty()) {
      break;
    }
    at = end + 1;
  }
  return group;
}

bool leads(std::string_view text) {
  // "Exclusion Criteria: Patients with": each item below ends the sentence.
  constexpr std::size_t longest = 24;
  const bool begins = text.size() <= longest && text.ends_with(" with");
  return begins || text.ends_with(':') ||
         text.ends_with("\xEF\xBC\x9A");  // full-width colon
}

/// False of most lines, and quickly told: a line that announces leads to what it
/// announces.
bool may_lead(std::string_view text, std::string_view plain) {
  if (leads(text)) {
    return true;
  }
  const LowerText lower(plain);
  return lower.view().find("follow") != npos || lower.view().find("below") != npos;
}

/// "Major Eligibility Criteria:": says of the rules below only what they are.
bool only_calls_criteria(std::string_view text) {
  static constexpr std::string_view calling =
      " and basic criteria criterion eligibility enrollment enrolment following for "
      "general include included key main major of overall participant participants "
      "patient patients primary requirements selection specific study subject subjects "
      "the these this to trial ";
  if (!leads(text)) {
    return false;
  }
  const std::vector<std::string> words = words_of(text);
  const auto has = [&words](std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  return has("eligibility") && (has("criteria") || has("requirements")) &&
         std::all_of(words.begin(), words.end(),
                     [](const std::string& word) { return is_in(calling, word); });
}

/// Where `sought` first stands in no parentheses; npos if it does not.
std::size_t find_outside_parentheses(std::string_view text, std::string_view sought) {
  int open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    open += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
    if (open == 0 && text.substr(at).starts_with(sought)) {
      return at;
    }
  }
  return npos;
}

/// "who meet the following criteria:", "were included if they had:", "and:".
bool joins_an_announcement(std::string_view text) {
  static constexpr std::string_view joints =
      " are fulfilling if is meet meeting meets must satisfying shall should that was "
      "were "
      "which who will with ";
  const std::size_t end = std::min(text.find_first_of(" :"), text.size());
  if (text == "and:") {
    return true;
  }
  if (!is_in(joints, text.substr(0, end))) {
    return false;
  }
  const Words words(text);
  const bool announces = words.has("following") || words.has("criteria") ||
                         words.has("if") || words.has("below");
  return announces && words.all_known() && announces_inclusion(words);
}

/// "All answers must be YES to be eligible for the study."
bool tells_how_to_answer(std::string_view text) {
  const LowerText lower(text.substr(0, 40));
  return lower.view().starts_with("all answers must be ") && text.size() <= 80;
}

}  // namespace

std::optional<std::string> announced_group(std::string_view text, Sense sense) {
  // Ours: the longest of the records has 130 characters, and 267 with its asides.
  constexpr std::size_t longest = 300;
  if (text.size() > longest || names_leukaemia(text)) {
    return std::nullopt;
  }
  if (only_calls_criteria(text) || tells_how_to_answer(text)) {
    return std::string();
  }
  if (sense == Sense::other) {
    return std::nullopt;
  }
  const std::string plain = without_asides(text);
  if (!may_lead(text, plain)) {
    return std::nullopt;
  }
  const Scope scope = scope_of(plain);
  const Words words(scope.announcement);
  const bool follows = words.has("following") || words.has("below") ||
                       words.has_run({"as", "follows"}) || leads(text);
  const bool bare = !words.has_any_of(persons) && !words.has("criteria") &&
                    !words.has("following") && !words.has("items") &&
                    !words.has_any_of(people);
  if (words.empty() || !follows || bare || !words.all_known()) {
    return std::nullopt;
  }
  const bool announces =
      sense == Sense::inclusion ? announces_inclusion(words) : announces_exclusion(words);
  if (!announces) {
    return std::nullopt;
  }
  return scope.phase.empty() ? people_in(scope.announcement) : std::string(scope.phase);
}

std::optional<std::string> addressed_group(std::string_view text, Sense sense) {
  constexpr std::size_t longest = 300;
  if (text.size() > longest) {
    return std::nullopt;
  }
  const bool addresses = text.starts_with("For ");
  const std::size_t end =
      addresses ? find_outside_parentheses(text, ", ") : text.find(": ");
  if (end == npos || !announced_group(text.substr(end + 2), sense)) {
    return std::nullopt;
  }
  const std::string_view name = text.substr(0, end);
  const Words words(name);
  const bool named = addresses ? words.has_any_of(people) || words.has_any_of(persons)
                               : names_a_part(name);
  return named ? std::optional(std::string(name)) : std::nullopt;
}

std::size_t end_of_own_words(std::string_view text, Sense sense) {
  constexpr std::size_t longest = 300;
  if (sense != Sense::inclusion || text.size() > longest || !leads(text)) {
    return 0;
  }
  for (std::size_t at = text.find(' '); at != npos; at = text.find(' ', at + 1)) {
    if (joins_an_announcement(text.substr(at + 1))) {
      const std::size_t last = text.find_last_not_of(" ,;", at);
      return last == npos ? 0 : last + 1;
    }
  }
  return 0;
}

std::size_t end_of_announcement(std::string_view text, Sense sense) {
  constexpr std::size_t longest = 160;
  const std::size_t stop = std::min(text.find(": "), text.find(". "));
  if (stop >= longest || stop == npos) {
    return 0;
  }
  const std::string_view start = text.substr(0, stop + 1);
  const Words words(start);
  const bool definite = words.has("following") && words.has_any_of(ruling);
  const bool announces =
      tells_how_to_answer(start) || (definite && announced_group(start, sense) == "");
  return announces ? stop + 2 : 0;
}

bool says_none(std::string_view text) {
  constexpr std::array<std::string_view, 20> spellings = {
      "none",
      "n/a",
      "na",
      "n.a",
      "nil",
      "no",
      "not applicable",
      "non applicable",
      "none applicable",
      "none specified",
      "not specified",
      "none stated",
      "no exclusion",
      "no exclusions",
      "no exclusion criteria",
      "no other exclusion criteria",
      "no specific exclusion criteria",
      "there are no exclusion criteria",
      "there are no specific exclusion criteria",
      "no inclusion criteria"};
  const std::string plain = without_end_punctuation(text);
  return std::find(spellings.begin(), spellings.end(), plain) != spellings.end();
}

}  // namespace trialsheet
