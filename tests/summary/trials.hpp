// Trials for the tests of the summary: made by hand, as plain as the test allows.

#pragma once

#include <string>
#include <vector>

#include "summary/summary.hpp"
#include "words/words.hpp"

namespace trialsheet {

/// An interventional study, open, about asthma, with nothing else stated.
inline Trial plain_trial() {
  Trial trial;
  trial.nct = "NCT90000001";
  trial.brief_title = "A Study of Asthma";
  trial.status = "RECRUITING";
  trial.lead_sponsor = {"Example University", "OTHER"};
  trial.conditions = {"Asthma"};
  trial.design.study_type = "INTERVENTIONAL";
  return trial;
}

inline void add_arm(Trial& trial, const std::string& type,
                    const std::vector<std::string>& names) {
  trial.arms.push_back({"Arm " + std::to_string(trial.arms.size() + 1), type, "", names});
}

inline const Words& english() {
  static const Words words("en");
  return words;
}

inline Summary summary_of(const Trial& trial) {
  const Criteria criteria = parse_criteria(trial.eligibility.criteria);
  return summarize(trial, criteria, english()).value;
}

inline std::vector<std::string> texts_of(const Statement& statement) {
  std::vector<std::string> texts;
  for (const Wording& wording : statement.wordings) {
    texts.push_back(wording.text);
  }
  return texts;
}

/// The fullest wording of each paragraph on what is tested.
inline std::vector<std::string> fullest(const Trial& trial) {
  std::vector<std::string> texts;
  for (const Statement& statement : summary_of(trial).what) {
    texts.push_back(statement.wordings.front().text);
  }
  return texts;
}

}  // namespace trialsheet
