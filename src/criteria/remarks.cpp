// Remarks: found by how they begin.

#include "criteria/remarks.hpp"

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

bool is_address(std::string_view text) {
  return (text.starts_with("http") || text.starts_with("www.")) &&
         text.find(' ') == text.npos;
}

/// "Centres must be open for this part. Please contact the office.": nobody who could
/// join is meant.
bool is_to_centres(std::string_view text) {
  constexpr std::array<std::string_view, 4> starts = {
      "Centres must ", "Centers must ", "Sites must ", "Investigators must "};
  return text.find(" contact ") != text.npos &&
         std::any_of(starts.begin(), starts.end(),
                     [text](std::string_view start) { return text.starts_with(start); });
}

/// "There is no exclusion period after the study": among what excludes, a rule that does
/// not.
bool forbids_nothing(std::string_view text) {
  constexpr std::array<std::string_view, 4> starts = {
      "There is no prohibition", "There is no exclusion period",
      "There is no period of exclusion", "No exclusion period"};
  return std::any_of(starts.begin(), starts.end(),
                     [text](std::string_view start) { return text.starts_with(start); });
}

/// Moves the criteria of the list that are none. A remark on a rule is kept with it.
template <typename Is>
void take(std::vector<Criterion>& criteria, std::vector<std::string>& remarks, Is is) {
  std::erase_if(criteria, [&remarks, is](const Criterion& criterion) {
    const bool taken = criterion.children.empty() && is(criterion);
    if (taken) {
      remarks.push_back(criterion.text);
    }
    return taken;
  });
}

}  // namespace

bool is_remark(std::string_view text) {
  constexpr std::array<std::string_view, 7> starts = {
      "note:", "note ", "notes:", "nb:", "n.b.", "please note", "note that"};
  const LowerText start_of_text(text.substr(0, 26));
  const std::string_view lower = start_of_text.view();
  // An address alone is no rule, nor is what only stands between two ways in.
  if (is_address(text) || stands_between_ways(text)) {
    return true;
  }
  // A number that nothing stands behind any more: no rule, and no word is lost.
  return lower.find("intentionally left blank") <= 1 ||
         std::any_of(starts.begin(), starts.end(), [&lower](std::string_view start) {
           return lower.starts_with(start);
         });
}

bool is_continuation(std::string_view text) {
  constexpr std::array<std::string_view, 7> starts = {
      "continued from",  "continued:", "continued)", "(continued",
      "continuation of", "cont'd",     "(cont"};
  const LowerText start_of_text(text.substr(0, 32));
  const std::string_view lower = start_of_text.view();
  const std::size_t after_sign = lower.starts_with('#') ? 1 : 0;
  const std::size_t number = lower.find_first_not_of("0123456789", after_sign);
  const bool numbered = number != std::string::npos && number > 0 &&
                        lower.compare(number, 10, " continued") == 0;
  return numbered ||
         std::any_of(starts.begin(), starts.end(), [&lower](std::string_view start) {
           return lower.starts_with(start);
         });
}

bool is_definition(std::string_view text, std::string_view rule) {
  constexpr std::size_t shortest = 4;
  constexpr std::size_t longest = 40;
  const std::string lower = lower_ascii(text);
  if (lower.starts_with("definition of ")) {
    return true;
  }
  const std::size_t colon = lower.find(':');
  return colon >= shortest && colon <= longest && has_words(text.substr(colon + 1)) &&
         lower_ascii(rule).find(lower.substr(0, colon)) != std::string::npos;
}

bool only_ends_heading(std::string_view text) {
  constexpr std::string_view known =
      " across all arms cohorts contra-indication contra-indications contraindication "
      "contraindications criteria eligibility general groups part parts study study-wide "
      "wide ";
  constexpr std::size_t longest = 60;
  const std::vector<LineWord> words =
      text.size() > longest ? std::vector<LineWord>() : words_of(text);
  return !words.empty() &&
         std::all_of(words.begin(), words.end(),
                     [](const LineWord& word) { return stands_in(known, word.text); });
}

void take_remarks(Section& section, Sense sense) {
  take(section.rules, section.remarks, [sense](const Criterion& rule) {
    return is_address(rule.text) || is_to_centres(rule.text) ||
           (sense == Sense::exclusion && forbids_nothing(rule.text));
  });
  for (Criterion& rule : section.rules) {
    take(rule.children, section.remarks,
         [](const Criterion& child) { return child.note && is_address(child.text); });
  }
}

}  // namespace trialsheet
