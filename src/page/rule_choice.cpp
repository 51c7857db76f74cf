// Rule choice: a knapsack over heights in steps, exact for the steps.

#include "page/rule_choice.hpp"

#include <algorithm>

#include "page/pack.hpp"

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

/// Every rule and every line for several that could be shown, in its lowest wording.
std::vector<Candidate> candidates(const Scene& scene, int column) {
  std::vector<Candidate> found;
  const auto& blocks = scene.summary->rule_blocks;
  for (std::size_t b = 0; b < blocks.size(); ++b)
    for (std::size_t r = 0; r < blocks[b].rules.size(); ++r) {
      const auto& rule = blocks[b].rules[r];
      if (rule.covered)
        continue;
      const auto wording = lowest_wording(scene, column, rule);
      found.push_back({b, r, wording, rule.rank,
                       steps_up(rule_height(scene, column, rule, wording))});
    }
  return found;
}

const Rule& rule_of(const Scene& scene, const Candidate& candidate) {
  return scene.summary->rule_blocks[candidate.block].rules[candidate.rule];
}

bool stands_for(const Rule& line, std::size_t rule) {
  return std::find(line.stands_for.begin(), line.stands_for.end(), rule) !=
         line.stands_for.end();
}

/// The candidates of worth in groups: a line excludes the other lines of its id and the
/// rules that it stands for; these are a group. All other rules are another.
class Grouping {
 public:
  Grouping(const Scene& scene, const std::vector<Candidate>& items)
      : scene_(&scene), items_(&items), grouped_(items.size(), false) {
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!rule(i).stands_for.empty() && !grouped_[i])
        add_group(i);
    Way alone;
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!grouped_[i] && items[i].worth > 0)
        alone.may.push_back(i);
    groups_.insert(groups_.begin(), {alone});
  }

  const std::vector<Group>& groups() const { return groups_; }

 private:
  const Rule& rule(std::size_t item) const { return rule_of(*scene_, (*items_)[item]); }

  /// The group of the line `first` and of all others of its id.
  void add_group(std::size_t first) {
    std::vector<std::size_t> lines;
    std::vector<std::size_t> members;
    const auto& id = rule(first).statement.id;
    for (std::size_t i = 0; i < items_->size(); ++i)
      if (!rule(i).stands_for.empty() && rule(i).statement.id == id)
        lines.push_back(i);
    for (std::size_t i = 0; i < items_->size(); ++i)
      if (is_member(i, lines))
        members.push_back(i);
    Group group = {{{}, members}};
    for (const auto line : lines) {
      Way way = {{line}, {}};
      for (const auto member : members)
        if (!stands_for(rule(line), (*items_)[member].rule))
          way.may.push_back(member);
      group.push_back(std::move(way));
    }
    for (const auto& part : {lines, members})
      for (const auto item : part)
        grouped_[item] = true;
    groups_.push_back(std::move(group));
  }

  bool is_member(std::size_t item, const std::vector<std::size_t>& lines) const {
    return rule(item).stands_for.empty() &&
           std::any_of(lines.begin(), lines.end(), [&](std::size_t line) {
             return (*items_)[line].block == (*items_)[item].block &&
                    stands_for(rule(line), (*items_)[item].rule);
           });
  }

  const Scene* scene_;
  const std::vector<Candidate>* items_;
  std::vector<bool> grouped_;
  std::vector<Group> groups_;
};

/// What the first shown rule of a block frees: the sentence that stood for it, less what
/// the heads of the tick columns take; less than nothing where the block comes with it.
Length freed_by_first_rule(const Scene& scene, int column, const RuleBlock& block) {
  if (block.rules.empty() || !block.empty.empty())
    return {};
  if (block.none_shown.empty())
    return Length() - block_heading_height(scene, column, block) -
           heads_height(scene, column, block);
  const auto padding = scene.elastic(scene.layout->measures.row_padding, column);
  return scene.set(block.none_shown, scene.styles.body, scene.width(column)).height() +
         2 * padding - heads_height(scene, column, block);
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
  const Grouping grouping(scene, items);
  std::vector<Parcel> parcels;
  for (const auto& item : items)
    parcels.push_back({item.steps, item.worth});
  while (true) {
    std::vector<Candidate> chosen;
    const auto steps = static_cast<int>(capacity.thousandths() / step.thousandths());
    for (const auto index : pack(parcels, grouping.groups(), steps))
      chosen.push_back(items[index]);
    const auto excess = needed(scene, column, chosen) - room;
    if (excess <= Length() || chosen.empty())
      return chosen;
    capacity -= excess;
  }
}

/// The rules of no worth, if all others are told; none if one is not.
std::vector<Candidate> unworthy_left(const Scene& scene,
                                     const std::vector<Candidate>& all,
                                     const ShownRules& shown) {
  std::vector<Candidate> left;
  for (const auto& each : all) {
    const auto& block = scene.summary->rule_blocks[each.block];
    if (!rule_of(scene, each).stands_for.empty() ||
        is_told(block, shown[each.block], each.rule))
      continue;
    if (each.worth > 0)
      return {};
    left.push_back(each);
  }
  return left;
}

}  // namespace

RuleChoice choose_rules(const Scene& scene, int column, Length room) {
  const auto all = candidates(scene, column);
  auto chosen = pack_blocks(scene, column, all, room);
  RuleChoice choice = {no_rules(*scene.summary)};
  const auto show = [&choice](const Candidate& each) {
    choice.shown[each.block][each.rule] = each.wording;
    choice.worth += each.worth;
  };
  for (const auto& each : chosen)
    show(each);
  for (const auto& each : unworthy_left(scene, all, choice.shown)) {
    chosen.push_back(each);
    if (needed(scene, column, chosen) <= room)
      show(each);
    else
      chosen.pop_back();
  }
  const auto left = room - needed(scene, column, chosen);
  lengthen(scene, column, std::move(chosen), left, choice.shown);
  return choice;
}

}  // namespace trialsheet
