// Rule choice: a knapsack over heights in steps, exact for the steps.

#include "page/rule_choice.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace trialsheet {

using namespace literals;

namespace {

/// All leadings and paddings are multiples of it (SHEET_DESIGN, section 2); where a
/// layout has others, heights are rounded up.
constexpr Length step = 1.5_pt;

int steps_up(Length height) {
  return static_cast<int>((height.thousandths() + step.thousandths() - 1) /
                          step.thousandths());
}

struct Lowest {
  int wording;
  Length height;
};

Lowest lowest_wording(const Scene& scene, RuleHeights& heights, std::size_t block,
                      std::size_t rule) {
  const auto& statement = scene.summary->rule_blocks[block].rules[rule].statement;
  Lowest lowest{0, heights.rule(scene, block, rule, 0)};
  const auto count = static_cast<int>(statement.wordings.size());
  const auto least = heights.least(scene);
  for (int w = 1; w < count && lowest.height > least; ++w)
    if (const auto height = heights.rule(scene, block, rule, w); height < lowest.height)
      lowest = {w, height};
  return lowest;
}

/// Nothing is shown but what other rows say anyway.
ShownRules no_rules(const Summary& summary) {
  ShownRules shown;
  shown.reserve(summary.rule_blocks.size());
  for (const auto& block : summary.rule_blocks) {
    auto& wordings = shown.emplace_back();
    wordings.reserve(block.rules.size());
    for (const auto& rule : block.rules)
      wordings.push_back(rule.covered ? 0 : not_shown);
  }
  return shown;
}

}  // namespace

ShownRules lowest_wordings(const Scene& scene, RuleHeights& heights) {
  auto shown = no_rules(*scene.summary);
  for (std::size_t b = 0; b < shown.size(); ++b)
    for (std::size_t r = 0; r < shown[b].size(); ++r)
      if (const auto& rule = scene.summary->rule_blocks[b].rules[r];
          rule.stands_for.empty() && !rule.covered)
        shown[b][r] = lowest_wording(scene, heights, b, r).wording;
  return shown;
}

RuleChooser::Candidates RuleChooser::candidates(const Scene& scene,
                                                RuleHeights& heights) {
  Candidates found;
  const auto& blocks = scene.summary->rule_blocks;
  std::size_t count = 0;
  for (const auto& block : blocks)
    count += block.rules.size();
  found.reserve(count);
  for (std::size_t b = 0; b < blocks.size(); ++b)
    for (std::size_t r = 0; r < blocks[b].rules.size(); ++r) {
      if (blocks[b].rules[r].covered)
        continue;
      const auto lowest = lowest_wording(scene, heights, b, r);
      found.push_back(
          {b, r, lowest.wording, blocks[b].rules[r].rank, steps_up(lowest.height)});
    }
  return found;
}

const Rule& RuleChooser::rule_of(const Candidate& candidate) const {
  return summary_->rule_blocks[candidate.block].rules[candidate.rule];
}

/// The candidates of worth in groups: a line excludes the other lines of its id and the
/// rules that it stands for; these are a group. All other rules are another.
class RuleChooser::Grouping {
 public:
  explicit Grouping(const RuleChooser& chooser)
      : chooser_(&chooser), items_(&chooser.all_), grouped_(items_->size(), false) {
    for (const auto& block : chooser.summary_->rule_blocks)
      item_of_.emplace_back(block.rules.size(), none);
    for (std::size_t i = 0; i < items_->size(); ++i)
      item_of_[(*items_)[i].block][(*items_)[i].rule] = i;
    for (std::size_t i = 0; i < items_->size(); ++i)
      if (is_line(i) && !grouped_[i])
        add_group(i);
    Way alone;
    for (std::size_t i = 0; i < items_->size(); ++i)
      if (!grouped_[i] && (*items_)[i].worth > 0)
        alone.may.push_back(i);
    groups_.insert(groups_.begin(), {alone});
  }

  std::vector<Group> take() { return std::move(groups_); }

 private:
  static constexpr auto none = static_cast<std::size_t>(-1);
  using Items = std::vector<std::size_t>;

  const Rule& rule(std::size_t item) const { return chooser_->rule_of((*items_)[item]); }
  bool is_line(std::size_t item) const { return !rule(item).stands_for.empty(); }

  /// The rules that a line stands for and that could be shown themselves.
  Items told_by(std::size_t line) const {
    Items told;
    for (const auto rule : rule(line).stands_for)
      if (const auto item = item_of_[(*items_)[line].block][rule];
          item != none && !is_line(item))
        told.push_back(item);
    return told;
  }

  /// The line `first` and all others of its id.
  Items lines_of(std::size_t first) const {
    Items lines;
    for (auto i = first; i < items_->size(); ++i)
      if (is_line(i) && rule(i).statement.id == rule(first).statement.id)
        lines.push_back(i);
    return lines;
  }

  void add_group(std::size_t first) {
    const auto lines = lines_of(first);
    Items members;
    for (const auto line : lines)
      for (const auto item : told_by(line))
        members.push_back(item);
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    Group group = {{{}, members}};
    for (const auto line : lines)
      group.push_back({{line}, without(members, told_by(line))});
    for (const auto& part : {lines, members})
      for (const auto item : part)
        grouped_[item] = true;
    groups_.push_back(std::move(group));
  }

  static Items without(const Items& members, Items told) {
    std::sort(told.begin(), told.end());
    Items others;
    std::set_difference(members.begin(), members.end(), told.begin(), told.end(),
                        std::back_inserter(others));
    return others;
  }

  const RuleChooser* chooser_;
  const Candidates* items_;
  std::vector<Items> item_of_;  ///< by block and rule
  std::vector<bool> grouped_;
  std::vector<Group> groups_;
};

/// What the rules chosen take of the column, less what their blocks free.
class RuleChooser::Room {
 public:
  explicit Room(const RuleChooser& chooser)
      : freed_(&chooser.freed_), started_(chooser.freed_.size(), false) {}

  Length needed() const { return needed_; }

  /// What it will be with one more.
  Length with(const Candidate& one) const {
    const auto height = needed_ + one.steps * step;
    return started_[one.block] ? height : height - (*freed_)[one.block];
  }

  void add(const Candidate& one) {
    needed_ = with(one);
    started_[one.block] = true;
  }

 private:
  const std::vector<Length>* freed_;
  std::vector<bool> started_;
  Length needed_;
};

/// What the first shown rule of a block frees: the sentence that stood for it, less what
/// the heads of the tick columns take; less than nothing where the block comes with it.
Length RuleChooser::freed_by_first_rule(const Scene& scene, std::size_t index) const {
  const auto& block = summary_->rule_blocks[index];
  if (block.rules.empty() || !block.empty.empty())
    return {};
  const auto with_heads = heights_->heading(scene, index, true);
  if (block.none_shown.empty())
    return Length() - above_block(scene, heights_->column(), false) - with_heads;
  const auto heads = with_heads - heights_->heading(scene, index, false);
  return heights_->sentence(scene, index) - heads;
}

RuleChooser::RuleChooser(const Scene& scene, RuleHeights& heights)
    : summary_(scene.summary),
      heights_(&heights),
      body_(scene.choice->body),
      air_(scene.choice->air[static_cast<std::size_t>(heights.column())]),
      all_(candidates(scene, heights)),
      packer_({}, {}) {
  for (std::size_t b = 0; b < summary_->rule_blocks.size(); ++b)
    freed_.push_back(freed_by_first_rule(scene, b));
  std::vector<Parcel> parcels;
  for (const auto& item : all_)
    parcels.push_back({item.steps, item.worth});
  packer_ = Packer(std::move(parcels), Grouping(*this).take());
}

bool RuleChooser::is_for(const Scene& scene) const {
  return scene.choice->body == body_ &&
         scene.choice->air[static_cast<std::size_t>(heights_->column())] == air_;
}

/// The most worthy that fit into `room`: which blocks start, and so free room, is known
/// only when they are chosen, so all are taken to start at first.
RuleChooser::Candidates RuleChooser::pack_blocks(Length room) {
  auto capacity = room;
  for (const auto freed : freed_)
    capacity += std::max(freed, Length());
  Candidates chosen;
  chosen.reserve(all_.size());
  while (true) {
    chosen.clear();
    Room needed(*this);
    const auto steps = static_cast<int>(capacity.thousandths() / step.thousandths());
    for (const auto index : packer_.best(steps)) {
      chosen.push_back(all_[index]);
      needed.add(all_[index]);
    }
    const auto excess = needed.needed() - room;
    if (excess <= Length() || chosen.empty())
      return chosen;
    capacity -= excess;
  }
}

/// The rules of no worth, if all others are told; none if one is not.
RuleChooser::Candidates RuleChooser::unworthy_left(const ShownRules& shown) const {
  Candidates left;
  std::size_t block = summary_->rule_blocks.size();
  std::vector<bool> told;
  for (const auto& each : all_) {
    if (each.block != block) {
      block = each.block;
      told = told_rules(summary_->rule_blocks[block], shown[block]);
    }
    if (!rule_of(each).stands_for.empty() || told[each.rule])
      continue;
    if (each.worth > 0)
      return {};
    left.push_back(each);
  }
  return left;
}

/// Fuller wordings for the rules shown, as far as `left` allows: those that explain a
/// hard term first, then the most worthy.
void RuleChooser::lengthen(const Scene& scene, Candidates chosen, Length left,
                           ShownRules& shown) const {
  const auto explains = [this](const Candidate& each) {
    return rule_of(each).statement.wordings.front().explains_hard;
  };
  std::stable_sort(chosen.begin(), chosen.end(),
                   [&](const Candidate& a, const Candidate& b) {
                     const bool first = explains(a);
                     return first != explains(b) ? first : a.worth > b.worth;
                   });
  for (const auto& each : chosen) {
    auto& wording = shown[each.block][each.rule];
    const auto height_in = [&](int other) {
      return heights_->rule(scene, each.block, each.rule, other);
    };
    const auto height = height_in(wording);
    for (int fuller = 0; fuller < wording; ++fuller)
      if (const auto more = height_in(fuller) - height; more <= left) {
        left -= more;
        wording = fuller;
        break;
      }
  }
}

RuleChoice RuleChooser::choose(const Scene& scene, Length room) {
  auto chosen = pack_blocks(room);
  RuleChoice choice = {no_rules(*summary_)};
  Room needed(*this);
  const auto show = [&](const Candidate& each) {
    choice.shown[each.block][each.rule] = each.wording;
    choice.worth += each.worth;
    needed.add(each);
  };
  for (const auto& each : chosen)
    show(each);
  for (const auto& each : unworthy_left(choice.shown))
    if (needed.with(each) <= room) {
      show(each);
      chosen.push_back(each);
    }
  lengthen(scene, std::move(chosen), room - needed.needed(), choice.shown);
  return choice;
}

}  // namespace trialsheet
