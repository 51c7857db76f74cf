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

namespace trialsheet {
namespace {

// criteria.hpp promises it.
constexpr std::size_t deepest = 8;

bool leads(std::string_view text) {
  return text.ends_with(':') || text.ends_with("\xEF\xBC\x9A");  // full-width colon
}

bool is_remark(std::string_view text) {
  constexpr std::array<std::string_view, 7> starts = {
      "note:", "note ", "notes:", "nb:", "n.b.", "please note", "note that"};
  const std::string lower = lower_ascii(text.substr(0, 16));
  return std::any_of(starts.begin(), starts.end(), [&lower](std::string_view start) {
    return lower.starts_with(start);
  });
}

/// "(continued)", "Continued from #2: ...", "#10 continued": goes on with the rule
/// before. "Continued drug abuse" does not.
bool is_continuation(std::string_view text) {
  constexpr std::array<std::string_view, 7> starts = {
      "continued from",  "continued:", "continued)", "(continued",
      "continuation of", "cont'd",     "(cont"};
  const std::string lower = lower_ascii(text.substr(0, 32));
  const std::size_t after_sign = lower.starts_with('#') ? 1 : 0;
  const std::size_t number = lower.find_first_not_of("0123456789", after_sign);
  const bool numbered = number != std::string::npos && number > 0 &&
                        lower.compare(number, 10, " continued") == 0;
  return numbered ||
         std::any_of(starts.begin(), starts.end(), [&lower](std::string_view start) {
           return lower.starts_with(start);
         });
}

/// "PATIENT CHARACTERISTICS:": the old layout of the National Cancer Institute, where
/// such a line stands over several lists.
bool is_capital_subheading(const Line& line) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return line.marker == Marker::none && line.indent == 0 && leads(line.text) &&
         line.text.size() >= 8 &&
         std::none_of(line.text.begin(), line.text.end(), is_lower);
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

/// A number that goes on with an open list belongs to that list however it is indented.
void Outline::close_to_previous_number(const Line& line) {
  if (line.number < 2) {
    return;
  }
  std::size_t at = open_.size();
  while (at > 0 && open_[at - 1].line.number == 0) {
    --at;
  }
  if (at > 0 && open_[at - 1].line.number == line.number - 1) {
    open_.resize(at, open_.front());
  }
}

std::size_t Outline::parent_of(const Line& line) {
  close_to_previous_number(line);
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
  nodes_.push_back({.text = one_line(text), .parent = parent});
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
  for (const std::string_view text : line.parts) {
    part.text = has_words(text) ? text : std::string_view();
    if (!part.text.empty()) {
      add_item(part);
    }
  }
}

void Outline::add_continuation(const Line& line) {
  const std::size_t above = parent_of(line);
  append(line.text, above == none ? last_rule_ : above);
}

/// Keeps the line back if it only announces rules and stands among the rules itself.
bool Outline::announce(const Line& line) {
  const auto group = line.parts.empty() ? announced_group(line.text, sense_)
                                        : std::optional<std::string>();
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
  group_ = group;
  cohort_.clear();
}

void Outline::open_cohort(const std::string& cohort) {
  open_.clear();
  cohort_ = cohort;
}

void Outline::close() {
  if (announcement_) {
    add_item(*std::exchange(announcement_, std::nullopt));
  }
  open_.clear();
}

void Outline::add(const Line& line) {
  if (line.parts.empty() && !has_words(line.text)) {
    return;
  }
  settle_announcement(line);
  if (announce(line)) {
    return;
  }
  if (!line.parts.empty()) {
    add_parts(line);
  } else if (is_remark(line.text)) {
    add_remark(line);
  } else if (last_rule_ != none && is_continuation(line.text)) {
    add_continuation(line);
  } else {
    add_item(line);
  }
}

std::vector<Criterion> Outline::rules() {
  close();
  std::vector<std::vector<std::size_t>> children(nodes_.size());
  std::vector<std::size_t> roots;
  for (std::size_t at = 0; at < nodes_.size(); ++at) {
    (nodes_[at].parent == none ? roots : children[nodes_[at].parent]).push_back(at);
  }
  // Children come after their parent in the list, so from the back each is complete.
  std::vector<Criterion> made(nodes_.size());
  for (std::size_t at = nodes_.size(); at-- > 0;) {
    made[at].text = nodes_[at].text;
    made[at].note = nodes_[at].note;
    made[at].group = nodes_[at].group;
    for (const std::size_t child : children[at]) {
      made[at].children.push_back(std::move(made[child]));
    }
  }
  std::vector<Criterion> rules;
  for (const std::size_t root : roots) {
    rules.push_back(std::move(made[root]));
  }
  return rules;
}

}  // namespace trialsheet
