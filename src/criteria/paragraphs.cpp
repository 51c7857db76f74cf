// Paragraphs: cut at their semicolons (signs.hpp), with the heading taken off that the
// first rule starts with.

#include "criteria/paragraphs.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "criteria/groups.hpp"
#include "criteria/headings.hpp"
#include "criteria/lines.hpp"
#include "criteria/signs.hpp"

namespace trialsheet {
namespace {

/// "Main exclusion criteria for healthy subjects include a; b; ...": the heading that
/// such a list starts with goes from its first rule and names the group of them all.
void take_heading(std::vector<Criterion>& rules, std::size_t first) {
  constexpr std::string_view include = " include ";
  const std::string text = rules[first].text;
  const std::size_t end = text.find(include);
  if (end == std::string::npos) {
    return;
  }
  // "(Cohorts 2 and 3)" only says it once more.
  const std::string_view head = std::string_view(text).substr(0, end);
  const std::size_t bracket = head.ends_with(')') ? head.rfind(" (") : head.npos;
  const std::string_view bare = head.substr(0, bracket);
  const auto heading = heading_of(read_line(bare, 0));
  if (heading && heading->end == bare.size()) {
    const std::string group = heading->group + std::string(head.substr(bare.size()));
    rules[first].text = text.substr(end + include.size());
    for (std::size_t at = first; at < rules.size(); ++at) {
      rules[at].group = joined_groups(rules[at].group, group);
    }
  }
}

}  // namespace

Section with_semicolons_cut(Section section) {
  std::vector<Criterion> rules;
  for (const Criterion& rule : section.rules) {
    const std::vector<std::string_view> parts = semicolon_parts(rule.text);
    if (parts.empty() || !rule.children.empty()) {
      return section;
    }
    const std::size_t first = rules.size();
    for (const std::string_view part : parts) {
      rules.push_back({.text = std::string(part), .group = rule.group});
    }
    take_heading(rules, first);
  }
  section.rules = std::move(rules);
  return section;
}

void take_conjunction(Section& section) {
  constexpr std::string_view conjunction = " and";
  constexpr std::size_t least = 3;
  std::vector<Criterion>& rules = section.rules;
  if (rules.size() < least || !rules[rules.size() - 2].text.ends_with(conjunction)) {
    return;
  }
  std::string& text = rules[rules.size() - 2].text;
  const char sign =
      text.size() > conjunction.size() ? text[text.size() - conjunction.size() - 1] : ' ';
  const bool listed =
      (sign == ';' || sign == ',') && rules[rules.size() - 2].children.empty() &&
      std::any_of(rules.begin(), rules.end() - 2,
                  [sign](const Criterion& rule) { return rule.text.ends_with(sign); });
  text.resize(text.size() - (listed ? conjunction.size() : 0));
}

}  // namespace trialsheet
