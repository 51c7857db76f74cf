// Telling: the sentences of "what" in the tense that is true of the study.

#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "summary/arms.hpp"
#include "summary/naming.hpp"
#include "summary/subject.hpp"

namespace trialsheet {

/// The texts of a subject in its tense.
class Telling {
 public:
  /// `definitions` are those of the record (definitions.hpp); both must outlive it.
  Telling(const Subject& subject, const Definitions& definitions)
      : subject_(subject),
        prefix_("what." + tense_of(subject.stage) + "."),
        naming_(subject.trial, subject.words, definitions) {}

  const Trial& trial() const { return subject_.trial; }
  /// These three are read from the trial when first asked for.
  const Controls& controls() const {
    return controls_ ? *controls_ : controls_.emplace(controls_of(trial()));
  }
  const std::vector<Group>& groups() const {
    return groups_ ? *groups_ : groups_.emplace(groups_of(trial()));
  }
  const Tested& tested() const {
    return tested_ ? *tested_ : tested_.emplace(tested_by(trial(), groups()));
  }
  const Words& words() const { return subject_.words; }
  const Naming& naming() const { return naming_; }
  std::string say(std::string_view key, Words::Arguments arguments = {}) const {
    return words().text(prefix_ + std::string(key), arguments);
  }
  std::string count(std::string_view key, std::size_t n,
                    Words::Arguments arguments = {}) const {
    return words().plural(prefix_ + std::string(key), static_cast<std::int64_t>(n),
                          arguments);
  }
  std::string sentences(const std::vector<std::string>& each) const {
    return words().sentences(each);
  }
  std::string sentences(std::initializer_list<std::string_view> each) const {
    return words().sentences(each);
  }
  /// At most `most` names of the record; with room for three, abbreviations written out.
  /// More than one further name is only counted, and so not looked up.
  std::string some(const std::vector<std::string>& names, std::size_t most) const {
    std::vector<std::string> shown(names.size());
    for (std::size_t i = 0; i < std::min(names.size(), most + 1); ++i) {
      shown[i] = naming_.with_article(most > 2 ? naming_.written_out(names[i])
                                               : naming_.in_sentence(names[i]));
    }
    return list_some(words(), from_record(words(), std::move(shown)), most);
  }

 private:
  const Subject& subject_;
  std::string prefix_;
  Naming naming_;
  mutable std::optional<Controls> controls_;
  mutable std::optional<std::vector<Group>> groups_;
  mutable std::optional<Tested> tested_;
};

/// What a group without study treatment gets, for "One group gets ...": a group may have
/// another treatment, which its label names ("Surgery alone", "WBRT").
std::string untreated_text(const Telling& tell, const Group& group);

/// Whether `date`, known to the day or to the month, lies before today; false if today is
/// not known.
inline bool is_past(const Subject& subject, const Date& date) {
  if (!subject.today) {
    return false;
  }
  const bool to_the_day = date.day != 0 && subject.today->day != 0;
  const Date& today = *subject.today;
  return to_the_day ? date < today
                    : Date{date.year, date.month, 0} < Date{today.year, today.month, 0};
}

/// Whether `stated` is a plan whose day is past.
inline bool is_past_plan(const Subject& subject, const StatedDate& stated) {
  return stated.date && stated.estimated && is_past(subject, *stated.date);
}

/// `text`, with a sentence for each control (placebo, sham, no treatment) it does not
/// name.
std::string with_controls(const Telling& tell, const std::string& text);

/// "The groups are called “A” and “B”.", if there are several with short labels.
std::string groups_called(const Telling& tell, const std::vector<std::string>& labels);

/// The conditions as they stand in a list, without those that `said` names; stages of one
/// illness as one: "NSCLC stage IIIB/IV".
std::vector<std::string> conditions_told(const Telling& tell, std::string_view said = {});

/// The wordings on who gets what, how that is decided, and who knows it; fullest first.
std::vector<std::string> who_gets_what(const Telling& tell);

}  // namespace trialsheet
