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
#include "criteria/groups.hpp"
#include "criteria/labels.hpp"
#include "criteria/remarks.hpp"
#include "criteria/siblings.hpp"
#include "criteria/topics.hpp"

namespace trialsheet {
namespace {

// criteria.hpp promises it.
constexpr std::size_t deepest = 8;

bool leads(std::string_view text) {
  return text.ends_with(':') || text.ends_with("\xEF\xBC\x9A") ||  // full-width colon
         points_at_items(text);
}

/// "PATIENT CHARACTERISTICS:": the old layout of the National Cancer Institute, where
/// such a line stands over several lists.
bool is_capital_subheading(const Line& line) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return line.marker == Marker::none && line.indent == 0 && leads(line.text) &&
         line.text.size() >= 8 &&
         std::none_of(line.text.begin(), line.text.end(), is_lower);
}

/// "inhibitors or inducers of": the sentence goes on in the next item.
bool breaks_off(std::string_view text) {
  constexpr std::array<std::string_view, 9> open = {" of",   " the", " to", " in",  " by",
                                                    " than", " a",   " an", " from"};
  return std::any_of(open.begin(), open.end(),
                     [text](std::string_view end) { return text.ends_with(end); });
}

/// "Asthma; or".
bool ends_in_or(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" ,;.:");
  text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
  return text.ends_with(" or") || text.ends_with(" OR");
}

/// Whether the rule is an alternative to the last one: as a rule of its own it would be
/// asked of all.
bool is_other_way(const std::vector<Criterion>& rules, const Criterion& rule) {
  return !rules.empty() && rules.back().children.empty() &&
         rules.back().group == rule.group && ends_in_or(rules.back().text);
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
    add_item(part);
    const std::size_t lead = open_.back().node;
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

/// Whether `line`, unmarked behind an item, only says what a word of the item means.
bool Outline::defines_word_of_last(const Line& line) const {
  return last_rule_ != none && !open_.empty() && line.marker == Marker::none &&
         open_.back().line.marker != Marker::none &&
         is_definition(line.text, nodes_[last_rule_].text);
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
  return announce(last);
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
    } else {
      rules.push_back(std::move(made[root]));
    }
  }
  return rules;
}

}  // namespace trialsheet
