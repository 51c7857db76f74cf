// The fitter: what fit() knows while it weighs one choice against another.

#pragma once

#include <optional>
#include <vector>

#include "page/composer.hpp"
#include "page/rule_choice.hpp"

namespace trialsheet {

class Fitter {
 public:
  Fitter(const Summary& summary, const Layout& layout, const Composer& composer);

  /// The best choice that fits. Throws Error{Fault::overflow} if none does.
  Choice best();

 private:
  Choice best_of_rows();
  bool fits(const Choice& choice) const;
  Length missing(const Choice& choice, int column, Length reserve) const;
  void take_fitting_air(Choice& choice) const;
  Choice with_room(Choice choice) const;
  Length most_for_notes(const std::vector<Length>& spare) const;

  // Making room in the column of questions, each step only as far as needed.
  bool trim_places(Choice& choice) const;
  bool shorten_places(Choice& choice) const;
  bool shorten_questions(Choice& choice) const;
  bool drop_optional_facts(Choice& choice) const;
  bool stop_waiting(Choice& choice) const;
  bool drop_further_question(Choice& choice) const;
  bool drop_question(Choice& choice) const;
  bool shorten_contact(Choice& choice) const;
  void make_room_for_talk(Choice& choice) const;
  void give_back_to_talk(Choice& choice) const;

  // Making room where the rules stand in a row above or below.
  bool all_rules_by_concessions(Choice& choice) const;
  void rules_before_all(Choice& choice) const;

  // Making room in the column of rules.
  bool smaller_title(Choice& choice) const;
  bool shorten_what(Choice& choice) const;
  void set_title_by_lines(Choice& choice) const;
  void set_what_by_lines(Choice& choice) const;
  void make_room_for_story(Choice& choice) const;
  void fuller_what(Choice& choice) const;
  void explain_what(Choice& choice) const;
  void fuller_rules(Choice& choice) const;
  void select_all(Choice& choice) const;
  int select_rules(Choice& choice) const;
  bool try_rules(Choice& choice, int count_lines, int& worth) const;
  RuleChooser& chooser(const Scene& scene) const;

  int note_lines_in(const Choice& choice, int column, Length spare) const;
  void share_spare_room(Choice& choice) const;
  int shown_questions(const Choice& choice) const;
  Length least_notes(const Choice& choice) const;

  const Summary* summary_;
  const Layout* layout_;
  const Composer* composer_;
  int story_ = 0;  ///< the column of the rules
  int talk_ = 0;   ///< the column of the questions
  int title_ = 0;
  int what_ = 0;
  mutable std::optional<RuleChooser> chooser_;
  mutable Length story_reserve_;  ///< kept free there for a writing line
  mutable Length talk_reserve_;
};

}  // namespace trialsheet
