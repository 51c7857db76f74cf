// Topics: told by words that name no condition of their own.

#include "criteria/topics.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "criteria/announcements.hpp"
#include "criteria/groups.hpp"
#include "criteria/words_of.hpp"

namespace trialsheet {
namespace {

constexpr std::string_view topical =
    " abnormal abnormalities additional and assessments characteristics clinical "
    "comorbidities concerns concomitant concurrent condition conditions criteria "
    "criterion "
    "current "
    "demographic demographics disease diseases eligibility exclusion exclusions "
    "experience "
    "findings for general history illness illnesses inclusion laboratory labs medical "
    "medication medications miscellaneous of or other others previous prior procedures "
    "related requirements surgical therapies therapy treatment treatments trial study "
    "value values ";

bool is_in(std::string_view list, std::string_view word) {
  return stands_in(list, word);
}

bool is_topical(const LineWord& word) {
  return is_in(topical, word.text) || word.text.ends_with("-specific") ||
         word.text.ends_with("-related");
}

bool ends_in_colon(std::string_view line) {
  return line.ends_with(':') || line.ends_with("\xEF\xBC\x9A");
}

/// "Concomitant medication:" with at least two items below it, all of them rules.
bool is_label_of_list(const Criterion& rule) {
  constexpr std::size_t longest = 60;
  constexpr std::string_view telling =
      " following must not no any with who have has had is are defined as one least "
      "except "
      "unless including excluding if than patients subjects participants evidence "
      "history ";
  const bool remarks = std::any_of(rule.children.begin(), rule.children.end(),
                                   [](const Criterion& child) { return child.note; });
  return ends_in_colon(rule.text) && rule.text.size() <= longest &&
         rule.children.size() >= 2 && !remarks && !has_word_of(rule.text, telling);
}

}  // namespace

bool names_a_topic(std::string_view line) {
  constexpr std::size_t longest = 60;
  if (line.empty() || line.size() > longest || line.ends_with('.')) {
    return false;
  }
  const std::vector<LineWord> words = words_of(line);
  const bool related = words.size() == 1 && !ends_in_colon(line) &&
                       !words[0].text.ends_with("-specific") &&
                       !words[0].text.ends_with("-related");
  return !words.empty() && !related &&
         std::all_of(words.begin(), words.end(), is_topical);
}

std::size_t find_next_topic(std::string_view text) {
  const std::size_t close = text.rfind(") ");
  if (close == std::string_view::npos || close < 3) {
    return text.size();
  }
  const std::size_t letter = close - 1;
  const std::size_t stop = text.find_last_not_of(' ', letter - 1);
  const bool lettered = text[letter] >= 'B' && text[letter] <= 'H' &&
                        stop != std::string_view::npos && text[stop] == '.';
  const std::string_view topic = text.substr(close + 2);
  return lettered && (names_a_topic(topic) || topic == "Other") ? letter : text.size();
}

bool names_a_pdq_section(std::string_view line) {
  line.remove_suffix(line.ends_with(':') ? 1 : 0);
  return line == "DISEASE CHARACTERISTICS" || line == "PATIENT CHARACTERISTICS" ||
         line == "PRIOR CONCURRENT THERAPY";
}

bool names_a_pdq_field(std::string_view line) {
  constexpr std::array<std::string_view, 18> fields = {"age",
                                                       "sex",
                                                       "menopausal status",
                                                       "hormone receptor status",
                                                       "performance status",
                                                       "life expectancy",
                                                       "hematopoietic",
                                                       "hepatic",
                                                       "renal",
                                                       "cardiovascular",
                                                       "pulmonary",
                                                       "other",
                                                       "biologic therapy",
                                                       "chemotherapy",
                                                       "endocrine therapy",
                                                       "radiotherapy",
                                                       "surgery",
                                                       "immunologic"};
  line.remove_suffix(line.ends_with(':') ? 1 : 0);
  return std::find(fields.begin(), fields.end(), lower_ascii(line)) != fields.end();
}

bool is_empty_pdq_field(std::string_view line) {
  return line == "Not specified" || line == "Not applicable" ||
         line == "See Disease Characteristics" || line == "See Patient Characteristics" ||
         line == "See Prior Concurrent Therapy";
}

bool is_topic_item(std::string_view text) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::vector<LineWord> words =
      text.size() <= 60 && ends_in_colon(text) ? words_of(text) : std::vector<LineWord>{};
  if (words.size() < 2 || std::any_of(words.begin(), words.end(), makes_a_sentence)) {
    return false;
  }
  const bool capitals = std::none_of(text.begin(), text.end(), is_lower);
  return capitals || (names_a_topic(text) && words.back().text == "criteria");
}

void dissolve_labels(Section& section) {
  const bool labels =
      std::all_of(section.rules.begin(), section.rules.end(), is_label_of_list);
  if (section.rules.size() < 2 || !labels) {
    return;
  }
  std::vector<Criterion> rules;
  for (Criterion& label : section.rules) {
    const bool people = names_a_cohort(label.text, true);
    const std::string group =
        people ? joined_groups(label.group, part_of(label.text)) : label.group;
    for (Criterion& rule : label.children) {
      rules.push_back(std::move(rule));
      rules.back().group = group;
    }
  }
  section.rules = std::move(rules);
}

void dissolve_wrapper(Section& section, Sense sense) {
  if (section.rules.size() != 1) {
    return;
  }
  Criterion& wrapper = section.rules.front();
  const bool noted = std::any_of(wrapper.children.begin(), wrapper.children.end(),
                                 [](const Criterion& child) { return child.note; });
  const bool leads = ends_in_colon(wrapper.text);
  const auto announced = leads ? announced_group(wrapper.text, sense) : std::nullopt;
  if (noted || wrapper.children.size() < 2 || (leads && !announced)) {
    return;
  }
  const std::string group = joined_groups(wrapper.group, announced.value_or(""));
  std::vector<Criterion> rules = std::move(wrapper.children);
  for (Criterion& rule : rules) {
    rule.group = group;
  }
  if (!leads) {
    rules.insert(rules.begin(), std::move(section.rules.front()));
    rules.front().children.clear();
  }
  section.rules = std::move(rules);
}

}  // namespace trialsheet
