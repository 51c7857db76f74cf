// Rule choice: a knapsack over heights in steps, exact for the steps.

#include "page/rule_choice.hpp"

#include <algorithm>

namespace trialsheet {

using namespace literals;

namespace {

/// All leadings and paddings are multiples of it (SHEET_DESIGN, section 2); where a
/// layout has others, heights are rounded up.
constexpr Length step = 1.5_pt;

struct Candidate {
  std::size_t block;
  std::size_t rule;
  int wording;
  int worth;
  int steps;  ///< its height
};

int steps_up(Length height) {
  return static_cast<int>((height.thousandths() + step.thousandths() - 1) /
                          step.thousandths());
}

int lowest_wording(const Scene& scene, int column, const Rule& rule) {
  int lowest = 0;
  auto least = rule_height(scene, column, rule, 0);
  for (int w = 1; w < static_cast<int>(rule.statement.wordings.size()); ++w)
    if (const auto height = rule_height(scene, column, rule, w); height < least) {
      lowest = w;
      least = height;
    }
  return lowest;
}

/// Whether a line for several tells this rule where not all are shown.
bool has_line(const RuleBlock& block, std::size_t rule) {
  return std::any_of(block.rules.begin(), block.rules.end(), [&](const Rule& line) {
    return std::find(line.stands_for.begin(), line.stands_for.end(), rule) !=
           line.stands_for.end();
  });
}

std::vector<Candidate> candidates(const Scene& scene, int column) {
  std::vector<Candidate> found;
  const auto& blocks = scene.summary->rule_blocks;
  for (std::size_t b = 0; b < blocks.size(); ++b)
    for (std::size_t r = 0; r < blocks[b].rules.size(); ++r) {
      const auto& rule = blocks[b].rules[r];
      if (rule.covered || has_line(blocks[b], r))
        continue;
      const auto wording = lowest_wording(scene, column, rule);
      found.push_back({b, r, wording, rule.rank,
                       steps_up(rule_height(scene, column, rule, wording))});
    }
  return found;
}

/// What the first shown rule of a block frees: the sentence that stood for it, less what
/// the heads of the tick columns take.
Length freed_by_first_rule(const Scene& scene, int column, const RuleBlock& block) {
  if (block.rules.empty() || !block.empty.empty())
    return {};
  const auto padding = scene.elastic(scene.layout->measures.row_padding, column);
  return scene.set(block.none_shown, scene.styles.body, scene.width(column)).height() +
         2 * padding - heads_height(scene, column, block);
}

/// Indices of the candidates of the greatest worth together within `room` steps; among
/// equals the earlier ones.
std::vector<std::size_t> pack(const std::vector<Candidate>& items, int room) {
  const auto width = static_cast<std::size_t>(std::max(room, 0)) + 1;
  std::vector<int> worth(width, 0);
  std::vector<std::vector<bool>> taken(items.size(), std::vector<bool>(width, false));
  for (auto i = items.size(); i-- > 0;) {
    const auto height = static_cast<std::size_t>(items[i].steps);
    for (auto left = width; left-- > height;)
      if (worth[left - height] + items[i].worth >= worth[left]) {
        worth[left] = worth[left - height] + items[i].worth;
        taken[i][left] = true;
      }
  }
  std::vector<std::size_t> chosen;
  auto left = width - 1;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].steps <= static_cast<int>(left) && taken[i][left]) {
      chosen.push_back(i);
      left -= static_cast<std::size_t>(items[i].steps);
    }
  return chosen;
}

/// Nothing is shown but what other rows say anyway.
ShownRules no_rules(const Summary& summary) {
  ShownRules shown;
  for (const auto& block : summary.rule_blocks) {
    auto& wordings = shown.emplace_back();
    for (const auto& rule : block.rules)
      wordings.push_back(rule.covered ? 0 : not_shown);
  }
  return shown;
}

/// Fuller wordings for the rules shown, the most worthy first, as far as `left` allows.
void lengthen(const Scene& scene, int column, std::vector<Candidate> chosen, Length left,
              ShownRules& shown) {
  std::stable_sort(
      chosen.begin(), chosen.end(),
      [](const Candidate& a, const Candidate& b) { return a.worth > b.worth; });
  for (const auto& each : chosen) {
    const auto& rule = scene.summary->rule_blocks[each.block].rules[each.rule];
    auto& wording = shown[each.block][each.rule];
    const auto height = rule_height(scene, column, rule, wording);
    for (int fuller = 0; fuller < wording; ++fuller) {
      const auto more = rule_height(scene, column, rule, fuller) - height;
      if (more <= left) {
        left -= more;
        wording = fuller;
        break;
      }
    }
  }
}

}  // namespace

ShownRules lowest_wordings(const Scene& scene, int column) {
  auto shown = no_rules(*scene.summary);
  for (std::size_t b = 0; b < shown.size(); ++b)
    for (std::size_t r = 0; r < shown[b].size(); ++r)
      if (const auto& rule = scene.summary->rule_blocks[b].rules[r];
          rule.stands_for.empty() && !rule.covered)
        shown[b][r] = lowest_wording(scene, column, rule);
  return shown;
}

namespace {

/// What the rules `chosen` take of the column, less what their blocks free.
Length needed(const Scene& scene, int column, const std::vector<Candidate>& chosen) {
  Length height;
  std::vector<bool> started(scene.summary->rule_blocks.size(), false);
  for (const auto& each : chosen) {
    height += each.steps * step;
    if (!started[each.block])
      height -=
          freed_by_first_rule(scene, column, scene.summary->rule_blocks[each.block]);
    started[each.block] = true;
  }
  return height;
}

/// The most worthy that fit into `room`: which blocks start, and so free room, is known
/// only when they are chosen, so all are taken to start at first.
std::vector<Candidate> pack_blocks(const Scene& scene, int column,
                                   const std::vector<Candidate>& items, Length room) {
  auto capacity = room;
  for (const auto& block : scene.summary->rule_blocks)
    capacity += std::max(freed_by_first_rule(scene, column, block), Length());
  while (true) {
    std::vector<Candidate> chosen;
    const auto steps = static_cast<int>(capacity.thousandths() / step.thousandths());
    for (const auto index : pack(items, steps))
      chosen.push_back(items[index]);
    const auto excess = needed(scene, column, chosen) - room;
    if (excess <= Length() || chosen.empty())
      return chosen;
    capacity -= excess;
  }
}

}  // namespace

RuleChoice choose_rules(const Scene& scene, int column, Length room) {
  std::vector<Candidate> worthy;
  std::vector<Candidate> rest;
  for (const auto& each : candidates(scene, column))
    (each.worth > 0 ? worthy : rest).push_back(each);
  auto chosen = pack_blocks(scene, column, worthy, room);
  if (chosen.size() == worthy.size())
    for (const auto& each : rest) {
      chosen.push_back(each);
      if (needed(scene, column, chosen) > room)
        chosen.pop_back();
    }
  RuleChoice choice = {no_rules(*scene.summary)};
  for (const auto& each : chosen) {
    choice.shown[each.block][each.rule] = each.wording;
    choice.worth += each.worth;
  }
  const auto left = room - needed(scene, column, chosen);
  lengthen(scene, column, std::move(chosen), left, choice.shown);
  return choice;
}

}  // namespace trialsheet
