// Making room where rules and questions stand above each other, and so share one height.
//
// If all rules can be had for shorter wordings and fewer questions, these are given up.
// If not, the least that must stand around the rules is said, the rules of the most worth
// take the rest, and what they leave is given back.

#include <fmt/format.h>

#include "base/error.hpp"
#include "page/fitter.hpp"

namespace trialsheet {

/// Gives up what it takes to show all rules; tells whether that was enough.
bool Fitter::all_rules_by_concessions(Choice& choice) const {
  using Step = bool (Fitter::*)(Choice&) const;
  constexpr Step steps[] = {&Fitter::shorten_places,      &Fitter::shorten_questions,
                            &Fitter::drop_optional_facts, &Fitter::drop_question,
                            &Fitter::smaller_title,       &Fitter::shorten_contact,
                            &Fitter::shorten_what};
  set_title_by_lines(choice);
  choice.rules = lowest_wordings(composer_->scene(choice), composer_->rule_heights());
  for (const auto step : steps)
    while (!fits(choice))
      if (!(this->*step)(choice))
        break;
  return fits(choice);
}

void Fitter::rules_before_all(Choice& choice) const {
  using Step = bool (Fitter::*)(Choice&) const;
  constexpr Step around[] = {&Fitter::shorten_places, &Fitter::shorten_questions,
                             &Fitter::drop_optional_facts, &Fitter::drop_question};
  for (const auto step : around)
    while ((this->*step)(choice)) {
    }
  select_all(choice);
  constexpr Step last[] = {&Fitter::smaller_title, &Fitter::shorten_contact,
                           &Fitter::shorten_what};
  for (const auto step : last)
    while (!fits(choice) && (this->*step)(choice))
      select_rules(choice);
  if (!fits(choice)) {
    choice.small_facts = true;
    select_rules(choice);
  }
}

Choice Fitter::best_of_rows() {
  auto choice = everything(*summary_, *layout_);
  story_reserve_ = least_notes(choice);
  if (fits(choice)) {
    explain_what(choice);
    choice = with_room(std::move(choice));
    share_spare_room(choice);
    return choice;
  }
  auto all = choice;
  if (all_rules_by_concessions(all)) {
    choice = std::move(all);
    fuller_rules(choice);
  } else {
    rules_before_all(choice);
    const auto short_of = missing(choice, story_, story_reserve_);
    if (!fits(choice))
      throw Error(Fault::overflow, "layout \"" + layout_->name + "\"",
                  fmt::format("what must stand on it needs {} pt more than the page has",
                              short_of.thousandths() / 1000 + 1));
    fuller_what(choice);
  }
  explain_what(choice);
  give_back_to_talk(choice);
  take_fitting_air(choice);
  share_spare_room(choice);
  return choice;
}

}  // namespace trialsheet
