// Wrappers: told by words that name no condition of their own, and by items below them
// that are whole rules.

#include "criteria/wrappers.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "criteria/announcements.hpp"
#include "criteria/groups.hpp"
#include "criteria/siblings.hpp"
#include "criteria/topics.hpp"
#include "criteria/words_of.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t longest_label = 60;

bool ends_in_colon(std::string_view line) {
  return line.ends_with(':') || line.ends_with("\xEF\xBC\x9A");
}

bool has_notes(const Criterion& rule) {
  return std::any_of(rule.children.begin(), rule.children.end(),
                     [](const Criterion& child) { return child.note; });
}

/// A short line that ends in a colon, with at least two items below it, all of them
/// rules.
bool may_be_label(const Criterion& rule) {
  return ends_in_colon(rule.text) && rule.text.size() <= longest_label &&
         rule.children.size() >= 2 && !has_notes(rule);
}

/// "Concomitant medication:".
bool is_label_of_list(const Criterion& rule) {
  constexpr std::string_view telling =
      " following must not no any with who have has had is are defined as one least "
      "except "
      "unless including excluding if than patients subjects participants evidence "
      "history ";
  return may_be_label(rule) && !has_word_of(rule.text, telling);
}

/// "Cohort 1: prior treatment": one of the items alone is for each of the people.
bool is_for_a_part(const Criterion& child) {
  const std::size_t colon = child.text.find(':');
  return colon != std::string::npos && names_a_part(child.text.substr(0, colon));
}

/// How many of the items below are so.
std::size_t number_of(const Criterion& label, bool (*is_so)(std::string_view)) {
  const auto number =
      std::count_if(label.children.begin(), label.children.end(),
                    [is_so](const Criterion& child) { return is_so(child.text); });
  return static_cast<std::size_t>(number);
}

/// "Diet restrictions:": the word tells that it stands for others, whatever it is about.
bool calls_for_rules(std::string_view text) {
  constexpr std::string_view calling =
      " characteristics concerns considerations requirement requirements restriction "
      "restrictions ";
  const std::vector<LineWord> words = words_of(text);
  return words.size() >= 2 && stands_in(calling, words.back().text);
}

/// "Condition of organ system:" over whole rules, among items that are none such.
bool is_heading_of_rules(const Criterion& rule) {
  constexpr std::string_view conditions = " abnormal abnormalities disease diseases ";
  const std::size_t items = rule.children.size();
  // Limits ("Laboratory requirements:") are of one rule.
  if (!is_label_of_list(rule) || 2 * number_of(rule, has_limit) > items ||
      std::any_of(rule.children.begin(), rule.children.end(), is_for_a_part)) {
    return false;
  }
  const bool topic = names_a_topic(rule.text) && !has_word_of(rule.text, conditions);
  return calls_for_rules(rule.text) ||
         (topic && 2 * number_of(rule, opens_as_a_rule) >= items);
}

/// "Female volunteers:".
bool is_label_of_people(const Criterion& rule) {
  constexpr std::string_view anyone =
      " controls donors female females for male males men only participants patients "
      "subjects volunteers women ";
  constexpr std::string_view some =
      " controls donors female females male males men women ";
  if (!may_be_label(rule) || !has_word_of(rule.text, some)) {
    return false;
  }
  const std::vector<LineWord> words = words_of(rule.text);
  return std::all_of(words.begin(), words.end(), [anyone](const LineWord& word) {
    return stands_in(anyone, word.text);
  });
}

bool heads_rules(const Criterion& rule) {
  return is_heading_of_rules(rule) || is_label_of_people(rule);
}

void move_children(Criterion& from, const std::string& group,
                   std::vector<Criterion>& to) {
  for (Criterion& rule : from.children) {
    to.push_back(std::move(rule));
    to.back().group = group;
  }
}

/// Puts the items below each rule that `is_label` in its place.
void dissolve(Section& section, bool (*is_label)(const Criterion&)) {
  std::vector<Criterion> rules;
  for (Criterion& rule : section.rules) {
    if (is_label(rule)) {
      const bool people = names_a_cohort(rule.text, true);
      move_children(rule,
                    people ? joined_groups(rule.group, part_of(rule.text)) : rule.group,
                    rules);
    } else {
      rules.push_back(std::move(rule));
    }
  }
  section.rules = std::move(rules);
}

}  // namespace

void dissolve_labels(Section& section) {
  const bool labels =
      section.rules.size() >= 2 &&
      std::all_of(section.rules.begin(), section.rules.end(), is_label_of_list);
  if (labels) {
    dissolve(section, is_label_of_list);
  }
}

void dissolve_headings(Section& section) {
  if (std::any_of(section.rules.begin(), section.rules.end(), heads_rules)) {
    dissolve(section, heads_rules);
  }
}

void dissolve_wrapper(Section& section, Sense sense) {
  if (section.rules.size() != 1) {
    return;
  }
  Criterion& wrapper = section.rules.front();
  if (wrapper.children.size() < 2 || has_notes(wrapper)) {
    return;
  }
  const bool leads = ends_in_colon(wrapper.text);
  const auto announced = leads ? announced_group(wrapper.text, sense) : std::nullopt;
  const std::size_t own =
      leads && !announced ? end_of_own_words(wrapper.text, sense) : wrapper.text.size();
  if (own == 0) {
    return;
  }
  std::vector<Criterion> rules;
  const std::string group = joined_groups(wrapper.group, announced.value_or(""));
  Criterion first = std::move(wrapper);
  if (!announced) {
    rules.push_back({.text = first.text.substr(0, own), .group = group});
  }
  move_children(first, group, rules);
  section.rules = std::move(rules);
}

}  // namespace trialsheet
