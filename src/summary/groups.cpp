// Groups: who gets what, how that is decided, and who knows it.
//
// A group that gets a placebo, a sham or no study treatment is never left out, whatever
// wording is chosen.

#include <algorithm>

#include "base/text.hpp"
#include "summary/arms.hpp"
#include "summary/group_phrases.hpp"
#include "summary/telling.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t longest_labels = 110;
constexpr std::size_t longest_again = 70;  // of a name that was told just before
constexpr std::size_t most_groups = 4;     // that are told one by one

bool is_crossover(const Telling& tell) {
  return tell.trial().design.intervention_model == "CROSSOVER";
}

bool equal_sets(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
}

/// Whether the record only names a group, so that the others need their names too.
bool has_unnamed(const Telling& tell, const std::vector<Group>& groups) {
  return std::any_of(groups.begin(), groups.end(), [&tell](const Group& each) {
    return phrase_of(tell, each).empty();
  });
}

std::string group_sentence(const Telling& tell, const std::vector<Group>& groups,
                           std::size_t index, bool with_label) {
  const Group& group = groups[index];
  const std::string phrase = phrase_of(tell, group);
  if (phrase.empty()) {
    const bool other = index == 1 && groups.size() == 2;
    return tell.say(other ? "named_last" : "named",
                    {{"label", quoted(tell.words(), group.labels.front())}});
  }
  if (group.labels.size() > 1 || with_label) {
    const std::string called = short_labels(tell, group.labels);
    const bool says_label =
        with_label &&
        is_among({phrase}, tell.naming().with_article(without_stop(group.labels[0])));
    if (says_label || (called.empty() && group.labels.size() == 1)) {
      return tell.count("same", group.labels.size(), {{"x", phrase}});
    }
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
  const bool with_labels = has_unnamed(tell, groups);
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    sentences.push_back(group_sentence(tell, groups, i, with_labels));
  }
  return sentences;
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

/// Who gets what: in full; in the fewest words that name every group, and how that is
/// decided, if there are such; without their names.
struct Who {
  std::string full;
  std::string named;
  std::string brief;
  bool stays = false;        ///< named, where that is short
  bool brief_names = false;  ///< the brief wording names the groups too, and stays
};

/// Labels so short that they are told wherever there are groups.
constexpr std::size_t short_called = 90;

/// A text so short that no other need take its place.
constexpr std::size_t short_enough = 130;

/// What mostly has room in one line.
constexpr std::size_t one_line_of_page = 60;

/// The wordings of a paragraph on groups: all of it; who knows in few words; who gets
/// what in few words; where these are many, that there are groups; only the controls.
std::vector<std::string> group_wordings(const Telling& tell, const Who& who,
                                        const std::string& how) {
  // Where all get the same there is nothing for some to know and others not.
  const bool one_arm = tell.trial().arms.size() == 1 ||
                       tell.trial().design.intervention_model == "SINGLE_GROUP";
  const std::string knows = one_arm ? "" : who_knows(tell);
  const std::string soon = one_arm ? "" : hidden_from_people(tell);
  const std::string full = with_controls(tell, who.full);
  const std::string brief = with_controls(tell, who.brief);
  const std::string named =
      who.named.empty() ? tell.sentences({brief, how}) : with_controls(tell, who.named);
  const bool stays = who.stays && !who.named.empty() && length_of(named) <= short_enough;
  const bool is_named = !who.named.empty();
  // Chance is said in as few words as how many groups there are, or what the control is.
  const std::string by_chance = how.empty() ? "" : chance_in_short(tell);
  const std::string controls = with_controls(tell, "");
  const std::string least = with_controls(tell, by_chance);
  const bool is_least = !by_chance.empty() && length_of(least) <= one_line_of_page;
  return {tell.sentences({full, how, knows}),
          soon.empty() || is_named ? "" : tell.sentences({full, how, soon}),
          soon.empty() ? "" : tell.sentences({named, soon}),
          is_named ? "" : tell.sentences({full, how}),
          named,
          stays ? "" : tell.sentences({brief, how}),
          stays                                  ? ""
          : by_chance.empty() || who.brief_names ? brief
                                                 : least,
          stays || who.brief_names || is_least ? "" : controls};
}

std::vector<std::string> in_turn_wordings(const Telling& tell,
                                          const std::vector<Group>& groups) {
  const std::vector<std::string> names = things_in_turn(tell, groups);
  const std::vector<std::string> shown = shown_names(tell, each_once(names));
  const std::string brief = tell.say("in_turn_short");
  const bool by_chance = tell.trial().design.allocation == "RANDOMIZED";
  const std::string how = by_chance ? tell.say("chance_order") : "";
  if (shown.size() < 2) {
    const std::string said = groups.size() < 2 && tell.trial().arms.size() > 1
                                 ? descriptions_apart(tell)
                                 : std::string();
    constexpr std::size_t longest_said = 170;
    const std::string full =
        said.empty() || length_of(said) > longest_said
            ? brief
            : tell.sentences(
                  {brief, tell.count("groups", tell.trial().arms.size()), said});
    return group_wordings(tell, {full, "", brief}, how);
  }
  const std::string apart = given_together(tell, groups);
  if (!apart.empty()) {
    const std::string all = tell.say("in_turn", {{"x", apart}});
    return group_wordings(tell, {all, tell.sentences({all, how}), brief}, how);
  }
  const bool together =
      treatments_in(names).size() > 1 && says_given_together(tell.trial());
  const char* key = together ? "in_turn_together" : "in_turn";
  const auto in_turn = [&](std::size_t most) {
    return tell.say(key, {{"x", list_some(tell.words(), shown, most)}});
  };
  return group_wordings(tell, {in_turn(6), tell.sentences({in_turn(3), how}), brief},
                        how);
}

std::vector<std::string> one_group_wordings(const Telling& tell, const Group& group) {
  const std::string phrase = phrase_of(tell, group);
  const bool is_this =
      equal_sets(group.names, tell.tested().names) && length_of(phrase) > longest_again;
  // Of several, who knows whether everyone gets each.
  const bool is_tested = group.type != "NO_INTERVENTION" && !group.choice &&
                         group.names.size() == 1 &&
                         equal_sets(group.names, tell.tested().names);
  const std::string brief = is_tested ? tell.say("all_tested") : tell.count("groups", 1);
  const std::string full = is_this          ? tell.say("one_group")
                           : phrase.empty() ? brief
                                            : tell.say("one_group_gets", {{"x", phrase}});
  const std::string more = more_of_group(tell, group);
  if (!more.empty()) {
    const std::string said = tell.sentences({tell.count("groups", 1), more});
    return group_wordings(tell, {said, "", more}, "");
  }
  return group_wordings(tell, {full, "", brief}, "");
}

/// Who gets what where one of two groups gets just what is tested and the other only a
/// control; else empty.
Who this_or_control(const Telling& tell, const std::vector<Group>& groups) {
  if (groups.size() != 2 || tell.trial().arms.size() != 2) {
    return {};
  }
  const std::vector<std::string>& tested = tell.tested().names;
  const Group& other = equal_sets(groups[0].names, tested) ? groups[1] : groups[0];
  const Group& first = &other == &groups[1] ? groups[0] : groups[1];
  const std::string tested_phrase = phrase_of(tell, first);
  const std::string control = phrase_of(tell, other);
  if (!equal_sets(first.names, tested) || first.beside_usual ||
      !treatments_in(other.names).empty() || control.empty()) {
    return {};
  }
  return {length_of(tested_phrase) > longest_again
              ? tell.say("tested_or", {{"y", control}})
              : tell.say("this_or", {{"x", tested_phrase}, {"y", control}}),
          brief_pair(tell, other), tell.count("groups", groups.size()), true};
}

/// The groups get just what the first paragraph says is tested, one against the other.
bool is_told(const Telling& tell, const std::vector<Group>& groups) {
  const Tested& tested = tell.tested();
  const auto gets = [&groups](std::size_t i, const std::vector<std::string>& names) {
    return equal_sets(groups[i].names, names);
  };
  if (groups.size() != tell.trial().arms.size() || groups.size() < 2 || tested.choice ||
      std::any_of(groups.begin(), groups.end(),
                  [](const Group& group) { return group.usual; })) {
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

/// Groups of which the same would be said, as one.
std::vector<Group> told_apart(const Telling& tell, const std::vector<Group>& groups) {
  std::vector<Group> apart;
  std::vector<std::string> phrases;
  for (const Group& group : groups) {
    const std::string phrase = phrase_of(tell, group);
    const auto found = std::find(phrases.begin(), phrases.end(), phrase);
    if (phrase.empty() || found == phrases.end()) {
      apart.push_back(group);
      phrases.push_back(phrase);
    } else {
      std::vector<std::string>& labels =
          apart[static_cast<std::size_t>(found - phrases.begin())].labels;
      labels.insert(labels.end(), group.labels.begin(), group.labels.end());
    }
  }
  return apart;
}

/// Several groups for which the record lists the same.
Who all_get_same(const Telling& tell, const Group& group, const std::string& how) {
  const std::size_t arms = tell.trial().arms.size();
  const std::string labels = labels_apart(tell);
  const std::string doses = labels.empty() ? doses_apart(tell) : labels;
  const std::string said = doses.empty() ? descriptions_apart(tell) : std::string();
  const std::string told = doses.empty() ? said : doses;
  const std::string differ =
      told.empty() ? tell.words().text("what.ask_differ") : std::string();
  const bool is_in_brief = doses.empty() && !chance_in_short(tell).empty();
  const std::string brief =
      !doses.empty() ? doses
                     : tell.sentences({is_in_brief ? how : tell.count("groups", arms),
                                       said, differ});
  return {tell.sentences({tell.count("all_get", arms, {{"x", phrase_of(tell, group)}}),
                          told, differ}),
          is_in_brief ? brief : tell.sentences({brief, how}), brief, true, true};
}

/// Groups that get different things: named by what they get, or where that is long by
/// their labels.
Who groups_told(const Telling& tell, const std::vector<Group>& groups) {
  const std::string brief = tell.count("groups", tell.trial().arms.size());
  const std::string full =
      groups.size() > most_groups ? brief : tell.sentences(group_sentences(tell, groups));
  const std::string named = brief_groups(tell, groups);
  const bool is_short = !named.empty() && length_of(named) <= short_enough;
  const std::string called = is_short ? "" : labels_apart(tell);
  const bool names = !called.empty() && length_of(called) <= short_called;
  return {full, named, names ? called : brief, true, names};
}

std::vector<std::string> groups_wordings(const Telling& tell,
                                         const std::vector<Group>& registered) {
  const std::string how = chance(tell, "chance");
  if (is_told(tell, registered)) {
    const std::string brief = tell.count("groups", tell.trial().arms.size());
    return group_wordings(tell, {how.empty() ? brief : "", "", ""},
                          chance(tell, "chance_plain"));
  }
  const Who control = this_or_control(tell, registered);
  if (!control.full.empty()) {
    return group_wordings(tell, control, how);
  }
  const std::vector<Group> groups = told_apart(tell, registered);
  if (groups.size() == 1 && !phrase_of(tell, groups.front()).empty()) {
    return group_wordings(tell, all_get_same(tell, groups.front(), how), how);
  }
  return group_wordings(tell, groups_told(tell, groups), how);
}

}  // namespace

std::string with_controls(const Telling& tell, const std::string& text) {
  const Controls& controls = tell.controls();
  const Words& words = tell.words();
  const auto lacks = [&](const char* control) {
    return !names_control(tell, text, control);
  };
  std::vector<std::string> sentences = {text};
  if (controls.only_typed) {
    const bool told = tells_what_typed_get(tell, text);
    sentences.push_back(words.text(
        controls.placebo ? (told ? "what.placebo_typed_told" : "what.placebo_only_typed")
                         : (told ? "what.sham_typed_told" : "what.sham_only_typed")));
  } else if (controls.placebo && controls.drug_as_placebo) {
    sentences.push_back(words.text("what.placebo_of_drugs"));
  } else if (controls.active_placebo) {
    sentences.push_back(words.text("what.placebo_active"));
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
  if (controls.placebo_told && lacks("placebo")) {
    sentences.push_back(words.text("what.placebo_told"));
  } else if (controls.sham_told && lacks("sham")) {
    sentences.push_back(words.text("what.sham_told"));
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
    return group_wordings(tell, {}, by_chance ? tell.say("chance_plain") : "");
  }
  if (by_chance && compares_parts_of_one(tell.trial())) {
    const std::string said = tell.words().text("what.parts_of_one");
    return group_wordings(tell, {said, "", said}, "");
  }
  return tell.trial().arms.size() == 1 ? one_group_wordings(tell, groups.front())
                                       : groups_wordings(tell, groups);
}

}  // namespace trialsheet
