// Groups apart: what tells groups apart that no name of what they get does.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/tokens.hpp"
#include "summary/group_phrases.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t most_groups = 5;  // whose names a reader can tell apart

/// "Arm A", "Group 2", "Control": a label that only counts, or names a part in a study.
bool only_counts(const std::string& label) {
  constexpr std::array<std::string_view, 18> words = {
      "arm",          "group",      "cohort",         "part",         "dose",
      "sequence",     "study",      "stage",          "control",      "treatment",
      "experimental", "active",     "passive",        "intervention", "comparator",
      "comparison",   "experiment", "investigational"};
  const Tokens tokens(label);
  return std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.kind != Token::Kind::word || token.plain.size() < 3 ||
           std::find(words.begin(), words.end(), token.plain) != words.end();
  });
}

bool is_unit(std::string_view word) {
  constexpr std::array<std::string_view, 12> units = {
      "mg", "mcg", "g", "ml", "iu", "µg", "ug", "kg", "gy", "%", "units", "mj"};
  return std::find(units.begin(), units.end(), word) != units.end();
}

/// "5 mg" and the like, in the order of the text.
std::vector<std::string> doses_in(const std::string& text) {
  const Tokens tokens(text);
  std::vector<std::string> doses;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i].kind == Token::Kind::number && is_unit(tokens[i + 1].plain)) {
      doses.push_back(text.substr(tokens[i].begin, tokens[i + 1].end - tokens[i].begin));
    }
  }
  return doses;
}

bool all_differ(const std::vector<std::string>& texts) {
  return each_once(texts).size() == texts.size();
}

std::string_view unit_of(const std::string& dose) {
  return std::string_view(dose).substr(dose.find_last_of("0123456789") + 1);
}

bool have_one_unit(const std::vector<std::string>& doses) {
  return std::all_of(doses.begin(), doses.end(), [&doses](const std::string& dose) {
    return unit_of(dose) == unit_of(doses.front());
  });
}

/// For each arm the first dose of its description in which all arms differ; none if there
/// is no such.
std::vector<std::string> telling_doses(const Trial& trial) {
  constexpr std::size_t most_doses = 8;
  std::vector<std::vector<std::string>> doses;
  std::size_t most = most_doses;
  for (const Arm& arm : trial.arms) {
    doses.push_back(doses_in(arm.description));
    most = std::min(most, doses.back().size());
  }
  for (std::size_t i = 0; i < most; ++i) {
    std::vector<std::string> each;
    for (const std::vector<std::string>& of_arm : doses) {
      each.push_back(of_arm[i]);
    }
    if (all_differ(each) && have_one_unit(each)) {
      return each;
    }
  }
  return {};
}

std::vector<std::string> labels_of(const Trial& trial) {
  std::vector<std::string> labels;
  for (const Arm& arm : trial.arms) {
    labels.push_back(arm.label);
  }
  return labels;
}

}  // namespace

std::string labels_apart(const Telling& tell) {
  const std::vector<std::string> labels = labels_of(tell.trial());
  const bool tells = labels.size() <= most_groups && all_differ(labels) &&
                     !std::all_of(labels.begin(), labels.end(), only_counts);
  return tells ? groups_called(tell, labels) : "";
}

std::string doses_apart(const Telling& tell) {
  const Words& words = tell.words();
  const std::vector<std::string> labels = labels_of(tell.trial());
  const std::vector<std::string> doses = labels.size() > most_groups
                                             ? std::vector<std::string>()
                                             : telling_doses(tell.trial());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < doses.size(); ++i) {
    names.push_back(
        words.text("what.label_dose", {{"label", quoted(words, without_stop(labels[i]))},
                                       {"dose", quoted(words, doses[i])}}));
  }
  return names.empty() ? "" : tell.say("groups_called", {{"labels", words.list(names)}});
}

}  // namespace trialsheet
