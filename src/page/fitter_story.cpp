// Making room for the rules, and choosing those that get it.
//
// If all rules can be had by a smaller title, a column that does not wait or a shorter
// description, these are given up. If not, the title keeps a size that suits its length
// and rules are taken by rank while they fit: first those of a few lines, then the long
// ones that still find room. A rule is shown whole, with its children, or not at all.

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "page/fitter.hpp"

namespace trialsheet {

namespace {

/// Longer rules wait for the second pass: one of them costs as much as several short
/// ones.
constexpr int lines_of_a_short_rule = 6;

/// More lines than these the count never takes.
constexpr int most_count_lines = 8;

struct Candidate {
  std::size_t block;
  std::size_t rule;
  int rank;
  Length height;
};

Length count_height(const Scene& scene, int column) {
  return count_strips(scene, column).front().height;
}

/// What the first shown rule of a block frees: the sentence that stood for it, less what
/// the heads of the tick columns take.
Length freed_by_first_rule(const Scene& scene, int column, const RuleBlock& block) {
  if (block.rules.empty())
    return {};
  const auto padding = scene.elastic(scene.layout->measures.row_padding, column);
  return scene.set(block.none_shown, scene.styles.body, scene.width(column)).height() +
         2 * padding - heads_height(scene, column, block);
}

std::vector<Candidate> candidates(const Scene& scene, int column) {
  std::vector<Candidate> found;
  const auto& blocks = scene.summary->rule_blocks;
  for (std::size_t b = 0; b < blocks.size(); ++b)
    for (std::size_t r = 0; r < blocks[b].rules.size(); ++r)
      if (!blocks[b].rules[r].covered)
        found.push_back({b, r, blocks[b].rules[r].rank,
                         rule_height(scene, column, blocks[b].rules[r])});
  std::stable_sort(
      found.begin(), found.end(),
      [](const Candidate& a, const Candidate& b) { return a.rank > b.rank; });
  return found;
}

void show_no_rules(Choice& choice, const Summary& summary) {
  for (std::size_t b = 0; b < choice.rules.size(); ++b)
    for (std::size_t r = 0; r < choice.rules[b].size(); ++r)
      choice.rules[b][r] = summary.rule_blocks[b].rules[r].covered;
}

}  // namespace

bool Fitter::smaller_title(Choice& choice) const {
  if (choice.title + 1 >= static_cast<int>(layout_->titles.size()))
    return false;
  ++choice.title;
  return true;
}

bool Fitter::shorten_what(Choice& choice) const {
  std::size_t most = 1;
  for (const auto& statement : summary_->what)
    most = std::max(most, statement.wordings.size());
  if (choice.what + 1 >= static_cast<int>(most))
    return false;
  ++choice.what;
  return true;
}

void Fitter::set_title_by_lines(Choice& choice) const {
  for (choice.title = 0; choice.title + 1 < static_cast<int>(layout_->titles.size());
       ++choice.title) {
    const auto scene = composer_->scene(choice);
    const auto& title = scene.set(scene.wording(summary_->title, 0).text,
                                  scene.styles.title, scene.width(story_));
    if (title.lines() <= layout_->titles[static_cast<std::size_t>(choice.title)].lines)
      return;
  }
}

void Fitter::set_what_by_lines(Choice& choice) const {
  for (choice.what = 0;;) {
    const auto scene = composer_->scene(choice);
    int lines = 0;
    for (const auto& statement : summary_->what)
      lines += scene
                   .set(scene.wording(statement, choice.what).text, scene.styles.body,
                        scene.width(story_))
                   .lines();
    if (lines <= layout_->what_lines || !shorten_what(choice))
      return;
  }
}

/// Fills `choice.rules` if the count then takes no more than `count_lines`.
bool Fitter::try_rules(Choice& choice, int count_lines) const {
  show_no_rules(choice, *summary_);
  const auto scene = composer_->scene(choice);
  const auto& detail = scene.styles.detail;
  auto left = composer_->spare(choice)[static_cast<std::size_t>(story_)] -
              story_reserve_ + count_height(scene, story_) -
              (Length::from_points(3) + count_lines * detail.leading);
  const auto rules = candidates(scene, story_);
  std::vector<bool> started(choice.rules.size(), false);
  const auto short_rule = lines_of_a_short_rule * scene.styles.body.leading +
                          2 * layout_->measures.row_padding.most;
  for (const bool any_length : {false, true})
    for (const auto& rule : rules) {
      if (choice.rules[rule.block][rule.rule] ||
          (!any_length && rule.height > short_rule))
        continue;
      const auto freed =
          started[rule.block]
              ? Length()
              : freed_by_first_rule(scene, story_, summary_->rule_blocks[rule.block]);
      if (rule.height > left + freed)
        continue;
      left += freed - rule.height;
      started[rule.block] = true;
      choice.rules[rule.block][rule.rule] = true;
    }
  return count_height(composer_->scene(choice), story_) <=
         Length::from_points(3) + count_lines * detail.leading;
}

void Fitter::select_rules(Choice& choice) const {
  for (int lines = 1; lines <= most_count_lines; ++lines)
    if (try_rules(choice, lines))
      return;
}

/// Where no further rule has room, the description may have it.
void Fitter::fuller_what(Choice& choice) const {
  while (choice.what > 0) {
    auto tried = choice;
    --tried.what;
    if (missing(tried, story_, story_reserve_) > Length())
      return;
    choice = std::move(tried);
  }
}

void Fitter::make_room_for_story(Choice& choice) const {
  const auto fits_now = [&](const Choice& tried) {
    return missing(tried, story_, story_reserve_) <= Length();
  };
  if (fits_now(choice))
    return;
  auto all = choice;
  set_title_by_lines(all);
  while (!fits_now(all) && smaller_title(all)) {
  }
  if (!fits_now(all))
    stop_waiting(all);
  while (!fits_now(all) && shorten_what(all)) {
  }
  if (fits_now(all)) {
    choice = std::move(all);
    return;
  }
  // The smaller title and the shorter description would not save all rules: keep them.
  set_title_by_lines(choice);
  set_what_by_lines(choice);
  select_rules(choice);
  if (fits_now(choice)) {
    fuller_what(choice);
    return;
  }
  // Not even the headings fit: last resorts before giving up.
  while (smaller_title(choice) || shorten_what(choice) || stop_waiting(choice)) {
  }
  select_rules(choice);
  const auto short_of = missing(choice, story_, story_reserve_);
  if (short_of > Length())
    throw Error(
        Fault::overflow, "layout \"" + layout_->name + "\"",
        fmt::format("title, description and headings need {} pt more than the page "
                    "has; a layout with a wider column would hold them",
                    short_of.thousandths() / 1000 + 1));
}

}  // namespace trialsheet
