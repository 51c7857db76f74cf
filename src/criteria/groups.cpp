// Groups: told by a few words for parts and people, and by the absence of a verb.

#include "criteria/groups.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "criteria/topics.hpp"
#include "criteria/words_of.hpp"

namespace trialsheet {
namespace {

constexpr std::string_view parts =
    " cohort cohorts part parts arm arms group groups phase stage step visit subset "
    "substudy sub-study randomisation randomization ";
constexpr std::string_view people =
    " adolescents adults asthmatics aya babies boys caregiver caregivers carers cases "
    "children "
    "clinicians controls control donor donors families family fathers females girls "
    "healthy infants males men mothers newborns non-smokers nurses parents participant "
    "participants "
    "partner partners patients physicians providers relatives siblings smokers spouses "
    "staff students "
    "subjects volunteers women teachers ";
constexpr std::string_view ranks =
    " key main major general common other further additional study patient patients "
    "subject subjects participant participants non specific trial overall primary ";
constexpr std::string_view says_that_they_follow =
    " include includes including included were are is as follows the following be will "
    "this study trial in for of list ";

bool is_in(std::string_view list, std::string_view word) {
  return stands_in(list, word);
}

bool is_label(const std::string& word) {
  const bool number = std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == 'i' || c == 'v' || c == 'x' || c == '/';
  });
  const bool letter_number =
      word.size() <= 3 &&
      std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return number || letter_number || word.size() == 1;
}

/// "visit1": a part and its number typed as one word.
bool is_part_with_number(const std::string& word) {
  const std::size_t digit = word.find_first_of("0123456789");
  return digit != std::string::npos && digit > 2 && is_in(parts, word.substr(0, digit));
}

/// "Phase 3" of "Phase 3 (the RCT pilot):".
std::string_view before_parenthesis(std::string_view text) {
  const std::size_t open = text.find(" (");
  if (open == std::string_view::npos) {
    return text;
  }
  const std::size_t close = text.rfind(')');
  const bool at_end = open > 0 && close != std::string_view::npos &&
                      text.find_first_not_of(" :", close + 1) == std::string_view::npos;
  return at_end ? text.substr(0, open) : text;
}

bool has_sentence(const std::vector<LineWord>& words) {
  return std::any_of(words.begin(), words.end(), makes_a_sentence);
}

/// Verbs and conjunctions that makes_a_sentence does not count.
bool tells_something(const std::vector<LineWord>& words) {
  constexpr std::string_view telling = " are do does if they were was when need needs ";
  return std::any_of(words.begin(), words.end(), [telling](const LineWord& word) {
    return is_in(telling, word.text);
  });
}

bool ends_open(const std::string& last) {
  constexpr std::string_view open =
      " with of in for to by at or and who without from on under ";
  return is_in(open, last) || last.ends_with("ing");
}

bool is_for_everyone(std::string_view text) {
  return has_word_of(text, " all both each every ");
}

bool names_part(const std::vector<LineWord>& words) {
  const std::string& first = words.front().text;
  if (is_part_with_number(first)) {
    return true;
  }
  if (is_in(parts, first)) {
    return words.size() == 1 || is_label(words[1].text);
  }
  return is_in(parts, words.back().text);
}

bool ends_in_colon(std::string_view line) {
  return line.ends_with(':') || line.ends_with("\xEF\xBC\x9A");
}

bool only_words_of(std::string_view text, std::string_view list) {
  const std::vector<LineWord> words = words_of(text);
  return std::all_of(words.begin(), words.end(),
                     [list](const LineWord& word) { return is_in(list, word.text); });
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// "Diabetes-associated Erectile Dysfunction": the words are capitals, as in titles.
bool is_title(std::string_view line, const std::vector<LineWord>& words) {
  const auto long_words =
      std::count_if(words.begin(), words.end(),
                    [](const LineWord& word) { return word.text.size() > 3; });
  return long_words >= 2 && words.size() <= 6 &&
         std::all_of(words.begin(), words.end(), [line](const LineWord& word) {
           return word.text.size() <= 3 || is_capital(line[word.begin]);
         });
}

std::string_view bare(std::string_view text) {
  constexpr std::string_view around = " :.-,";
  const std::size_t first = text.find_first_not_of(around);
  if (first == std::string_view::npos) {
    return {};
  }
  text = text.substr(first, text.find_last_not_of(around) - first + 1);
  const bool wrapped =
      text.size() > 2 && text.front() == '(' && text.find(')') == text.size() - 1;
  return wrapped ? text.substr(1, text.size() - 2) : text;
}

/// "Radiological", "Neurological": sorts the rules and names nobody.
bool names_a_field(std::string_view word) {
  return word.find(' ') == std::string_view::npos &&
         (word.ends_with("logical") || word.ends_with("graphic") ||
          word.ends_with("logic"));
}

/// "Subjects for the isolation of stem cells:".
bool names_donors(std::string_view line, const std::vector<LineWord>& words) {
  return ends_in_colon(line) && words.size() > 2 && is_in(people, words[0].text) &&
         words[1].text == "for" && !has_word_of(line, " following must who with ");
}

}  // namespace

bool names_a_part(std::string_view line) {
  // Ours: a name longer than this is a sentence.
  constexpr std::size_t longest = 60;
  if (line.size() <= longest && ends_in_colon(line) && is_for_everyone(line)) {
    return !has_word_of(line, " following must may who with ");
  }
  if (line.size() > longest) {
    return false;
  }
  const std::vector<LineWord> words = words_of(before_parenthesis(line));
  if (words.empty() || has_sentence(words)) {
    return false;
  }
  return ends_in_colon(line) || (words.size() <= 6 && names_part(words));
}

bool names_a_cohort(std::string_view line, bool inclusion) {
  constexpr std::size_t longest = 100;
  if (line.size() > longest) {
    return false;
  }
  const std::vector<LineWord> words = words_of(before_parenthesis(line));
  if (names_donors(line, words)) {
    return true;
  }
  if (words.empty() || has_sentence(words) || tells_something(words) ||
      has_word_of(line, " history ") || ends_open(words.back().text)) {
    return false;
  }
  if (words.size() <= 6 && names_part(words)) {
    return true;
  }
  const bool qualified = line.find(" with") != std::string_view::npos;
  const bool person = is_in(people, words.front().text) ||
                      is_in(people, words.back().text) ||
                      (words.front().text == "for" && words.size() > 1);
  return ends_in_colon(line) && person && (inclusion || !qualified);
}

bool titles_a_cohort(std::string_view line) {
  constexpr std::size_t longest = 80;
  constexpr std::string_view conditions =
      " pregnant pregnancy breastfeeding breast-feeding lactating nursing patient person "
      "male female man woman ";
  if (line.size() > longest || line.find_first_of(".,;<>=") != std::string_view::npos) {
    return false;
  }
  const std::vector<LineWord> words = words_of(before_parenthesis(line));
  if (words.empty() || words.size() > 9 || has_word_of(line, conditions)) {
    return false;
  }
  if (words.front().text == "for" && has_word_of(line, " only ")) {
    return has_word_of(line, people);
  }
  const bool telling = ends_in_colon(line) || has_sentence(words) ||
                       tells_something(words) || ends_open(words.back().text) ||
                       !is_capital(line[0]);
  return !telling && (has_word_of(line, people) || is_title(line, words));
}

bool names_everyone(std::string_view line) {
  if (!ends_in_colon(line)) {
    return false;
  }
  const std::vector<LineWord> words = words_of(line);
  if (words.size() == 1 && is_in(ranks, words[0].text)) {
    return has_word_of(line, people);
  }
  return words.size() <= 5 && is_for_everyone(line) && has_word_of(line, people) &&
         !has_word_of(line, " who with must following ");
}

bool stands_between_ways(std::string_view line) {
  const std::string_view word = bare(line);
  return word == "OR" || word == "or" || word == "Or";
}

bool points_at_items(std::string_view line) {
  constexpr std::array<std::string_view, 6> ways = {
      "any of ", "one of ",        "one from ",
      "two of ", "all the items ", "any of the items "};
  if (line.find("eet ") == std::string_view::npos) {
    return false;  // cheap, and true of nearly every line
  }
  const std::string lower = lower_ascii(line);
  return std::any_of(ways.begin(), ways.end(), [&lower](std::string_view way) {
    const std::size_t at = lower.find(way);
    const std::size_t next = at == std::string::npos ? at : at + way.size();
    const std::size_t digit = next < lower.size() && lower[next] == '(' ? next + 1 : next;
    return digit < lower.size() && lower[digit] >= '0' && lower[digit] <= '9';
  });
}

std::size_t find_next_cohort(std::string_view text, std::string_view cohort) {
  constexpr std::string_view digits = "0123456789";
  const std::size_t number = cohort.find_first_of(digits);
  const bool numbered = number != std::string_view::npos && number >= 4 &&
                        cohort.find_first_not_of(digits, number) == cohort.npos;
  const std::size_t last = text.find_last_not_of(digits);
  const std::size_t end = last == std::string_view::npos ? 0 : last + 1;
  const std::string_view before = text.substr(0, end);
  const bool glued = numbered && end < text.size() &&
                     before.ends_with(cohort.substr(0, number)) && end > number + 1 &&
                     before[end - number - 1] == ' ';
  return glued ? end - number : text.size();
}

std::string qualifier(std::string_view before, std::string_view after) {
  const bool no_people = only_words_of(before, ranks) || names_a_field(bare(before));
  const std::string_view first = no_people ? std::string_view() : bare(before);
  // "for the biomarker substudy (half of all patients)" is for these alone.
  const bool aside = has_word_of(after, " substudy sub-study substudies ");
  const bool general = !aside && (is_for_everyone(after) || is_for_everyone(before) ||
                                  has_word_of(after, " following ") ||
                                  only_words_of(after, says_that_they_follow));
  const std::string_view second = general ? std::string_view() : bare(after);
  // "Inclusion criteria of the extension phase": the heading's own "of" goes with it.
  std::string group = one_line(joined_groups(std::string(first), std::string(second)));
  return group.starts_with("of ") ? group.substr(3) : group;
}

std::string part_of(std::string_view line) {
  return is_for_everyone(line) ? std::string() : one_line(bare(line));
}

std::string joined_groups(const std::string& part, const std::string& group) {
  return part.empty() || group.empty() ? part + group : part + ", " + group;
}

void settle_groups(Section& section) {
  for (Criterion& rule : section.rules) {
    if (names_a_topic(rule.group)) {
      rule.group.clear();
    }
  }
  const auto differs = [&section](const Criterion& rule) {
    return rule.group != section.rules.front().group;
  };
  if (section.rules.empty() ||
      std::any_of(section.rules.begin(), section.rules.end(), differs)) {
    return;
  }
  const std::vector<LineWord> words = words_of(section.rules.front().group);
  const bool tells = std::any_of(words.begin(), words.end(), [](const LineWord& word) {
    return is_in(parts, word.text) || is_in(people, word.text) ||
           is_part_with_number(word.text);
  });
  // A title of no known people stands nowhere else: it must not be lost.
  if (!tells && !is_title(section.rules.front().group, words)) {
    for (Criterion& rule : section.rules) {
      rule.group.clear();
    }
  }
}

void settle_common_group(const std::vector<Section*>& sections) {
  static constexpr std::string_view anyone =
      " adult adults healthy individuals participants patients people persons subject "
      "subjects volunteer volunteers ";
  std::string group;
  for (const Section* section : sections) {
    for (const Criterion& rule : section->rules) {
      group = group.empty() ? rule.group : group;
      if (rule.group.empty() || lower_ascii(rule.group) != lower_ascii(group)) {
        return;
      }
    }
  }
  const std::vector<LineWord> words = words_of(group);
  if (std::all_of(words.begin(), words.end(),
                  [](const LineWord& word) { return is_in(anyone, word.text); })) {
    for (Section* section : sections) {
      for (Criterion& rule : section->rules) {
        rule.group.clear();
      }
    }
  }
}

}  // namespace trialsheet
