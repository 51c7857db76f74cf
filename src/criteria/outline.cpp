// Outline: a stack of the lines that are still open. A line closes all that it does not
// stand under; the last one left is its parent. Besides indentation, a line that ends in
// a colon takes what is marked in another way at its own level, because half of the lists
// that people type are not indented (RECORD_FACTS: 59 records).

#include "criteria/outline.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/text.hpp"
#include "criteria/announcements.hpp"
#include "criteria/definitions.hpp"
#include "criteria/groups.hpp"
#include "criteria/labels.hpp"
#include "criteria/leads.hpp"
#include "criteria/remarks.hpp"
#include "criteria/siblings.hpp"
#include "criteria/topics.hpp"

namespace trialsheet {
namespace {

// criteria.hpp promises it.
constexpr std::size_t deepest = 8;

/// Whether the rule is an alternative to the last one: as a rule of its own it would be
/// asked of all.
bool is_other_way(const std::vector<Criterion>& rules, const Criterion& rule) {
  return !rules.empty() && rules.back().children.empty() &&
         rules.back().group == rule.group && ends_in_or(rules.back().text);
}

/// Whether `rule` has the words of `group`, in whatever letters.
bool mentions(std::string_view rule, const std::string& group) {
  return lower_ascii(rule).find(lower_ascii(group)) != std::string::npos;
}

bool is_item(const Line& line) {
  return line.marker != Marker::none;
}

bool is_marked_alike(const Line& a, const Line& b) {
  return a.marker == b.marker && a.inner == b.inner;
}

}  // namespace

bool Outline::takes(const Open& parent, const Line& line) {
  if (parent.is_subheading) {
    return true;
  }
  if (is_item(parent.line) && line.indent >= parent.line.content) {
    return true;
  }
  if (parent.has_amounts && starts_with_letter(line.text)) {
    return false;
  }
  if (!parent.leads || parent.has_nested || line.indent < parent.line.indent) {
    return !is_item(parent.line) && parent.leads && is_item(line) &&
           line.indent >= parent.line.indent;
  }
  if (!is_item(line)) {
    return is_item(parent.line) && !leads(line.text);
  }
  const bool by_marker = !parent.has_plain && !is_marked_alike(parent.line, line);
  return !is_item(parent.line) || by_marker;
}

std::size_t Outline::parent_of(const Line& line) {
  close_to_previous_number(line);
  is_deep_ = is_deep_ || open_.size() + 1 >= deepest;
  while (!open_.empty() && (open_.size() >= deepest || !takes(open_.back(), line))) {
    open_.pop_back();
  }
  if (open_.empty()) {
    return none;
  }
  Open& parent = open_.back();
  parent.has_nested =
      parent.has_nested || (is_item(parent.line) && line.indent >= parent.line.content);
  parent.has_plain = parent.has_plain || !is_item(line);
  // "Patient age:", "12 to 18", "65 and more", "Normal liver function": the last is no
  // age.
  parent.has_amounts = parent.has_amounts || (!is_item(parent.line) && is_item(line) &&
                                              !starts_with_letter(line.text) &&
                                              asks_for_amount(parent.line.text));
  return parent.node;
}

std::size_t Outline::append(std::string_view text, std::size_t parent) {
  nodes_.push_back({.text = without_first_level(one_line(text)), .parent = parent});
  if (parent == none) {
    last_rule_ = nodes_.size() - 1;
    nodes_.back().group = joined_groups(group_, cohort_);
  }
  return nodes_.size() - 1;
}

void Outline::add_item(const Line& line) {
  if (is_capital_subheading(line)) {
    open_.clear();
  }
  const std::size_t parent = parent_of(line);
  const std::size_t node = append(line.text, parent);
  if (parent == none && line.levels.empty()) {
    counted_ = std::max(counted_, line.number);
  }
  nodes_[node].marker = line.marker;
  nodes_[node].inner = line.inner;
  nodes_[node].number = line.number;
  nodes_[node].in_levels = !line.levels.empty();
  nodes_[node].starts_list = line.starts_list;
  Line kept = line;
  kept.parts.clear();
  open_.push_back({.node = node,
                   .line = std::move(kept),
                   .leads = leads(line.text),
                   .is_subheading = is_capital_subheading(line)});
}

/// A remark belongs to the item that it is indented under or, at the level of the rules,
/// to the rule before it. A remark before any rule is read as a rule: nothing else could
/// hold it.
void Outline::add_remark(const Line& line) {
  const std::size_t above = parent_of(line);
  const std::size_t parent = above == none ? last_rule_ : above;
  const std::size_t node = append(line.text, parent);
  nodes_[node].note = parent != none;
  if (leads(line.text) && parent != none) {
    open_.push_back({.node = node, .line = line, .leads = true});
  }
}

void Outline::add_parts(const Line& line) {
  Line part = line;
  part.parts.clear();
  if (has_words(line.text)) {
    defines_word_of_last(part) ? add_remark(part) : add_item(part);
    const std::size_t lead = nodes_.size() - 1;
    for (const std::string_view text : line.parts) {
      append(text, lead);
    }
    return;
  }
  const bool counted = line.number > 0 && (line.label.empty() || !line.levels.empty());
  for (const std::string_view text : line.parts) {
    part.text = has_words(text) ? text : std::string_view();
    if (!part.text.empty()) {
      add_item(part);
    }
    part.number += counted ? 1 : 0;
    part.label = {};
  }
}

/// Whether the item at the end of the list is a sentence that goes on in `line`, its
/// next.
bool Outline::goes_on_in(const Line& line) const {
  if (open_.empty() || open_.back().node + 1 != nodes_.size() || nodes_.back().note ||
      !is_item(line) || !line.parts.empty()) {
    return false;
  }
  const Line& last = open_.back().line;
  return is_marked_alike(last, line) && last.indent == line.indent &&
         breaks_off(nodes_.back().text);
}

/// Whether `line`, unmarked behind an item or one of its level, only says what a word of
/// the rule before it means.
bool Outline::defines_word_of_last(const Line& line) {
  if (last_rule_ == none || open_.empty()) {
    return false;
  }
  const std::string& rule = nodes_[last_rule_].text;
  const bool below = line.marker == Marker::none && is_item(open_.back().line) &&
                     is_definition(line.text, rule);
  return below || (defines_term(line.text, rule) && parent_of(line) == none);
}

void Outline::add_continuation(const Line& line) {
  const std::size_t above = parent_of(line);
  append(line.text, above == none ? last_rule_ : above);
}

/// Keeps the line back if it only announces rules and stands among the rules itself.
bool Outline::announce(const Line& line) {
  auto group = line.parts.empty() ? announced_group(line.text, sense_) : std::nullopt;
  if (!group && is_item(line) && sense_ != Sense::other && is_topic_item(line.text)) {
    group = std::string();
  }
  if (!group || parent_of(line) != none) {
    return false;
  }
  announcement_ = line;
  announced_ = one_line(*group);
  return true;
}

/// An announcement to some of the people is a rule with children where they are nested.
void Outline::settle_announcement(const Line& next) {
  if (!announcement_) {
    return;
  }
  const Line line = *std::exchange(announcement_, std::nullopt);
  const bool nested = line.marker != Marker::none && next.indent >= line.content;
  if (nested && !announced_.empty()) {
    add_item(line);
  } else {
    open_.clear();
    cohort_ = announced_.empty() ? cohort_ : announced_;
  }
}

void Outline::open(const std::string& group) {
  open_.clear();
  counted_ = 0;
  group_ = group;
  cohort_.clear();
}

void Outline::open_cohort(const std::string& cohort) {
  open_.clear();
  counted_ = 0;
  cohort_ = cohort;
}

void Outline::open_topic() {
  if (std::exchange(announcement_, std::nullopt) && !announced_.empty()) {
    cohort_ = announced_;
  }
  open_.clear();
}

void Outline::close() {
  if (announcement_) {
    const Line line = *std::exchange(announcement_, std::nullopt);
    if (sense_ != Sense::other) {
      add_item(line);
    }
  }
  open_.clear();
}

void Outline::add(const Line& line) {
  if (!add_before_outer(line)) {
    add_whole(line);
  }
}

void Outline::add_whole(const Line& line) {
  if (line.parts.empty() && !has_words(line.text)) {
    return;
  }
  const bool first = last_rule_ == none && line.parts.empty() && !announcement_;
  const std::size_t rule = first ? end_of_announcement(line.text, sense_) : 0;
  if (rule > 0) {
    // "All of the following criteria must be met: Age 18 or more".
    Line rest = line;
    rest.text.remove_prefix(rule);
    add_item(rest);
    return;
  }
  settle_announcement(line);
  if (announce(line) || add_before_announcement(line)) {
    return;
  }
  if (!line.parts.empty()) {
    add_parts(line);
  } else if (is_remark(line.text) || defines_word_of_last(line)) {
    add_remark(line);
  } else if (last_rule_ != none && is_continuation(line.text)) {
    add_continuation(line);
  } else if (goes_on_in(line)) {
    nodes_.back().text += ' ' + one_line(line.text);
  } else {
    add_before_next_cohort(line);
  }
}

/// "Sisters may join too. All of the following must apply:": a rule, and an announcement
/// of those after it.
bool Outline::add_before_announcement(const Line& line) {
  const std::size_t stop = line.text.ends_with(':') ? line.text.rfind(". ") : 0;
  if (stop == 0 || stop == std::string_view::npos || !line.parts.empty() ||
      is_item(line) || sense_ == Sense::other) {
    return false;
  }
  Line rule = line;
  Line last = line;
  rule.text = line.text.substr(0, stop + 1);
  last.text = trimmed(line.text.substr(stop + 1));
  if (!announced_group(last.text, sense_)) {
    return false;
  }
  add(rule);
  const bool announces = announce(last);
  // "Men with asthma may join. Eligible men must ...": the same people.
  if (announces && mentions(rule.text, announced_)) {
    announced_.clear();
  }
  return announces;
}

void Outline::add_before_next_cohort(Line line) {
  const std::size_t next = find_next_cohort(line.text, cohort_);
  const std::string cohort = one_line(line.text.substr(next));
  line.text = trimmed(line.text.substr(0, next));
  add_item(line);
  if (!cohort.empty()) {
    open_cohort(cohort);
  }
}

Outline::Tree Outline::tree() const {
  Tree tree(nodes_.size() + 1);
  for (std::size_t at = 0; at < nodes_.size(); ++at) {
    tree[nodes_[at].parent == none ? nodes_.size() : nodes_[at].parent].push_back(at);
  }
  return tree;
}

/// Gives the leads among the nodes of one level their children. These come after them in
/// the list, so the order of the list stays that of the tree.
void Outline::put_under_leads(Tree& tree, std::size_t level) {
  std::vector<Sibling> items;
  items.reserve(tree[level].size());
  for (const std::size_t at : tree[level]) {
    const Node& node = nodes_[at];
    items.push_back({node.text, node.group, node.marker, node.inner, node.number,
                     node.starts_list, !tree[at].empty()});
  }
  if (items.size() < 2 || std::none_of(items.begin(), items.end(), may_take)) {
    return;
  }
  const std::vector<std::size_t> leads = leads_among(items);
  std::vector<std::size_t> kept;
  for (std::size_t at = 0; at < items.size(); ++at) {
    const std::size_t node = tree[level][at];
    (leads[at] == no_lead ? kept : tree[tree[level][leads[at]]]).push_back(node);
    nodes_[node].group = leads[at] == no_lead ? nodes_[node].group : std::string();
  }
  tree[level] = std::move(kept);
}

/// Of a paragraph that only tells whom the items after it are for: these.
std::optional<std::string> Outline::group_over(std::size_t node,
                                               const Criterion& rule) const {
  const bool notes = std::any_of(rule.children.begin(), rule.children.end(),
                                 [](const Criterion& child) { return child.note; });
  return nodes_[node].marker == Marker::none && !rule.children.empty() && !notes
             ? addressed_group(rule.text, sense_)
             : std::nullopt;
}

std::vector<Criterion> Outline::rules() {
  close();
  settle_numbers();
  Tree tree = this->tree();
  // A list typed with so many levels has its children where they belong, and none may
  // come to stand deeper.
  for (std::size_t level = is_deep_ ? 0 : tree.size(); level-- > 0;) {
    put_under_leads(tree, level);
  }
  // Children come after their parent in the list, so from the back each is complete.
  std::vector<Criterion> made(nodes_.size());
  for (std::size_t at = nodes_.size(); at-- > 0;) {
    made[at].text = std::move(nodes_[at].text);
    made[at].note = nodes_[at].note;
    made[at].group = std::move(nodes_[at].group);
    for (const std::size_t child : tree[at]) {
      made[at].children.push_back(std::move(made[child]));
    }
  }
  std::vector<Criterion> rules;
  for (const std::size_t root : tree.back()) {
    if (sense_ == Sense::inclusion && is_other_way(rules, made[root])) {
      rules.back().text += ' ' + made[root].text;
      rules.back().children = std::move(made[root].children);
    } else if (const auto group = group_over(root, made[root])) {
      for (Criterion& rule : made[root].children) {
        rules.push_back(std::move(rule));
        rules.back().group = joined_groups(made[root].group, *group);
      }
    } else {
      rules.push_back(std::move(made[root]));
    }
  }
  return rules;
}

}  // namespace trialsheet
