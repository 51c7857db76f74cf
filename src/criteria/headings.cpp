// Headings: matched by their build, not by a list of spellings. A heading is
//
//   [qualifier] inclusion|exclusion|non-inclusion criteria [qualifier] [:] [first rule]
//
// and what sets it apart from a sentence about criteria ("does not meet the inclusion
// criteria") is that it has no verb and no article. RECORD_FACTS section 3 has the 80
// spellings of 1,108 records that this was made from.

#include "criteria/headings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "criteria/groups.hpp"
#include "criteria/lines.hpp"
#include "criteria/words_of.hpp"

namespace trialsheet {
namespace {

constexpr auto npos = std::string_view::npos;

// Ours: the longest that is found in the records has 88 characters (NCT04521413).
constexpr std::size_t longest_heading = 130;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/// What may follow "criteria" in a heading that has no colon.
bool starts_a_qualifier(const LineWord& word) {
  constexpr std::array<std::string_view, 13> starts = {
      "for",    "of",    "in",         "prior",     "related",  "during",  "at",
      "before", "after", "determined", "screening", "baseline", "specific"};
  return is_one_of(starts, word.text);
}

/// Verbs that no qualifier has, and amounts, which belong to a rule.
bool says_something(const LineWord& word) {
  constexpr std::array<std::string_view, 20> verbs = {
      "meet",   "meets",   "must",    "may", "will", "could",    "can",
      "should", "apply",   "applies", "is",  "are",  "has",      "had",
      "be",     "confirm", "see",     "was", "were", "including"};
  const bool amount = std::all_of(word.text.begin(), word.text.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  return amount || is_one_of(verbs, word.text);
}

std::optional<Sense> sense_of(const std::vector<LineWord>& words, std::size_t at) {
  const std::string& word = words[at].text;
  if (word == "non-inclusion" || word == "noninclusion" || word == "exclusion") {
    return Sense::exclusion;
  }
  if (word == "inclusion") {
    return at > 0 && words[at - 1].text == "non" ? Sense::exclusion : Sense::inclusion;
  }
  return std::nullopt;
}

bool is_criteria(const std::string& word) {
  return word == "criteria" || word == "criterion" || word == "criterias" ||
         word == "requirements";
}

/// A line, its words, and the place of "inclusion criteria" among them.
struct Candidate {
  std::string_view line;
  std::vector<LineWord> words;
  Sense sense;
  std::size_t key;   ///< the word "inclusion" or "exclusion"
  std::size_t tail;  ///< the first word after "criteria"

  std::size_t key_end() const { return words[tail - 1].end; }
};

std::optional<Candidate> candidate(std::string_view line) {
  std::vector<LineWord> words = words_of(line);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::optional<Sense> sense = sense_of(words, at);
    if (!sense) {
      continue;
    }
    const bool named = at + 1 < words.size() && is_criteria(words[at + 1].text);
    const std::size_t colon =
        std::min(line.find_first_not_of(' ', words[at].end), line.size());
    if (!named && after_colon(line, colon) == colon) {
      return std::nullopt;
    }
    return Candidate{line, std::move(words), *sense, at, at + (named ? 2U : 1U)};
  }
  return std::nullopt;
}

/// The end of the first colon from `at` on that is not inside parentheses.
std::size_t end_of_colon(std::string_view line, std::size_t at) {
  int open = 0;
  for (; at < line.size(); ++at) {
    open += line[at] == '(' ? 1 : line[at] == ')' ? -1 : 0;
    const std::size_t end = after_colon(line, at);
    if (open <= 0 && end > at) {
      return end;
    }
  }
  return npos;
}

bool has_sentence_between(const Candidate& heading, std::size_t first, std::size_t last) {
  const auto begin = heading.words.begin();
  return std::any_of(begin + static_cast<std::ptrdiff_t>(first),
                     begin + static_cast<std::ptrdiff_t>(last), makes_a_sentence);
}

/// The words before "inclusion" in a heading name a part, a person or a rank. Figures and
/// comparisons belong to a rule that ran into the heading.
bool is_good_prefix(const Candidate& heading) {
  const std::string_view prefix =
      heading.line.substr(0, heading.words[heading.key].begin);
  return prefix.find_first_of(".;,<>=%") == npos &&
         prefix.find("\xE2\x89") == npos &&  // U+2240 to U+227F: the comparison signs
         !has_sentence_between(heading, 0, heading.key);
}

/// "Key", "Disease-specific": words that rank the criteria and can be no rule.
bool has_ranking_prefix(const Candidate& heading) {
  constexpr std::array<std::string_view, 17> ranks = {
      "key",     "main",       "major",   "general",      "common",   "other",
      "further", "additional", "study",   "patient",      "patients", "subject",
      "donor",   "specific",   "partner", "participants", "non"};
  const auto last = heading.words.begin() + static_cast<std::ptrdiff_t>(heading.key);
  return std::all_of(heading.words.begin(), last, [&ranks](const LineWord& word) {
    return is_one_of(ranks, word.text) || word.text.ends_with("-specific");
  });
}

bool has_prefix(const Candidate& heading) {
  return heading.key > 0 && !(heading.key == 1 && heading.words[0].text == "non");
}

std::size_t words_before(const Candidate& heading, std::size_t end) {
  std::size_t word = heading.tail;
  while (word < heading.words.size() && heading.words[word].begin < end) {
    ++word;
  }
  return word;
}

/// "Radiological Inclusion Criteria", "Main inclusion criteria": no colon needed.
bool names_itself(const Candidate& heading) {
  return is_capital(heading.line[heading.words[heading.key].begin]) ||
         has_ranking_prefix(heading);
}

/// "Inclusion criteria. Age 22 or more." (NCT04664634): the end of such a heading, or
/// npos.
std::size_t end_at_full_stop(const Candidate& heading) {
  const std::string_view rest = heading.line.substr(heading.key_end());
  return has_ranking_prefix(heading) && (rest.starts_with(". ") || rest == ".")
             ? heading.key_end() + 1
             : npos;
}

/// "Inclusion criteria for treatment of patients not participating in R2": long, with
/// words of sentences, but with no verb that says something of the criteria.
bool is_long_qualified(const Candidate& heading) {
  constexpr std::size_t longest = 260;
  constexpr std::array<std::string_view, 3> starts = {"for", "of", "in"};
  const auto tail = heading.words.begin() + static_cast<std::ptrdiff_t>(heading.tail);
  const bool starts_so = heading.key == 0 && is_capital(heading.line[0]) &&
                         tail != heading.words.end() && is_one_of(starts, tail->text);
  return starts_so && heading.line.size() <= longest &&
         std::none_of(tail, heading.words.end(), says_something);
}

/// "Inclusion criteria for matched controls 200 patients with ...": the end of a heading
/// that its rule ran into, or npos.
std::size_t end_after_people(const Candidate& heading) {
  constexpr std::array<std::string_view, 7> people = {
      "cases", "controls", "participants", "patients", "subjects", "volunteers", "group"};
  constexpr std::size_t most = 4;
  const auto& words = heading.words;
  if (heading.key > 0 || heading.tail >= words.size() ||
      words[heading.tail].text != "for") {
    return npos;
  }
  for (std::size_t at = heading.tail + 1;
       at + 1 < words.size() && at <= heading.tail + most; ++at) {
    const char next = heading.line[words[at + 1].begin];
    if (is_one_of(people, words[at].text)) {
      return is_capital(next) || (next >= '0' && next <= '9') ? words[at].end : npos;
    }
  }
  return npos;
}

/// "Main exclusion criteria for healthy subjects", not "... include asthma; pain".
bool only_names_people(const Candidate& heading) {
  return heading.words[heading.tail].text == "for" &&
         heading.line.find_first_of(".;,", heading.key_end()) == npos &&
         !has_word_of(heading.line, " include includes includes: ");
}

/// Where a heading without a colon ends; npos if it is none.
std::size_t end_without_colon(const Candidate& heading) {
  if (is_long_qualified(heading)) {
    return heading.line.size();
  }
  const bool bare = heading.tail == heading.words.size();
  const bool ranked = !bare && has_ranking_prefix(heading) && only_names_people(heading);
  if (has_prefix(heading) && !ranked && !(bare && names_itself(heading))) {
    return npos;
  }
  if (!bare && (!starts_a_qualifier(heading.words[heading.tail]) ||
                has_sentence_between(heading, heading.tail + 1, heading.words.size()))) {
    return npos;
  }
  return heading.line.size();
}

std::size_t end_of_heading(const Candidate& heading) {
  if (end_at_full_stop(heading) != npos) {
    return end_at_full_stop(heading);
  }
  const std::size_t colon = end_of_colon(heading.line, heading.key_end());
  const std::size_t people = end_after_people(heading);
  if (people < colon) {
    return people;
  }
  if (colon == npos || colon > longest_heading) {
    return heading.line.size() > longest_heading && !is_long_qualified(heading)
               ? npos
               : end_without_colon(heading);
  }
  const bool at_once =
      after_colon(heading.line,
                  std::min(heading.line.find_first_not_of(' ', heading.key_end()),
                           heading.line.size())) == colon;
  const bool qualified = !has_prefix(heading) || colon == heading.line.size() || at_once;
  return qualified && words_before(heading, colon) - heading.tail <= 16 ? colon : npos;
}

/// "inclusion and exclusion criteria" tells no sense.
bool is_joined(const Candidate& heading) {
  return heading.key > 0 && heading.words[heading.key - 1].text == "and";
}

}  // namespace

std::optional<Heading> heading_of(const Line& line) {
  const std::string_view head = line.text.substr(0, find_numbered_run(line.text));
  const std::optional<Candidate> heading = candidate(head);
  if (!heading || is_joined(*heading) || !is_good_prefix(*heading)) {
    return std::nullopt;
  }
  if (line.marker != Marker::none && !has_ranking_prefix(*heading)) {
    return std::nullopt;
  }
  // "Inclusion criteria of the first visit", in a list: a rule that names others.
  const bool names_others = line.marker != Marker::none && line.indent > 0 &&
                            heading->tail < heading->words.size() &&
                            head.find(':') == npos;
  if (names_others) {
    return std::nullopt;
  }
  const std::size_t end = end_of_heading(*heading);
  // "* Exclusion criteria related to transplant: words" is a rule among others.
  const bool item_with_words = line.marker != Marker::none && end < head.size() &&
                               words_before(*heading, end) > heading->tail;
  if (end == npos || item_with_words) {
    return std::nullopt;
  }
  const std::string_view before = head.substr(0, heading->words[heading->key].begin);
  const std::string_view after =
      head.substr(heading->key_end(), end - heading->key_end());
  return Heading{heading->sense, 0, end, qualifier(before, after)};
}

std::optional<Heading> heading_within(std::string_view line) {
  const std::vector<LineWord> words = words_of(line);
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    const std::optional<Sense> sense = sense_of(words, at);
    const bool capitals =
        is_capital(line[words[at].begin]) && is_capital(line[words[at + 1].begin]);
    if (!sense || !capitals || !is_criteria(words[at + 1].text) ||
        makes_a_sentence(words[at - 1])) {
      continue;
    }
    const std::size_t next =
        std::min(line.find_first_not_of(' ', words[at + 1].end), line.size());
    const std::size_t colon = after_colon(line, next);
    // "... Exclusion Criteria Partner": one word more may end the line (NCT00377793).
    const bool ends_line = at + 3 >= words.size();
    if (colon > next || ends_line) {
      const bool named = colon == next && at + 3 == words.size();
      return Heading{*sense, words[at].begin, colon > next ? colon : line.size(),
                     named ? part_of(line.substr(words[at + 2].begin)) : std::string()};
    }
  }
  return std::nullopt;
}

bool heads_other_rules(std::string_view line) {
  constexpr std::array<std::string_view, 9> kinds = {
      "dropout", "drop-out",    "withdrawal", "discontinuation", "elimination",
      "removal", "termination", "stopping",   "rejection"};
  const std::vector<LineWord> words = words_of(line);
  return words.size() >= 2 && words.size() <= 4 && is_criteria(words.back().text) &&
         is_one_of(kinds, words[words.size() - 2].text);
}

}  // namespace trialsheet
