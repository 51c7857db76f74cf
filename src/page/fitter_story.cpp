// Making room for the rules, and choosing those that get it.
//
// If all rules can be had by shorter wordings, a smaller title, a column that does not
// wait or a shorter description, these are given up. If not, the rules of the most worth
// are taken (rule_choice.hpp), and the title and the description give up as much as is
// worth it. A rule is shown whole, with its children, or not at all.

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "page/fitter.hpp"

namespace trialsheet {

namespace {

/// More lines than these the count never takes.
constexpr int most_count_lines = 8;

/// Rules of more worth than this must come in for a smaller title, or for a description
/// that says less of who gets what.
constexpr int worth_of_the_title = 60;
constexpr int worth_of_the_description = 150;

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
    const auto& title = scene.set(scene.wording(summary_->title, 0), scene.styles.title,
                                  scene.width(title_));
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
                   .set(scene.wording(statement, choice.what), scene.styles.body,
                        scene.width(what_))
                   .lines();
    if (lines <= layout_->what_lines || !shorten_what(choice))
      return;
  }
}

/// One for all choices in which text of one size has the same air.
RuleChooser& Fitter::chooser(const Scene& scene) const {
  if (!chooser_ || !chooser_->is_for(scene))
    chooser_.emplace(scene, composer_->rule_heights());
  return *chooser_;
}

/// Fills `choice.rules` if the count then takes no more than `count_lines`; `worth` is
/// what the rules shown are worth.
bool Fitter::try_rules(Choice& choice, int count_lines, int& worth) const {
  for (auto& block : choice.rules)
    std::fill(block.begin(), block.end(), not_shown);
  const auto scene = composer_->scene(choice);
  const auto most_height =
      Length::from_points(3) + count_lines * in_own_script(scene.styles.detail).leading;
  const auto room = composer_->spare(choice)[static_cast<std::size_t>(story_)] -
                    story_reserve_ + composer_->count_height(scene) - most_height;
  auto chosen = chooser(scene).choose(scene, room);
  choice.rules = std::move(chosen.shown);
  worth = chosen.worth;
  return composer_->count_height(scene) <= most_height;
}

int Fitter::select_rules(Choice& choice) const {
  int worth = 0;
  for (int lines = 1; lines <= most_count_lines; ++lines)
    if (try_rules(choice, lines, worth))
      break;
  return worth;
}

/// Selects rules; and of the sizes of the title and the wordings of the description those
/// with which the rules shown are worth most, less what each concession costs.
void Fitter::select_all(Choice& choice) const {
  set_title_by_lines(choice);
  set_what_by_lines(choice);
  int most = 0;
  auto titled = choice;
  for (int smaller = 0;; ++smaller) {
    auto tried = titled;
    for (int shorter = 0;; ++shorter) {
      const int worth = select_rules(tried) - smaller * worth_of_the_title -
                        shorter * worth_of_the_description;
      if (worth > most || smaller + shorter == 0) {
        most = worth;
        choice = tried;
      }
      if (!shorten_what(tried))
        break;
    }
    if (!smaller_title(titled))
      return;
  }
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

/// Where there is still room behind the rules, terms of the description are explained.
void Fitter::explain_what(Choice& choice) const {
  if (choice.what < 0 || summary_->what_explained.empty())
    return;
  auto tried = choice;
  tried.what = -1 - choice.what;
  if (fits(tried))
    choice = std::move(tried);
}

void Fitter::make_room_for_story(Choice& choice) const {
  const auto fits_now = [&](const Choice& tried) {
    return missing(tried, story_, story_reserve_) <= Length();
  };
  if (fits_now(choice))
    return;
  auto all = choice;
  set_title_by_lines(all);
  all.rules = lowest_wordings(composer_->scene(all), composer_->rule_heights());
  while (!fits_now(all) && smaller_title(all)) {
  }
  if (!fits_now(all))
    stop_waiting(all);
  while (!fits_now(all) && shorten_what(all)) {
  }
  if (fits_now(all)) {
    choice = std::move(all);
    fuller_rules(choice);
    return;
  }
  select_all(choice);
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

/// All rules fit: fuller wordings, in the order of the page, where they fit too.
void Fitter::fuller_rules(Choice& choice) const {
  for (auto& block : choice.rules)
    for (auto& wording : block) {
      const int least = wording;
      for (wording = std::min(least, 0); wording < least; ++wording)
        if (missing(choice, story_, story_reserve_) <= Length())
          break;
    }
}

}  // namespace trialsheet
