// Structured rules: age, sex and healthy volunteers, as the fields of the record have
// them.

#include <algorithm>

#include "base/text.hpp"
#include "summary/parts.hpp"

namespace trialsheet {
namespace {

constexpr const char* eligibility_module = "/protocolSection/eligibilityModule";
constexpr std::size_t longest_description = 140;
constexpr int first_rank = 1400;  // above what says for whom the study is

std::string_view unit_key(Age::Unit unit) {
  switch (unit) {
    case Age::Unit::years:
      return "age.years";
    case Age::Unit::months:
      return "age.months";
    case Age::Unit::weeks:
      return "age.weeks";
    case Age::Unit::days:
      return "age.days";
    case Age::Unit::hours:
      return "age.hours";
    case Age::Unit::minutes:
      break;
  }
  return "age.minutes";
}

std::string age_text(const Words& words, const Age& age) {
  return words.plural(unit_key(age.unit), age.count);
}

std::string range_text(const Words& words, const Age& least, const Age& most) {
  if (least.unit == most.unit && least.count == most.count) {
    return words.text("age.exactly", {{"min", age_text(words, least)}});
  }
  const std::string min = least.unit == most.unit || least.count == 0
                              ? words.number(least.count)
                              : age_text(words, least);
  return words.text("age.range", {{"min", min}, {"max", age_text(words, most)}});
}

std::string ages_text(const Words& words, const Eligibility& eligibility) {
  const std::optional<Age>& least = eligibility.minimum_age;
  const std::optional<Age>& most = eligibility.maximum_age;
  if (least && most) {
    return range_text(words, *least, *most);
  }
  if (least && least->count == 0) {
    return words.text("age.from_birth");
  }
  if (least) {
    return words.text("age.from", {{"min", age_text(words, *least)}});
  }
  return most ? words.text("age.up_to", {{"max", age_text(words, *most)}})
              : words.text("age.not_stated");
}

Rule row(Statement made, int rank) {
  Rule rule;
  rule.statement = std::move(made);
  rule.rank = rank;
  rule.kind = "other";
  rule.counted = false;
  return rule;
}

/// "No age limit is stated. Any sex."
std::string no_age_text(const Subject& subject, bool rules_say_age) {
  const Words& words = subject.words;
  const Eligibility& eligibility = subject.trial.eligibility;
  return words.sentences(
      {rules_say_age ? words.text("age.in_rules") : ages_text(words, eligibility),
       eligibility.sex == "ALL" ? words.text("sex.all") : ""});
}

Rule age_rule(const Subject& subject, bool rules_say_age) {
  const Eligibility& eligibility = subject.trial.eligibility;
  Rule rule = row(statement("age", std::string(eligibility_module) + "/minimumAge",
                            {no_age_text(subject, rules_say_age)}, Tier::structured),
                  first_rank);
  rule.remark = !eligibility.minimum_age && !eligibility.maximum_age;
  return rule;
}

bool is_minor(const std::optional<Age>& age) {
  return age && (age->unit != Age::Unit::years || age->count < 18);
}

/// Whom "female only" means at the ages of the study.
std::string_view ages_key(const Eligibility& eligibility) {
  if (is_minor(eligibility.maximum_age)) {
    return "child";
  }
  return !eligibility.minimum_age || is_minor(eligibility.minimum_age) ? "any_age"
                                                                       : "adult";
}

/// Whether the record's words on gender are only those of its field for the sex, or of
/// ages.
bool repeats_sex(const Eligibility& eligibility) {
  const std::string word = lower_ascii(eligibility.gender_description);
  const bool male = word == "male" || word == "males" || word == "men";
  const bool female = word == "female" || word == "females" || word == "women";
  return (male && eligibility.sex == "MALE") || (female && eligibility.sex == "FEMALE") ||
         word.find("aged ") != word.npos || word.find("years") != word.npos;
}

/// What the record says of gender, in its own words; empty where it does not go by it.
std::string gender_quote(const Subject& subject) {
  const Eligibility& eligibility = subject.trial.eligibility;
  const std::string& described = eligibility.gender_description;
  return described.empty() || length_of(described) > longest_description ||
                 repeats_sex(eligibility) || !eligibility.gender_based.value_or(false)
             ? ""
             : quoted(subject.words, described);
}

bool is_for_one_sex(const Eligibility& eligibility) {
  return eligibility.sex == "FEMALE" || eligibility.sex == "MALE";
}

/// Of one sex only, where no age is stated.
std::optional<Rule> sex_rule(const Subject& subject) {
  const Eligibility& eligibility = subject.trial.eligibility;
  if (!is_for_one_sex(eligibility)) {
    return std::nullopt;
  }
  const std::string who = subject.words.text("sex." + key_of(eligibility.sex, ""));
  return row(
      statement("sex", std::string(eligibility_module) + "/sex", {who}, Tier::structured),
      first_rank - 1);
}

/// The record's own words on gender, where it goes by it.
std::optional<Rule> gender_remark(const Subject& subject) {
  const std::string quote = gender_quote(subject);
  if (quote.empty()) {
    return std::nullopt;
  }
  Rule rule = row(
      statement("gender", std::string(eligibility_module) + "/genderDescription",
                {subject.words.text("sex.gender", {{"text", quote}})}, Tier::structured),
      first_rank - 3);
  rule.remark = true;
  return rule;
}

std::optional<Rule> healthy_rule(const Subject& subject) {
  const std::optional<bool>& healthy = subject.trial.eligibility.healthy_volunteers;
  if (!healthy) {
    return std::nullopt;
  }
  const char* key = !*healthy                  ? "healthy.no"
                    : is_closed(subject.stage) ? "healthy.yes_closed"
                                               : "healthy.yes";
  Rule rule =
      row(statement("healthy", std::string(eligibility_module) + "/healthyVolunteers",
                    {subject.words.text(key)}, Tier::structured),
          first_rank - 2);
  rule.remark = *healthy;
  return rule;
}

/// Age, sex and healthy volunteers in one row, where an age is stated: they are one
/// question to a reader, and three rows would cost a rule.
std::optional<Rule> merged_rule(const Subject& subject, std::string_view other_ages) {
  const Eligibility& eligibility = subject.trial.eligibility;
  if (!eligibility.minimum_age && !eligibility.maximum_age) {
    return std::nullopt;
  }
  const Words& words = subject.words;
  std::string text = ages_text(words, eligibility);
  const auto append = [&](const std::string& more) {
    if (!more.empty()) {
      text = words.text("who.and", {{"first", text}, {"next", more}});
    }
  };
  if (is_for_one_sex(eligibility)) {
    append(words.text("who." + key_of(eligibility.sex, "") + "." +
                      std::string(ages_key(eligibility))));
  }
  if (eligibility.sex == "ALL") {
    append(words.text("who.any_sex"));
  }
  if (const auto& healthy = eligibility.healthy_volunteers) {
    const char* key = !*healthy                  ? "who.not_healthy"
                      : is_closed(subject.stage) ? "who.healthy_closed"
                                                 : "who.healthy";
    text = words.text(key, {{"who", text}});
  }
  if (!other_ages.empty()) {
    const std::string quote = quoted(words, without_stop(other_ages));
    text = words.text("who.a_rule_says", {{"who", text}, {"text", quote}});
  }
  return row(statement("who", eligibility_module, {text}, Tier::structured), first_rank);
}

}  // namespace

std::string ages_of(const Subject& subject) {
  return ages_text(subject.words, subject.trial.eligibility);
}

std::vector<Rule> structured_rules(const Subject& subject, bool rules_say_age,
                                   std::string_view other_ages) {
  std::vector<Rule> rules;
  if (auto merged = merged_rule(subject, other_ages)) {
    rules.push_back(std::move(*merged));
  } else {
    rules = {age_rule(subject, rules_say_age)};
    for (const std::optional<Rule>& rule : {sex_rule(subject), healthy_rule(subject)}) {
      if (rule) {
        rules.push_back(*rule);
      }
    }
  }
  if (auto gender = gender_remark(subject)) {
    rules.push_back(std::move(*gender));
  }
  return rules;
}

}  // namespace trialsheet
