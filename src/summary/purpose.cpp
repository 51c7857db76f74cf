// Purpose: what the record itself says of what a study is for: its aim, its main measure.

#include "summary/purpose.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "summary/parts.hpp"
#include "words/glossary.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t longest_measure = 90;

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

/// Whether a measure says what is measured: no mere code, nor what is tested again, nor
/// how things are before it.
bool tells_of_measure(std::string_view measure) {
  constexpr std::array<std::string_view, 4> empty = {
      "effectiveness of ", "efficacy of ", "the effectiveness of ", "the efficacy of "};
  const LowerText lower(measure);
  const std::string_view text = lower.view();
  return has_a_word(measure) && text != "primary" && text != "efficacy" &&
         text != "effectiveness" && text != "primary outcome" &&
         !text.starts_with("baseline ") &&
         std::none_of(empty.begin(), empty.end(),
                      [text](std::string_view start) { return text.starts_with(start); });
}

/// Whether what is named is done to learn something, and so tells little of the purpose.
bool names_tell_little(const Telling& tell) {
  const std::string& purpose = tell.trial().design.primary_purpose;
  const std::vector<std::string>& names = tell.tested().names;
  return !is_interventional(tell.trial()) ||
         std::all_of(names.begin(), names.end(), names_a_measurement) ||
         purpose == "DIAGNOSTIC" || purpose == "BASIC_SCIENCE" ||
         purpose == "SCREENING" || purpose == "HEALTH_SERVICES_RESEARCH" ||
         purpose == "OTHER";
}

/// Whether the names tell little, or not against what: all get the same, or the record
/// lists no groups; or whether it is not yet a treatment that is tested.
bool needs_aim(const Telling& tell) {
  const Trial& trial = tell.trial();
  return names_tell_little(tell) || trial.arms.empty() || is_first_phase(trial) ||
         trial.design.primary_purpose == "PREVENTION" ||
         (tell.groups().size() == 1 && trial.arms.size() > 1);
}

/// Whether an aim is to learn of harms and doses alone, not whether something helps.
bool is_of_safety(std::string_view aim) {
  const std::string lower = lower_ascii(aim);
  const auto says = [&lower](std::string_view word) {
    return lower.find(word) != lower.npos;
  };
  return (says("safety") || says("tolerab") || says("pharmacokinetic")) &&
         !says("effic") && !says("effect") && !says("benefit") && !says("respon");
}

/// The official title where it says more than the brief one, for want of an aim.
std::string longer_title(const Telling& tell) {
  constexpr std::size_t shortest = 40;
  constexpr std::size_t longest = 180;
  constexpr std::array<std::string_view, 4> unwanted = {"novel", "promising", "superior",
                                                        "new "};
  // A title in another language has none of these.
  constexpr std::array<std::string_view, 13> english = {
      " of ", " the ",  " for ",   " with ",  " and ",  " to ", " on ",
      " by ", " from ", " after ", " using ", " study", " in "};
  const Trial& trial = tell.trial();
  const std::string lower = lower_ascii(trial.official_title);
  const auto holds = [&lower](std::string_view word) {
    return lower.find(word) != lower.npos;
  };
  const bool says_more = std::any_of(english.begin(), english.end(), holds) &&
                         length_of(lower) >= shortest && length_of(lower) <= longest &&
                         lower.size() > trial.brief_title.size() &&
                         has_a_word(trial.official_title) &&
                         lower.find(lower_ascii(trial.brief_title)) == lower.npos &&
                         std::none_of(unwanted.begin(), unwanted.end(), holds);
  return says_more && !trial.brief_title.empty()
             ? tell.words().text(
                   "what.longer_title",
                   {{"title", quoted(tell.words(), without_stop(trial.official_title))}})
             : "";
}

}  // namespace

bool is_first_phase(const Trial& trial) {
  const std::vector<std::string>& phases = trial.design.phases;
  return phases.size() == 1 && (phases[0] == "PHASE1" || phases[0] == "EARLY_PHASE1");
}

std::string main_measure(const Telling& tell) {
  const std::vector<Outcome>& outcomes = tell.trial().primary_outcomes;
  if (outcomes.empty()) {
    return "";
  }
  std::vector<std::string> measures;  // once each, however often they are measured
  for (const Outcome& outcome : outcomes) {
    measures.push_back(without_stop(outcome.measure));
  }
  const auto telling = std::find_if(measures.begin(), measures.end(), tells_of_measure);
  if (telling == measures.end() || length_of(*telling) > longest_measure) {
    return "";
  }
  const std::string& measure = *telling;
  const std::string shown = quoted(tell.words(), with_glosses(tell, measure));
  const std::size_t things = each_once(measures).size();
  return things == 1 ? tell.say("measure", {{"measure", shown}})
                     : tell.count("measures", things, {{"measure", shown}});
}

Aim aim(const Telling& tell) {
  const bool tell_little = names_tell_little(tell);
  const auto told = [&tell](const std::string& text) {
    return Aim{tell.words().text("what.aim", {{"aim", quoted(tell.words(), text)}}),
               true};
  };
  std::string text = aim_of(tell.trial());
  if (!text.empty()) {
    return needs_aim(tell) || is_of_safety(text) ? told(text) : Aim();
  }
  if (!tell_little) {
    return {};
  }
  text = other_aim_of(tell.trial());
  if (!text.empty()) {
    return told(text);
  }
  const std::string title = longer_title(tell);
  if (!title.empty() || is_interventional(tell.trial())) {
    return {title, false};
  }
  text = sentence_of_aim(tell.trial());
  return text.empty() ? Aim() : told(text);
}

}  // namespace trialsheet
