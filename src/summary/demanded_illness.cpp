// Demanded illness: whether all who join must have one, though the record's field says
// that healthy people may join.

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "base/tokens.hpp"
#include "base/word_set.hpp"
#include "summary/parts.hpp"

namespace trialsheet {
namespace {

/// Words by which a record means people without the illness.
bool speaks_of_healthy_people(std::string_view text) {
  constexpr std::string_view words[] = {"health", "control", "normal", "volunteer"};
  const LowerText lower(text);
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    return lower.view().find(word) != std::string_view::npos;
  });
}

/// "No diagnosis of asthma".
bool denies(std::string_view text) {
  static const WordSet words = {"no",    "not",     "non",  "without",
                                "never", "absence", "free", "lack"};
  const NearTokens tokens(text);
  return std::any_of(tokens.all().begin(), tokens.all().end(),
                     [](const Token& token) { return words.has(token); });
}

bool is_of_illness(const Rule& rule) {
  return rule.counted && (rule.category == "condition" || rule.category == "time" ||
                          rule.category == "illness");
}

/// The words of the record.
const std::string& text_of(const Rule& rule) {
  return rule.statement.wordings.back().text;
}

/// "Of the same age without blood disease" is for those who are compared.
bool is_for_others(const Rule& rule) {
  return is_of_illness(rule) && text_of(rule).find("without") != std::string::npos;
}

}  // namespace

bool demands_illness(const Trial& trial, const std::vector<Rule>& rules) {
  return trial.eligibility.healthy_volunteers.value_or(false) &&
         std::any_of(rules.begin(), rules.end(),
                     [](const Rule& rule) {
                       return is_of_illness(rule) && !denies(text_of(rule));
                     }) &&
         std::none_of(rules.begin(), rules.end(), is_for_others) &&
         !speaks_of_healthy_people(trial.eligibility.criteria) &&
         !speaks_of_healthy_people(trial.brief_title) &&
         !speaks_of_healthy_people(trial.official_title) &&
         std::none_of(trial.arms.begin(), trial.arms.end(),
                      [](const Arm& arm) { return speaks_of_healthy_people(arm.label); });
}

}  // namespace trialsheet
