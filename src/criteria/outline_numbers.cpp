// Outline: lists whose numbers go on, wherever the next one stands.

#include <algorithm>
#include <vector>

#include "criteria/labels.hpp"
#include "criteria/lines.hpp"
#include "criteria/outline.hpp"
#include "criteria/runs.hpp"
#include "criteria/topics.hpp"

namespace trialsheet {
namespace {

constexpr auto npos = std::string_view::npos;

/// Where the rule after `number` starts in `text`.
std::size_t find_after(std::size_t number, std::string_view text) {
  return number == 0 ? npos : find_next_number(text, number + 1, 0).at;
}

}  // namespace

/// A number that goes on with an open list belongs to that list however it is indented;
/// of several to the innermost.
void Outline::close_to_previous_number(const Line& line) {
  if (line.number < 2) {
    return;
  }
  std::size_t at = open_.size();
  while (at > 0 && (open_[at - 1].line.number != line.number - 1 ||
                    open_[at - 1].line.levels != line.levels)) {
    --at;
  }
  if (at > 0) {
    open_.resize(at - 1, open_.front());
  }
}

/// Where the next item of a list that the line stands under starts in `text`, its end, or
/// the next rule.
Outline::Outer Outline::find_outer(const Line& line, std::string_view text) const {
  for (std::size_t level = open_.size(); level-- > 0;) {
    const Line& open = open_[level].line;
    const bool own = open.marker == line.marker && open.inner == line.inner &&
                     open.indent == line.indent;
    std::size_t at = npos;
    if (!own && !open.label.empty()) {
      at = find_next_label(text, open.label).at;
    } else if (open.levels.empty() && open.number + 1 != line.number) {
      at = find_after(open.number, text);
    }
    if (at != npos) {
      return {at, level};
    }
  }
  return {counted_ + 1 == line.number ? npos : find_after(counted_, text), 0};
}

/// "Platelets normal 5. Has a telephone" under rule 4: the last item of its list, and the
/// next rule, or the topic of the next ones.
bool Outline::add_before_outer(const Line& line) {
  const std::string_view text = line.parts.empty() ? line.text : line.parts.back();
  const Outer next = find_outer(line, text);
  if (next.at == npos) {
    return false;
  }
  Line last = line;
  (line.parts.empty() ? last.text : last.parts.back()) = trimmed(text.substr(0, next.at));
  add_whole(last);
  const std::size_t indent =
      next.level < open_.size() ? open_[next.level].line.indent : 0;
  const Line first = read_line(text.substr(next.at), indent);
  while (open_.size() > next.level) {
    open_.pop_back();
  }
  if (sense_ != Sense::other && names_a_topic(first.text)) {
    open_topic();
  } else {
    add_whole(cut_apart(first, false));
  }
  return true;
}

/// The one node that is counted as `number` between `from` and `to` under another, and
/// does not go on with a list there; none if there is no such node or more than one.
std::size_t Outline::find_nested(std::size_t number, std::size_t from,
                                 std::size_t to) const {
  std::size_t found = none;
  for (std::size_t at = from; at < to; ++at) {
    const Node& node = nodes_[at];
    if (node.parent == none || node.in_levels || node.number != number) {
      continue;
    }
    const bool goes_on = std::any_of(
        nodes_.begin() + static_cast<std::ptrdiff_t>(std::max(node.parent, from)),
        nodes_.begin() + static_cast<std::ptrdiff_t>(at), [&node](const Node& other) {
          return other.parent == node.parent && other.number + 1 == node.number;
        });
    if (found != none || goes_on) {
      return none;
    }
    found = at;
  }
  return found;
}

/// Whether all that stands between `from`, which is to be a root, and `to` stands under
/// roots then.
bool Outline::ends_others(const std::vector<std::size_t>& lifted, std::size_t from,
                          std::size_t to) const {
  std::vector<bool> under_new(to - from);
  for (std::size_t at = from; at < to; ++at) {
    const std::size_t parent = nodes_[at].parent;
    const bool is_lifted = std::binary_search(lifted.begin(), lifted.end(), at);
    under_new[at - from] =
        parent == none || is_lifted || (parent >= from && under_new[parent - from]);
    if (!under_new[at - from]) {
      return false;
    }
  }
  return true;
}

/// Puts under "3. One of these:" what stands between it and "4." in the list of the
/// rules: "1." and "2.", or items that nothing counts.
void Outline::take_inner(std::size_t lead, std::size_t next) {
  const std::string& text = nodes_[lead].text;
  std::vector<std::size_t> inner;
  for (std::size_t at = lead + 1; at < next; ++at) {
    const Node& node = nodes_[at];
    if (node.parent != none) {
      continue;
    }
    const bool counted = node.number > 0;
    const std::size_t expected = counted ? inner.size() + 1 : 0;
    const bool follows = inner.empty() ? !counted || at == lead + 1
                                       : counted == (nodes_[inner[0]].number > 0);
    if (!follows || node.number != expected || node.marker == Marker::none ||
        node.in_levels || node.group != nodes_[lead].group) {
      return;
    }
    inner.push_back(at);
  }
  if (text.ends_with(':') || text.ends_with("：")) {
    for (const std::size_t at : inner) {
      nodes_[at].parent = lead;
      nodes_[at].group.clear();
    }
  }
}

/// Makes a rule of an item that stands under others.
void Outline::lift(std::size_t node) {
  std::size_t root = node;
  while (nodes_[root].parent != none) {
    root = nodes_[root].parent;
  }
  nodes_[node].group = nodes_[root].group;
  nodes_[node].parent = none;
}

/// The rules that are counted from 1 on, in order, with those of "3." and "4." that stand
/// under others between the rules "2." and "5."; nothing if they are not complete.
std::vector<std::size_t> Outline::numbered_rules() const {
  std::vector<std::size_t> rules;
  std::vector<std::size_t> nested;
  for (std::size_t at = 0; at < nodes_.size(); ++at) {
    const Node& node = nodes_[at];
    if (node.parent != none || node.in_levels || node.number <= rules.size()) {
      continue;
    }
    const std::size_t before = nested.size();
    while (!rules.empty() && rules.size() + 1 < node.number) {
      const std::size_t found = find_nested(rules.size() + 1, rules.back() + 1, at);
      if (found == none) {
        return {};
      }
      rules.push_back(found);
      nested.push_back(found);
    }
    if (node.number != rules.size() + 1 ||
        (nested.size() > before && !ends_others(nested, nested[before], at))) {
      return {};
    }
    rules.push_back(at);
  }
  return rules;
}

/// Brings the rules that numbers count to one level, and what stands between them under
/// them where that is plain: each number is there once then.
void Outline::settle_numbers() {
  constexpr std::size_t least = 3;  // ours: so many rules are no chance
  const std::vector<std::size_t> rules = numbered_rules();
  if (is_deep_ || rules.size() < least) {
    return;
  }
  for (const std::size_t rule : rules) {
    if (nodes_[rule].parent != none) {
      lift(rule);
    }
  }
  for (std::size_t at = 0; at + 1 < rules.size(); ++at) {
    take_inner(rules[at], rules[at + 1]);
  }
}

}  // namespace trialsheet
