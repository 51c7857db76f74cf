// Making room beside the rules: places, questions, facts, contact.

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "page/fitter.hpp"

namespace trialsheet {

namespace {

std::string points(Length length) {
  return fmt::format("{}.{} pt", length.thousandths() / 1000,
                     length.thousandths() % 1000 / 100);
}

}  // namespace

int Fitter::shown_questions(const Choice& choice) const {
  return static_cast<int>(std::count_if(choice.questions.begin(), choice.questions.end(),
                                        [](int wording) { return wording >= 0; }));
}

bool Fitter::shorten_places(Choice& choice) const {
  if (choice.places + 1 >= static_cast<int>(summary_->places.wordings.size()))
    return false;
  ++choice.places;
  return true;
}

/// Not below the wording that says enough.
bool Fitter::trim_places(Choice& choice) const {
  return choice.places < static_cast<int>(summary_->places_enough) &&
         shorten_places(choice);
}

/// The lowest-ranked question that has a shorter wording takes it.
bool Fitter::shorten_questions(Choice& choice) const {
  for (auto i = choice.questions.size(); i-- > 0;) {
    auto& wording = choice.questions[i];
    const auto wordings = summary_->questions[i].statement.wordings.size();
    if (wording >= 0 && wording + 1 < static_cast<int>(wordings)) {
      ++wording;
      return true;
    }
  }
  return false;
}

bool Fitter::drop_optional_facts(Choice& choice) const {
  return std::exchange(choice.optional_facts, false);
}

bool Fitter::stop_waiting(Choice& choice) const {
  return std::exchange(choice.level, false);
}

bool Fitter::drop_question(Choice& choice) const {
  if (shown_questions(choice) <= layout_->least_questions)
    return false;
  const auto last = std::find_if(choice.questions.rbegin(), choice.questions.rend(),
                                 [](int wording) { return wording >= 0; });
  *last = -1;
  return true;
}

/// One more than the fewest stay: where to go counts more than the others.
bool Fitter::drop_further_question(Choice& choice) const {
  return shown_questions(choice) > layout_->least_questions + 1 && drop_question(choice);
}

bool Fitter::shorten_contact(Choice& choice) const {
  if (choice.contact == ContactDepth::first_line)
    return false;
  choice.contact = choice.contact == ContactDepth::all ? ContactDepth::phone_and_email
                                                       : ContactDepth::first_line;
  return true;
}

void Fitter::make_room_for_talk(Choice& choice) const {
  using Step = bool (Fitter::*)(Choice&) const;
  constexpr Step steps[] = {&Fitter::trim_places,           &Fitter::shorten_questions,
                            &Fitter::drop_optional_facts,   &Fitter::stop_waiting,
                            &Fitter::drop_further_question, &Fitter::shorten_places,
                            &Fitter::drop_question,         &Fitter::shorten_contact};
  for (const auto step : steps)
    while (missing(choice, talk_, talk_reserve_) > Length())
      if (!(this->*step)(choice))
        break;
  if (missing(choice, talk_, talk_reserve_) <= Length())
    return;
  // The writing line moves to the other column.
  std::swap(story_reserve_, talk_reserve_);
  if (missing(choice, talk_, talk_reserve_) > Length())
    choice.small_facts = true;
  const auto short_of = missing(choice, talk_, talk_reserve_);
  if (short_of > Length())
    throw Error(
        Fault::overflow, "layout \"" + layout_->name + "\"",
        "what must stand beside the rules needs " + points(short_of) +
            " more than the page has; a layout with a wider column would hold it");
}

/// Takes back what was given up and turned out to fit: contact, enough of the places,
/// questions in their rank, all of the places, fuller wordings, facts.
void Fitter::give_back_to_talk(Choice& choice) const {
  // Sets `part` of the choice; tells whether that fits, and takes it back if not.
  const auto set_if_fits = [&](auto& part, auto value) {
    const auto before = std::exchange(part, value);
    const bool is_kept = fits(choice);
    if (!is_kept)
      part = before;
    return is_kept;
  };
  set_if_fits(choice.contact, ContactDepth::all);
  const auto fuller_places = [&](int fullest) {
    while (choice.places > fullest && set_if_fits(choice.places, choice.places - 1)) {
    }
  };
  fuller_places(static_cast<int>(summary_->places_enough));
  for (std::size_t i = 0; i < choice.questions.size(); ++i) {
    const auto last =
        static_cast<int>(summary_->questions[i].statement.wordings.size()) - 1;
    if (choice.questions[i] < 0 && shown_questions(choice) < layout_->most_questions)
      set_if_fits(choice.questions[i], last);
  }
  fuller_places(0);
  for (auto& wording : choice.questions)
    while (wording > 0 && set_if_fits(wording, wording - 1)) {
    }
  set_if_fits(choice.optional_facts, true);
}

}  // namespace trialsheet
