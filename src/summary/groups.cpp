// Groups: who gets what, how that is decided, and who knows it.
//
// A group that gets a placebo, a sham or no study treatment is never left out, whatever
// wording is chosen.

#include <algorithm>

#include "base/text.hpp"
#include "summary/arms.hpp"
#include "summary/telling.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t longest_labels = 110;
constexpr std::size_t longest_again = 70;  // of a name that was told just before
constexpr std::size_t most_groups = 4;     // that are told one by one

bool is_crossover(const Telling& tell) {
  return tell.trial().design.intervention_model == "CROSSOVER";
}

std::string shown_name(const Telling& tell, const std::string& name) {
  switch (role_of(name)) {
    case Role::placebo:
      if (name.starts_with("placebo (") && name.ends_with(')')) {
        return tell.words().text(
            "what.placebo_called",
            {{"x", tell.words().from_record(name.substr(9, name.size() - 10))}});
      }
      return tell.words().text("what.placebo");
    case Role::sham:
      return tell.words().text("what.sham");
    case Role::treatment:
      break;
  }
  return tell.words().from_record(without_stop(name));
}

/// Whether `text` names a control ("placebo") or what it means ("placebo_means") by the
/// word of its language. That of the record alone tells a reader of another nothing.
bool names(const Telling& tell, const std::string& text, const std::string& control) {
  const std::string word = lower_ascii(tell.words().text("what.named_by." + control));
  return lower_ascii(text).find(word) != std::string::npos;
}

std::vector<std::string> shown_names(const Telling& tell,
                                     const std::vector<std::string>& names) {
  std::vector<std::string> shown;
  for (const std::string& name : names) {
    shown.push_back(shown_name(tell, name));
  }
  return each_once(shown);
}

bool equal_sets(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
}

/// All that the first paragraph names.
std::vector<std::string> all_tested(const Telling& tell) {
  Tested tested = tell.tested();
  tested.names.insert(tested.names.end(), tested.against.begin(), tested.against.end());
  return tested.names;
}

/// What a group of a placebo or sham arm gets: `control` names it, `as_group` and
/// `listed` are the keys for what else the record lists there.
struct ControlTexts {
  std::string_view word;
  std::string_view control;
  std::string_view as_group;
  std::string_view listed;
};

constexpr ControlTexts placebo_texts = {"placebo", "what.placebo",
                                        "what.as_placebo_group", "what.placebo_listed"};
constexpr ControlTexts sham_texts = {"sham", "what.sham", "what.as_sham_group",
                                     "what.sham_listed"};

/// A placebo arm whose names do not say so. Where it lists only what is tested, the
/// record does not name the placebo.
std::string control_phrase(const Telling& tell, const Group& group,
                           const std::string& list, const ControlTexts& texts) {
  const Words& words = tell.words();
  if (list.empty()) {
    return words.text(texts.control);
  }
  const std::string control(texts.word);
  if (names(tell, list, control) ||
      lower_ascii(list).find(control) != std::string::npos) {
    return list;
  }
  const std::vector<std::string> tested = all_tested(tell);
  const bool only_tested =
      std::all_of(group.names.begin(), group.names.end(), [&](const std::string& name) {
        return std::find(tested.begin(), tested.end(), name) != tested.end();
      });
  return words.text(only_tested ? texts.listed : texts.as_group, {{"x", list}});
}

/// What a group gets, as a phrase for "One group gets ..."; empty if the record only
/// names the group.
std::string phrase_of(const Telling& tell, const Group& group) {
  const Words& words = tell.words();
  const std::vector<std::string> shown = shown_names(tell, group.names);
  const std::string list = list_some(words, shown, 6);
  const std::string names =
      group.choice && shown.size() > 1 ? words.text("what.some_of", {{"x", list}}) : list;
  if (group.type == "NO_INTERVENTION") {
    return names.empty() ? untreated_text(tell, group)
                         : words.text("what.and_no_treatment", {{"x", names}});
  }
  if (tell.controls().only_typed) {
    return names;
  }
  if (group.type == "PLACEBO_COMPARATOR") {
    return control_phrase(tell, group, names, placebo_texts);
  }
  return group.type == "SHAM_COMPARATOR" ? control_phrase(tell, group, names, sham_texts)
                                         : names;
}

/// The labels of groups that get the same, if they are short and differ.
std::string short_labels(const Telling& tell, const std::vector<std::string>& labels) {
  constexpr std::size_t longest_together = 60;
  std::vector<std::string> names;
  std::size_t length = 0;
  for (const std::string& label : each_once(labels)) {
    names.push_back(quoted(tell.words(), without_stop(label)));
    length += length_of(label);
  }
  return names.size() < labels.size() || length > longest_together
             ? ""
             : tell.words().list(names);
}

std::string group_sentence(const Telling& tell, const std::vector<Group>& groups,
                           std::size_t index) {
  const Group& group = groups[index];
  const std::string phrase = phrase_of(tell, group);
  if (phrase.empty()) {
    return tell.say("named", {{"label", quoted(tell.words(), group.labels.front())}});
  }
  if (group.labels.size() > 1) {
    const std::string called = short_labels(tell, group.labels);
    return called.empty() ? tell.count("same", group.labels.size(), {{"x", phrase}})
                          : tell.count("same_called", group.labels.size(),
                                       {{"x", phrase}, {"labels", called}});
  }
  const bool alone = index == 0 || groups.front().labels.size() > 1;
  const bool last_of_two = groups.size() == 2;
  return tell.say(alone ? "first" : last_of_two ? "last" : "next", {{"x", phrase}});
}

std::vector<std::string> group_sentences(const Telling& tell,
                                         const std::vector<Group>& groups) {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    sentences.push_back(group_sentence(tell, groups, i));
  }
  return sentences;
}

/// Where groups follow each other, chance may only decide what each person in one gets.
std::string chance(const Telling& tell, std::string_view key) {
  const std::string& allocation = tell.trial().design.allocation;
  if (key == "chance" && tell.trial().design.intervention_model == "SEQUENTIAL") {
    key = "chance_plain";
  }
  return allocation == "RANDOMIZED"       ? tell.say(key)
         : allocation == "NON_RANDOMIZED" ? tell.say("not_chance")
                                          : "";
}

std::string who_knows(const Telling& tell) {
  const Design& design = tell.trial().design;
  if (design.masking == "NONE" && design.who_masked.empty()) {
    return tell.say("open");
  }
  std::vector<std::string> people;
  for (const std::string& who : design.who_masked) {
    people.push_back(tell.words().text("what.people." + lower_ascii(who)));
  }
  const bool masked = !design.masking.empty() && design.masking != "NONE";
  return !people.empty() ? tell.say("hidden", {{"people", tell.words().list(people)}})
         : masked        ? tell.say("hidden_some")
                         : "";
}

/// That the people in it do not know what they get, where that is so, in few words.
std::string hidden_from_people(const Telling& tell) {
  const std::vector<std::string>& who = tell.trial().design.who_masked;
  return std::find(who.begin(), who.end(), "PARTICIPANT") == who.end()
             ? ""
             : tell.say("hidden_short");
}

/// The wordings of a paragraph on groups: all of it; who knows in few words; only the
/// `brief` part; only the controls. What is hidden from the people in it outlasts who
/// gets what.
std::vector<std::string> group_wordings(const Telling& tell, const std::string& who,
                                        const std::string& how,
                                        const std::string& brief) {
  // Where all get the same there is nothing for some to know and others not.
  const bool one_arm = tell.trial().arms.size() == 1 ||
                       tell.trial().design.intervention_model == "SINGLE_GROUP";
  const std::string knows = one_arm ? "" : who_knows(tell);
  const std::string soon = one_arm ? "" : hidden_from_people(tell);
  return {tell.sentences({with_controls(tell, who), how, knows}),
          soon.empty() ? "" : tell.sentences({with_controls(tell, who), how, soon}),
          soon.empty() ? "" : tell.sentences({with_controls(tell, brief), how, soon}),
          tell.sentences({with_controls(tell, who), how}),
          tell.sentences({with_controls(tell, brief), how}),
          with_controls(tell, brief),
          with_controls(tell, "")};
}

std::vector<std::string> in_turn_wordings(const Telling& tell,
                                          const std::vector<Group>& groups) {
  std::vector<std::string> names;
  for (const Group& group : groups) {
    if (group.type == "NO_INTERVENTION" && group.names.empty()) {
      names.push_back(tell.words().text("what.no_treatment"));
    }
    names.insert(names.end(), group.names.begin(), group.names.end());
  }
  const std::vector<std::string> shown = shown_names(tell, each_once(names));
  const std::string brief = tell.say("in_turn_short");
  const std::string full =
      shown.size() < 2 ? brief
                       : tell.say("in_turn", {{"x", list_some(tell.words(), shown, 6)}});
  const bool by_chance = tell.trial().design.allocation == "RANDOMIZED";
  return group_wordings(tell, full, by_chance ? tell.say("chance_order") : "", brief);
}

std::vector<std::string> one_group_wordings(const Telling& tell, const Group& group) {
  const std::string phrase = phrase_of(tell, group);
  const bool is_this =
      equal_sets(group.names, tell.tested().names) && length_of(phrase) > longest_again;
  const std::string brief = tell.count("groups", 1);
  const std::string full = is_this          ? tell.say("one_group")
                           : phrase.empty() ? brief
                                            : tell.say("one_group_gets", {{"x", phrase}});
  return group_wordings(tell, full, "", brief);
}

/// Who gets what where one of two groups gets just what is tested and the other only a
/// control; else empty.
std::string this_or_control(const Telling& tell, const std::vector<Group>& groups) {
  if (groups.size() != 2 || tell.trial().arms.size() != 2) {
    return "";
  }
  const std::vector<std::string>& tested = tell.tested().names;
  const Group& other = equal_sets(groups[0].names, tested) ? groups[1] : groups[0];
  const Group& first = &other == &groups[1] ? groups[0] : groups[1];
  const std::string tested_phrase = phrase_of(tell, first);
  const std::string control = phrase_of(tell, other);
  if (!equal_sets(first.names, tested) || !treatments_in(other.names).empty() ||
      control.empty()) {
    return "";
  }
  return length_of(tested_phrase) > longest_again
             ? tell.say("tested_or", {{"y", control}})
             : tell.say("this_or", {{"x", tested_phrase}, {"y", control}});
}

/// The groups get just what the first paragraph says is tested, one against the other.
bool is_told(const Telling& tell, const std::vector<Group>& groups) {
  const Tested& tested = tell.tested();
  const auto gets = [&groups](std::size_t i, const std::vector<std::string>& names) {
    return equal_sets(groups[i].names, names);
  };
  if (groups.size() != tell.trial().arms.size() || groups.size() < 2 || tested.choice) {
    return false;
  }
  if (tested.compares) {
    return groups.size() == tested.names.size() &&
           std::all_of(groups.begin(), groups.end(),
                       [](const Group& group) { return group.names.size() == 1; });
  }
  return groups.size() == 2 && !tested.against.empty() &&
         ((gets(0, tested.names) && gets(1, tested.against)) ||
          (gets(1, tested.names) && gets(0, tested.against)));
}

std::vector<std::string> groups_wordings(const Telling& tell,
                                         const std::vector<Group>& groups) {
  const std::size_t arms = tell.trial().arms.size();
  const std::string how = chance(tell, "chance");
  const std::string brief = tell.count("groups", arms);
  if (is_told(tell, groups)) {
    return group_wordings(tell, how.empty() ? brief : "", chance(tell, "chance_plain"),
                          "");
  }
  const std::string control = this_or_control(tell, groups);
  if (!control.empty()) {
    return group_wordings(tell, control, how, brief);
  }
  if (groups.size() == 1 && !phrase_of(tell, groups.front()).empty()) {
    const std::string each =
        tell.count("all_get", arms, {{"x", phrase_of(tell, groups.front())}});
    return group_wordings(
        tell, tell.sentences({each, groups_called(tell, groups.front().labels)}), how,
        brief);
  }
  const std::string who =
      groups.size() > most_groups ? brief : tell.sentences(group_sentences(tell, groups));
  return group_wordings(tell, who, how, brief);
}

}  // namespace

std::string with_controls(const Telling& tell, const std::string& text) {
  const Controls& controls = tell.controls();
  const Words& words = tell.words();
  const auto lacks = [&](const char* control) { return !names(tell, text, control); };
  std::vector<std::string> sentences = {text};
  if (controls.only_typed) {
    sentences.push_back(words.text(controls.placebo ? "what.placebo_only_typed"
                                                    : "what.sham_only_typed"));
  } else if (controls.placebo && controls.drug_as_placebo) {
    sentences.push_back(words.text("what.placebo_of_drugs"));
  } else if (controls.placebo && lacks("placebo")) {
    sentences.push_back(tell.say("placebo_part"));
  } else if (controls.placebo && lacks("placebo_means")) {
    sentences.push_back(words.text("what.placebo_means"));
  }
  if (controls.only_typed) {
    // Said above.
  } else if (controls.sham && lacks("sham")) {
    sentences.push_back(tell.say("sham_part"));
  } else if (controls.sham && lacks("sham_means")) {
    sentences.push_back(words.text("what.sham_means"));
  }
  if (controls.untreated > 0 && lacks("no_treatment")) {
    sentences.push_back(is_crossover(tell)
                            ? tell.say("no_treatment_in_turn")
                            : tell.count("no_treatment_part", controls.untreated));
  }
  return tell.sentences(sentences);
}

std::string groups_called(const Telling& tell, const std::vector<std::string>& labels) {
  std::vector<std::string> names;
  std::size_t length = 0;
  for (const std::string& label : labels) {
    names.push_back(quoted(tell.words(), without_stop(label)));
    length += length_of(label);
  }
  return length > longest_labels || names.size() < 2
             ? ""
             : tell.say("groups_called", {{"labels", tell.words().list(names)}});
}

std::vector<std::string> who_gets_what(const Telling& tell) {
  const std::vector<Group>& groups = tell.groups();
  if (is_crossover(tell)) {
    return in_turn_wordings(tell, groups);
  }
  const bool by_chance = tell.trial().design.allocation == "RANDOMIZED";
  if (groups.empty() || (tell.trial().arms.size() == 1 && by_chance)) {
    return group_wordings(tell, "", by_chance ? tell.say("chance_plain") : "", "");
  }
  return tell.trial().arms.size() == 1 ? one_group_wordings(tell, groups.front())
                                       : groups_wordings(tell, groups);
}

}  // namespace trialsheet
