// Rule joins: rules that a pattern words are known by it, and so is what they say
// together.

#include "summary/rule_joins.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "summary/rule_lines.hpp"

namespace trialsheet {
namespace {

constexpr std::string_view both = "pregnant_or_breastfeeding";

bool is_joinable(const Rule& rule) {
  const std::string& pattern = rule.statement.wordings.front().pattern;
  return rule.counted && !rule.covered && rule.children.empty() &&
         (pattern == "pregnant" || pattern == "breastfeeding" || pattern == both);
}

/// The pattern that says what the rules `joined` say together.
std::string_view joint_pattern(const RuleBlock& block,
                               const std::vector<std::size_t>& joined) {
  const std::string& first =
      block.rules[joined.front()].statement.wordings.front().pattern;
  const bool is_one = std::all_of(joined.begin(), joined.end(), [&](std::size_t rule) {
    return block.rules[rule].statement.wordings.front().pattern == first;
  });
  return is_one ? std::string_view(first) : both;
}

Rule joint_row(const Words& words, const RuleBlock& block,
               const std::vector<std::size_t>& joined) {
  const std::string_view pattern = joint_pattern(block, joined);
  const std::string key = std::string("rules.say.").append(pattern);
  const Rule& first = block.rules[joined.front()];
  Wording wording;
  wording.text = words.text(key);
  wording.tier = Tier::grammar;
  wording.pattern = pattern;
  wording.proved = words.english_text(key, {});
  Rule row;
  row.statement = {block.id + ".joined", first.statement.source, {std::move(wording)}};
  row.kind = first.kind;
  row.category = first.category;
  row.counted = false;
  row.stands_for = joined;
  row.rank = 1;
  for (const std::size_t rule : joined) {
    row.rank += block.rules[rule].rank;
  }
  return row;
}

}  // namespace

void join_rules(const Words& words, RuleBlock& block) {
  std::vector<std::size_t> joined;
  for (std::size_t i = 0; i < block.rules.size(); ++i) {
    if (is_joinable(block.rules[i])) {
      joined.push_back(i);
    }
  }
  if (joined.size() > 1) {
    insert_lines({joint_row(words, block, joined)}, joined.front(), block);
  }
}

}  // namespace trialsheet
