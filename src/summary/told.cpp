// Told: what the texts of the record tell the question rules.

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "base/tokens.hpp"
#include "base/word_set.hpp"
#include "summary/parts.hpp"

namespace trialsheet {
namespace {

class Collecting {
 public:
  void add(RecordPart part, std::string_view text) {
    if (!text.empty()) {
      texts_.push_back({part, text});
    }
  }
  void add(RecordPart part, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      add(part, text);
    }
  }
  std::vector<RecordText> take() { return std::move(texts_); }

 private:
  std::vector<RecordText> texts_;
};

/// What is done in an arm, but for sentences on who is left out: what these name is no
/// part of the study.
void add_description(std::string_view text, Collecting& collect) {
  constexpr std::string_view left_out = "exclu";
  if (LowerText(text).view().find(left_out) == std::string_view::npos) {
    collect.add(RecordPart::arms, text);
    return;
  }
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(". "), text.size() - 1) + 1;
    const std::string_view sentence = text.substr(0, end);
    if (LowerText(sentence).view().find(left_out) == std::string_view::npos) {
      collect.add(RecordPart::arms, sentence);
    }
    text.remove_prefix(end);
  }
}

void add_arms(const Trial& trial, Collecting& collect) {
  for (const Arm& arm : trial.arms) {
    collect.add(RecordPart::arms, arm.label);
    add_description(arm.description, collect);
  }
  for (const Intervention& intervention : trial.interventions) {
    collect.add(RecordPart::treatments, intervention.name);
    collect.add(RecordPart::arms, intervention.name);
    add_description(intervention.description, collect);
  }
}

void add_outcomes(const std::vector<Outcome>& outcomes, Collecting& collect) {
  for (const Outcome& outcome : outcomes) {
    collect.add(RecordPart::outcomes, outcome.measure);
  }
}

struct Unit {
  std::string_view start;
  double years;
};

constexpr Unit units[] = {
    {"year", 1}, {"month", 1.0 / 12}, {"week", 1.0 / 52}, {"day", 1.0 / 365}};

constexpr double most_years = 30;  // beyond it, a slip of the registrant

constexpr std::array<std::string_view, 10> small_numbers = {
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};

/// "two"; nothing for other words.
std::optional<double> number_in_words(const Token& token) {
  static const WordSet numbers = {"one", "two",   "three", "four", "five",
                                  "six", "seven", "eight", "nine", "ten"};
  if (!numbers.has(token)) {
    return std::nullopt;
  }
  const auto found = std::find(small_numbers.begin(), small_numbers.end(), token.plain);
  return static_cast<double>(found - small_numbers.begin() + 1);
}

/// "18", "1.5", "two"; nothing for other words.
std::optional<double> number_of(const Token& token) {
  if (token.kind != Token::Kind::number) {
    return number_in_words(token);
  }
  double number = 0;
  const char* end = token.plain.data() + token.plain.size();
  const auto read = std::from_chars(token.plain.data(), end, number);
  return read.ptr == end ? std::optional<double>(number) : std::nullopt;
}

/// The longest time that `text` names with its unit: 2 of "at 6 and 24 months".
double years_in(std::string_view text) {
  const NearTokens tokens(text);
  double years = 0;
  std::optional<double> number;
  for (const Token& token : tokens.all()) {
    for (const Unit& unit : units) {
      if (!number) {
        break;
      }
      if (token.plain.starts_with(unit.start)) {
        const double found = *number * unit.years;
        years = found <= most_years ? std::max(years, found) : years;
      }
    }
    if (token.plain != "-") {
      number = number_of(token);
    }
  }
  return years;
}

}  // namespace

Told told_by(const Subject& subject) {
  const Trial& trial = subject.trial;
  Collecting collect;
  collect.add(RecordPart::title, trial.brief_title);
  collect.add(RecordPart::title, trial.official_title);
  collect.add(RecordPart::conditions, trial.conditions);
  collect.add(RecordPart::criteria, trial.eligibility.criteria);
  add_arms(trial, collect);
  add_outcomes(trial.primary_outcomes, collect);
  add_outcomes(trial.secondary_outcomes, collect);
  collect.add(RecordPart::summary, trial.brief_summary);
  collect.add(RecordPart::why_stopped, trial.why_stopped);
  return signals_in(subject.words, collect.take());
}

std::size_t follow_up_years(const Trial& trial) {
  double years = 0;
  for (const std::vector<Outcome>* outcomes :
       {&trial.primary_outcomes, &trial.secondary_outcomes}) {
    for (const Outcome& outcome : *outcomes) {
      years = std::max(years, years_in(outcome.time_frame));
    }
  }
  constexpr double slack = 0.01;  // 24 months are 2 years, 104 weeks too
  return static_cast<std::size_t>(years + slack);
}

}  // namespace trialsheet
