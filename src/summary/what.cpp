// What: what the study tests or looks at, who gets what, and who knows it.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/tokens.hpp"
#include "summary/arms.hpp"
#include "summary/group_phrases.hpp"
#include "summary/parts.hpp"
#include "summary/purpose.hpp"
#include "summary/telling.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t longest_short = 110;
constexpr std::size_t longest_names = 100;
constexpr std::size_t longest_pair = 130;  // one of two that are compared says nothing
constexpr const char* interventions = "/protocolSection/armsInterventionsModule";
constexpr const char* conditions_source = "/protocolSection/conditionsModule/conditions";
constexpr const char* design_source = "/protocolSection/designModule/designInfo";

/// Whether one of `names` has a word that stands in a title.
bool has_word_of_title(const Trial& trial, const std::vector<std::string>& names) {
  constexpr std::array<std::string_view, 8> of_any = {"and",  "the",  "with",  "for",
                                                      "scan", "test", "study", "imaging"};
  const std::string titles = lower_ascii(trial.brief_title + " " + trial.official_title);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const Tokens tokens(name);
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.kind == Token::Kind::word && token.plain.size() > 2 &&
             std::find(of_any.begin(), of_any.end(), token.plain) == of_any.end() &&
             titles.find(token.plain) != titles.npos;
    });
  });
}

/// "It is about ...": of more than can be told those first that a title names.
std::string about(const Telling& tell, std::size_t most, std::string_view said) {
  std::vector<std::string> conditions = conditions_told(tell, said);
  if (most < conditions.size()) {
    std::stable_partition(conditions.begin(), conditions.end(),
                          [&tell](const std::string& each) {
                            return has_word_of_title(tell.trial(), {each});
                          });
  }
  return conditions.empty()
             ? ""
             : tell.say("about", {{"conditions", tell.some(conditions, most)}});
}

bool names_a_scan(const std::string& name) {
  constexpr std::array<std::string_view, 9> scans = {
      "mri",       "magnetic resonance", "scan",         "imaging",   "x-ray",
      "tomograph", "radiograph",         "spectrometry", "ultrasound"};
  return contains_any(lower_ascii(name), scans);
}

/// Whether what is named is only looked with: what is measured, or scans and tests that
/// no title names.
bool is_only_used(const Telling& tell) {
  const Trial& trial = tell.trial();
  const std::vector<std::string>& names = tell.tested().names;
  if (std::all_of(names.begin(), names.end(), names_a_measurement)) {
    return true;
  }
  return trial.design.primary_purpose == "DIAGNOSTIC" &&
         std::all_of(trial.interventions.begin(), trial.interventions.end(),
                     [](const Intervention& each) { return names_a_scan(each.name); }) &&
         !has_word_of_title(trial, names);
}

/// The key for what tests are for; where an aim follows that says it better, or it is too
/// early to call what is tested a treatment, only that it is tested.
std::string key_of_tests(const Telling& tell, const std::string& names, bool has_aim) {
  const Trial& trial = tell.trial();
  const std::string purpose = key_of(trial.design.primary_purpose, "other");
  const bool is_said = lower_ascii(names).find(purpose) != std::string::npos ||
                       (purpose == "prevention" && has_aim) ||
                       (purpose == "treatment" && (is_first_phase(trial) || has_aim));
  return is_said ? "tests.other" : "tests." + purpose;
}

std::string tests(const Telling& tell, const Tested& tested, std::size_t most,
                  bool has_aim = false) {
  const std::string names = tell.some(tested.names, most);
  if (tested.compares) {
    return tell.say("compares", {{"x", names}});
  }
  if (!tested.against.empty()) {
    const std::string others = tell.some(tested.against, most);
    const bool some = tested.choice && tested.against.size() > 1;
    return tell.say(some ? "against_some" : "against", {{"x", names}, {"y", others}});
  }
  return tell.say(key_of_tests(tell, names, has_aim), {{"x", names}});
}

/// `names` without their parentheses, "Mix" of "Mix (1 mg of one, 2 mg of another)"; as
/// they are where nothing else would tell them apart.
std::vector<std::string> without_parentheses(const std::vector<std::string>& names) {
  std::vector<std::string> plain;
  for (const std::string& name : names) {
    const std::size_t open = name.find(" (");
    plain.push_back(name.ends_with(')') && open > 0 && open == name.rfind(" (")
                        ? name.substr(0, open)
                        : name);
  }
  return each_once(plain).size() == names.size() ? plain : names;
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
    if (most == 6 && tested.names.size() > 2 && tested.against.empty() &&
        !tested.compares) {
      const std::string all = tell.say(
          "tests.other", {{"x", tell.some(without_parentheses(tested.names), most)}});
      if (tested.names.size() <= most && length_of(all) <= longest) {
        return all;
      }
    }
  }
  const std::string one = sentence(1);
  return length_of(one) <= longest_short
             ? one
             : tell.say("tests.other", {{"x", tell.some(tested.names, 1)}});
}

/// Whether the title says what the study is about: has a long word of a condition.
bool title_names_topic(const Trial& trial) {
  constexpr std::size_t shortest = 4;
  const std::string title = lower_ascii(trial.brief_title);
  return std::any_of(
      trial.conditions.begin(), trial.conditions.end(), [&](const std::string& each) {
        const Tokens tokens(each);
        return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
          return token.plain.size() >= shortest && title.find(token.plain) != title.npos;
        });
      });
}

/// The wordings of a first paragraph that can say `full`, `few` and `one` things by name.
std::vector<std::string> purpose_wordings(const Telling& tell, const std::string& full,
                                          const std::string& few, const std::string& one,
                                          const Aim& aim) {
  const std::string last =
      length_of(one) > longest_short ? tell.say("see_record") : std::string();
  const std::string topic = tell.sentences({full, about(tell, 6, full)});
  const std::string& why = aim.sentence;
  const bool is_alone = !is_interventional(tell.trial()) && aim.stands_alone;
  // A page never says what is tested without a word for what.
  const std::string least =
      title_names_topic(tell.trial()) ? one : tell.sentences({one, about(tell, 1, one)});
  return {tell.sentences({topic, why.empty() ? main_measure(tell) : why}),
          why.empty() ? "" : tell.sentences({full, why}),
          is_alone ? why : "",
          topic,
          tell.sentences({few, about(tell, 2, few)}),
          least,
          last};
}

/// `more`: what is used to look at it, if that is named.
Statement topic_only(const Telling& tell, std::string_view key,
                     const std::string& placeholder, const std::string& more = {}) {
  const std::vector<std::string> conditions = conditions_told(tell);
  if (conditions.empty()) {
    return statement("what.purpose", "", {tell.say("see_topic")}, Tier::fixed);
  }
  const auto sentence = [&](std::size_t most) {
    return tell.say(key, {{placeholder, tell.some(conditions, most)}});
  };
  const Aim why = aim(tell);
  const std::string end = why.sentence.empty() ? main_measure(tell) : why.sentence;
  return statement(
      "what.purpose", conditions_source,
      {tell.sentences({sentence(6), more, end}), tell.sentences({sentence(6), end}),
       why.stands_alone ? why.sentence : "", tell.sentences({sentence(2), more}),
       sentence(6), sentence(2), sentence(1)},
      Tier::structured);
}

Statement interventional_purpose(const Telling& tell) {
  const Tested& tested = tell.tested();
  if (tested.names.empty()) {
    return topic_only(tell, "study_about", "conditions");
  }
  if (is_only_used(tell) && !tell.trial().conditions.empty()) {
    return topic_only(tell, "study_about", "conditions",
                      tell.say("uses", {{"x", tell.some(tested.names, 6)}}));
  }
  const Aim why = aim(tell);
  return statement(
      "what.purpose", interventions,
      purpose_wordings(tell, tests(tell, tested, 6, !why.sentence.empty()),
                       tests(tell, tested, 3), shortest_tests(tell, tested), why),
      Tier::structured);
}

Statement naming_purpose(const Telling& tell, std::string_view key) {
  const Tested& tested = tell.tested();
  const auto sentence = [&](std::size_t most) {
    return tell.say(key, {{"x", tell.some(tested.names, most)}});
  };
  return statement(
      "what.purpose", interventions,
      purpose_wordings(tell, sentence(6), sentence(3), sentence(1), aim(tell)),
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
  constexpr std::size_t short_groups = 110;  // that are named whatever else is left out
  const std::string basis = with_controls(
      tell, may_choose_treatment(trial) ? std::string() : tell.say("not_choosing"));
  const std::string described = groups_described(tell);
  const std::string groups =
      described.empty() ? groups_called(tell, each_once(labels)) : described;
  const bool stay = !groups.empty() && length_of(groups) <= short_groups;
  return statement(
      "what.how", design_source,
      {tell.sentences({basis, perspective(tell), follows, groups}),
       tell.sentences({basis, groups}),
       stay ? "" : tell.sentences({basis, perspective(tell)}), stay ? "" : basis},
      Tier::structured);
}

/// Whether the name is only of how people are looked at, or of nothing: "Interviews".
bool names_how_it_looks(std::string_view name) {
  constexpr std::array<std::string_view, 12> starts = {
      "using questionnaire", "data collection", "collection data",
      "collection of",       "data record",     "chart review",
      "no intervention",     "observation",     "none",
      "take blood",          "blood draw",      "blood sampl"};
  constexpr std::array<std::string_view, 3> parts = {"questionnaire", "interview",
                                                     "survey"};
  const LowerText lower(name);
  return std::any_of(starts.begin(), starts.end(),
                     [&lower](std::string_view start) {
                       return lower.view().starts_with(start);
                     }) ||
         std::any_of(parts.begin(), parts.end(), [&lower](std::string_view part) {
           return lower.view().find(part) != std::string_view::npos;
         });
}

/// Whether all that is named are tests, with which a study looks at something else.
bool names_only_tests(const Trial& trial) {
  return !trial.interventions.empty() &&
         std::all_of(trial.interventions.begin(), trial.interventions.end(),
                     [](const Intervention& each) {
                       return each.type == "DIAGNOSTIC_TEST" ||
                              names_how_it_looks(each.name);
                     });
}

std::vector<Statement> observational(const Telling& tell) {
  const std::vector<std::string>& names = tell.tested().names;
  const bool named = !std::all_of(names.begin(), names.end(), names_how_it_looks);
  const bool tests = names_only_tests(tell.trial()) && !tell.trial().conditions.empty();
  const std::string with =
      named && tests ? tell.say("uses", {{"x", tell.some(names, 6)}}) : std::string();
  std::vector<Statement> what = {named && !tests
                                     ? naming_purpose(tell, "looks_at")
                                     : topic_only(tell, "looks_at", "x", with)};
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
  return Telling(subject, Definitions())
      .say(is_access(trial)           ? "heading.access"
           : is_interventional(trial) ? "heading.tested"
                                      : "heading.studied");
}

std::vector<Statement> make_what(const Subject& subject, const Definitions& definitions) {
  const Telling tell(subject, definitions);
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
