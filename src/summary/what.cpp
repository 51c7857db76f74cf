// What: what the study tests or looks at, who gets what, and who knows it.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "summary/arms.hpp"
#include "summary/parts.hpp"
#include "summary/telling.hpp"
#include "words/glossary.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t longest_measure = 90;
constexpr std::size_t longest_short = 110;
constexpr std::size_t longest_names = 100;
constexpr std::size_t longest_pair = 130;  // one of two that are compared says nothing
constexpr const char* interventions = "/protocolSection/armsInterventionsModule";
constexpr const char* conditions_source = "/protocolSection/conditionsModule/conditions";
constexpr const char* design_source = "/protocolSection/designModule/designInfo";

std::string about(const Telling& tell, std::size_t most, std::string_view said) {
  const std::vector<std::string> conditions = conditions_told(tell, said);
  return conditions.empty()
             ? ""
             : tell.say("about", {{"conditions", tell.some(conditions, most)}});
}

/// Whether a measure has a word, and is no mere code or abbreviation: "AE", "S-102-A".
bool has_a_word(std::string_view measure) {
  constexpr std::size_t shortest = 4;
  std::size_t letters = 0;
  for (const char c : measure) {
    const bool small = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    letters = small ? letters + 1 : (c >= 'A' && c <= 'Z') ? 1 : 0;
    if (letters == shortest) {
      return true;
    }
  }
  return false;
}

/// A measure with its abbreviations explained, if these are all hard; what has none, or
/// what the study is about, is left as it is.
std::string with_glosses(const Telling& tell, const std::string& measure) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto pair =
      std::adjacent_find(measure.begin(), measure.end(),
                         [&](char a, char b) { return is_capital(a) && is_capital(b); });
  if (pair == measure.end()) {
    return measure;
  }
  std::vector<std::string> studied = tell.trial().conditions;
  studied.push_back(tell.trial().brief_title);
  const Glossed glossed =
      gloss(tell.words(), measure, Explained(tell.words(), studied, {}));
  return glossed.hard && !glossed.easy ? glossed.text : measure;
}

/// The main outcome in the record's own words, if they are few and tell something.
std::string main_measure(const Telling& tell) {
  const std::vector<Outcome>& outcomes = tell.trial().primary_outcomes;
  if (outcomes.empty()) {
    return "";
  }
  std::vector<std::string> measures;  // once each, however often they are measured
  for (const Outcome& outcome : outcomes) {
    measures.push_back(without_stop(outcome.measure));
  }
  const std::string& measure = measures.front();
  if (!has_a_word(measure) || length_of(measure) > longest_measure) {
    return "";
  }
  const std::string shown = quoted(tell.words(), with_glosses(tell, measure));
  const std::size_t things = each_once(measures).size();
  return things == 1 ? tell.say("measure", {{"measure", shown}})
                     : tell.count("measures", things, {{"measure", shown}});
}

/// Whether what is named is done to learn something, and so tells little of the purpose.
bool needs_aim(const Telling& tell) {
  const std::string& purpose = tell.trial().design.primary_purpose;
  return !is_interventional(tell.trial()) || tell.tested().names.empty() ||
         purpose == "DIAGNOSTIC" || purpose == "BASIC_SCIENCE" ||
         purpose == "SCREENING" || purpose == "HEALTH_SERVICES_RESEARCH" ||
         purpose == "OTHER";
}

/// The aim in the record's own words, where what is named tells little of it.
std::string aim(const Telling& tell) {
  const std::string text = needs_aim(tell) ? aim_of(tell.trial()) : "";
  return text.empty()
             ? ""
             : tell.words().text("what.aim", {{"aim", quoted(tell.words(), text)}});
}

std::string tests(const Telling& tell, const Tested& tested, std::size_t most) {
  const std::string names = tell.some(tested.names, most);
  if (tested.compares) {
    return tell.say("compares", {{"x", names}});
  }
  if (!tested.against.empty()) {
    const std::string others = tell.some(tested.against, most);
    const bool some = tested.choice && tested.against.size() > 1;
    return tell.say(some ? "against_some" : "against", {{"x", names}, {"y", others}});
  }
  const std::string purpose = key_of(tell.trial().design.primary_purpose, "other");
  const bool says_so = lower_ascii(names).find(purpose) != std::string::npos;
  return tell.say(says_so ? "tests.other" : "tests." + purpose, {{"x", names}});
}

/// The tests in one short sentence, with as many names as it can hold.
std::string shortest_tests(const Telling& tell, const Tested& tested) {
  const auto sentence = [&](std::size_t most) {
    return tested.compares || !tested.against.empty()
               ? tests(tell, tested, most)
               : tell.say("tests.other", {{"x", tell.some(tested.names, most)}});
  };
  const std::size_t longest =
      tested.compares && tested.names.size() == 2 ? longest_pair : longest_names;
  for (std::size_t most = 6; most > 1; --most) {
    const std::string text = sentence(most);
    if (length_of(text) <= longest) {
      return text;
    }
  }
  const std::string one = sentence(1);
  return length_of(one) <= longest_short
             ? one
             : tell.say("tests.other", {{"x", tell.some(tested.names, 1)}});
}

/// The wordings of a first paragraph that can say `full`, `few` and `one` things by name.
std::vector<std::string> purpose_wordings(const Telling& tell, const std::string& full,
                                          const std::string& few,
                                          const std::string& one) {
  const std::string last =
      length_of(one) > longest_short ? tell.say("see_record") : std::string();
  const std::string topic = tell.sentences({full, about(tell, 6, full)});
  const std::string why = aim(tell);
  const std::string alone = is_interventional(tell.trial()) ? std::string() : why;
  return {tell.sentences({topic, why.empty() ? main_measure(tell) : why}),
          why.empty() ? "" : tell.sentences({full, why}),
          alone,
          topic,
          tell.sentences({few, about(tell, 2, few)}),
          one,
          last};
}

Statement topic_only(const Telling& tell, std::string_view key,
                     const std::string& placeholder) {
  const std::vector<std::string> conditions = conditions_told(tell);
  if (conditions.empty()) {
    return statement("what.purpose", "", {tell.say("see_topic")}, Tier::fixed);
  }
  const auto sentence = [&](std::size_t most) {
    return tell.say(key, {{placeholder, tell.some(conditions, most)}});
  };
  const std::string why = aim(tell);
  return statement("what.purpose", conditions_source,
                   {tell.sentences({sentence(6), why.empty() ? main_measure(tell) : why}),
                    why, sentence(6), sentence(2), sentence(1)},
                   Tier::structured);
}

Statement interventional_purpose(const Telling& tell) {
  const Tested& tested = tell.tested();
  if (tested.names.empty()) {
    return topic_only(tell, "study_about", "conditions");
  }
  return statement("what.purpose", interventions,
                   purpose_wordings(tell, tests(tell, tested, 6), tests(tell, tested, 3),
                                    shortest_tests(tell, tested)),
                   Tier::structured);
}

Statement naming_purpose(const Telling& tell, std::string_view key) {
  const Tested& tested = tell.tested();
  const auto sentence = [&](std::size_t most) {
    return tell.say(key, {{"x", tell.some(tested.names, most)}});
  };
  return statement("what.purpose", interventions,
                   purpose_wordings(tell, sentence(6), sentence(3), sentence(1)),
                   Tier::structured);
}

std::string perspective(const Telling& tell) {
  const std::string key = lower_ascii(tell.trial().design.time_perspective);
  const bool has_text =
      key == "prospective" || key == "retrospective" || key == "cross_sectional";
  return has_text ? tell.say(key) : "";
}

Statement how_it_looks(const Telling& tell) {
  const Trial& trial = tell.trial();
  std::vector<std::string> labels;
  for (const Arm& arm : trial.arms) {
    labels.push_back(arm.label);
  }
  const std::string& duration = trial.design.target_duration;
  const std::string follows =
      duration.empty()
          ? ""
          : tell.say("follows",
                     {{"duration", time_text(tell.words(), lower_ascii(duration))}});
  const std::string basis = with_controls(
      tell, tells_of_assignment(trial) ? std::string() : tell.say("not_choosing"));
  return statement("what.how", design_source,
                   {tell.sentences({basis, perspective(tell), follows,
                                    groups_called(tell, each_once(labels))}),
                    tell.sentences({basis, perspective(tell)}), basis},
                   Tier::structured);
}

/// Whether the name is only of how people are looked at, or of nothing: "Interviews".
bool names_how_it_looks(std::string_view name) {
  constexpr std::array<std::string_view, 12> starts = {
      "questionnaire",   "using questionnaire",
      "interview",       "semi-structured interview",
      "survey",          "data collection",
      "collection data", "data record",
      "chart review",    "no intervention",
      "observation",     "none"};
  const LowerText lower(name);
  return std::any_of(starts.begin(), starts.end(), [&lower](std::string_view start) {
    return lower.view().starts_with(start);
  });
}

std::vector<Statement> observational(const Telling& tell) {
  const std::vector<std::string>& names = tell.tested().names;
  const bool named = !std::all_of(names.begin(), names.end(), names_how_it_looks);
  std::vector<Statement> what = {named ? naming_purpose(tell, "looks_at")
                                       : topic_only(tell, "looks_at", "x")};
  const Statement how = how_it_looks(tell);
  if (!how.wordings.empty()) {
    what.push_back(how);
  }
  return what;
}

std::vector<Statement> interventional(const Telling& tell) {
  std::vector<Statement> what;
  what.reserve(2);
  what.push_back(interventional_purpose(tell));
  Statement groups =
      statement("what.groups", interventions, who_gets_what(tell), Tier::structured);
  if (!groups.wordings.empty()) {
    what.push_back(std::move(groups));
  }
  return what;
}

std::vector<Statement> untyped(const Telling& tell) {
  std::vector<Statement> what = {topic_only(tell, "study_about", "conditions")};
  const std::string controls = with_controls(tell, "");
  if (!controls.empty()) {
    what.push_back(statement("what.groups", interventions, {controls}, Tier::structured));
  }
  return what;
}

}  // namespace

std::string what_heading(const Subject& subject) {
  const Trial& trial = subject.trial;
  return Telling(subject).say(is_access(trial)           ? "heading.access"
                              : is_interventional(trial) ? "heading.tested"
                                                         : "heading.studied");
}

std::vector<Statement> make_what(const Subject& subject) {
  const Telling tell(subject);
  const Trial& trial = subject.trial;
  if (is_observational(trial)) {
    return observational(tell);
  }
  if (is_access(trial) && !trial.interventions.empty()) {
    return {naming_purpose(tell, "access")};
  }
  return is_interventional(trial) ? interventional(tell) : untyped(tell);
}

}  // namespace trialsheet
