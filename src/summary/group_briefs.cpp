// Group briefs: who gets what in as few words as name every group.

#include <algorithm>

#include "base/text.hpp"
#include "base/tokens.hpp"
#include "summary/group_phrases.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t longest_brief = 240;
constexpr std::size_t most_items = 8;

/// The control in `group` with what it means; another phrase where there is more to say.
std::string brief_control(const Telling& tell, const Group& group) {
  const Words& words = tell.words();
  const std::string phrase = phrase_of(tell, group);
  if (tell.controls().drug_as_placebo || tell.controls().active_placebo) {
    return phrase;
  }
  return phrase == words.text("what.placebo") ? words.text("what.placebo_brief")
         : phrase == words.text("what.sham")  ? words.text("what.sham_brief")
                                              : phrase;
}

/// What every group gets beside what is tested; nothing if one has no study treatment.
std::vector<std::string> shared_names(const Telling& tell,
                                      const std::vector<Group>& groups) {
  std::vector<std::string> shared = treatments_in(groups.front().names);
  for (const Group& group : groups) {
    std::erase_if(shared, [&](const std::string& name) {
      return !is_among(group.names, name) || is_among(tell.tested().names, name) ||
             group.choice || group.type == "NO_INTERVENTION";
    });
  }
  return shared;
}

/// What `group` gets beside `shared`.
std::string item(const Telling& tell, Group group,
                 const std::vector<std::string>& shared) {
  std::erase_if(group.names,
                [&](const std::string& name) { return is_among(shared, name); });
  const bool left_alone = group.names.empty() && !shared.empty();
  const std::string phrase = brief_control(tell, group);
  const std::string called =
      group.labels.size() > 1 && !phrase.empty() && group.type != "PLACEBO_COMPARATOR"
          ? telling_labels(tell, group.labels)
          : std::string();
  if (!called.empty()) {
    return tell.words().text("what.label_dose", {{"label", phrase}, {"dose", called}});
  }
  return !phrase.empty() ? phrase
         : left_alone    ? tell.words().text("what.nothing_more")
                         : quoted(tell.words(), without_stop(group.labels.front()));
}

std::string items(const Telling& tell, const std::vector<Group>& groups,
                  const std::vector<std::string>& shared) {
  std::vector<std::string> each;
  for (const Group& group : groups) {
    each.push_back(item(tell, group, shared));
  }
  std::string list;
  for (const std::string& next : each_once(each)) {
    list = list.empty()
               ? next
               : tell.words().text("what.apart", {{"first", list}, {"next", next}});
  }
  return list;
}

/// "2" of "Local therapy (Cohort 2)"; empty for a label of no part.
std::string part_of(const Arm& arm) {
  const Tokens tokens(arm.label);
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const std::string_view word = tokens[i].plain;
    if (word == "cohort" || word == "part" || word == "phase") {
      return std::string(tokens[i + 1].plain);
    }
  }
  return "";
}

bool is_healthy(const Arm& arm) {
  constexpr std::size_t first_words = 60;
  const auto about =
      lower_ascii(arm.label + " " + arm.description.substr(0, first_words));
  return about.find("healthy") != std::string::npos;
}

/// Whether only of `arm`, which gets nothing, the record does not say that its people
/// are there by chance: others than those who are randomized.
bool is_beside_chance(const Arm& arm, const std::vector<Arm>& arms) {
  const auto says_chance = [](const Arm& each) {
    return LowerText(each.description).view().find("random") != std::string_view::npos;
  };
  return arm.type == "NO_INTERVENTION" && !arm.description.empty() &&
         std::all_of(arms.begin(), arms.end(), [&](const Arm& each) {
           return says_chance(each) == (&each != &arm);
         });
}

/// Whether not all groups can be a matter of chance: those of several parts, or of the
/// healthy or of others who are not randomized beside the ill.
bool is_partly_by_chance(const Trial& trial) {
  const std::vector<Arm>& arms = trial.arms;
  if (trial.design.allocation != "RANDOMIZED" || arms.size() < 3) {
    return false;
  }
  return std::any_of(arms.begin(), arms.end(), [&arms](const Arm& arm) {
    return part_of(arm) != part_of(arms.front()) ||
           is_healthy(arm) != is_healthy(arms.front()) || is_beside_chance(arm, arms);
  });
}

/// Whether chance, and nothing before it, decides on the group.
bool by_chance(const Telling& tell) {
  const Design& design = tell.trial().design;
  return design.allocation == "RANDOMIZED" && design.intervention_model != "SEQUENTIAL" &&
         !is_partly_by_chance(tell.trial());
}

}  // namespace

/// Where groups follow each other, chance may only decide what each person in one gets.
std::string chance(const Telling& tell, std::string_view key) {
  const std::string& allocation = tell.trial().design.allocation;
  if (is_partly_by_chance(tell.trial())) {
    return tell.say("chance_partly");
  }
  if (key == "chance" && tell.trial().design.intervention_model == "SEQUENTIAL") {
    key = "chance_plain";
  }
  return allocation == "RANDOMIZED"       ? tell.say(key)
         : allocation == "NON_RANDOMIZED" ? tell.say("not_chance")
                                          : "";
}

std::string chance_in_short(const Telling& tell) {
  if (!by_chance(tell)) {
    return "";
  }
  const Trial& trial = tell.trial();
  if (trial.design.intervention_model == "CROSSOVER") {
    return tell.say("chance_first");
  }
  const Controls& controls = tell.controls();
  const bool is_plain =
      !controls.only_typed && !controls.drug_as_placebo && !controls.active_placebo;
  const auto has_group = [&tell](std::string_view type) {
    const std::vector<Group>& groups = tell.groups();
    return groups.empty() ||
           std::any_of(groups.begin(), groups.end(),
                       [type](const Group& each) { return each.type == type; });
  };
  return is_plain && controls.placebo && has_group("PLACEBO_COMPARATOR")
             ? tell.say("chance_placebo")
         : is_plain && controls.sham && has_group("SHAM_COMPARATOR")
             ? tell.say("chance_sham")
         : controls.untreated == 1 ? tell.say("chance_untreated")
         : trial.arms.size() < 2   ? tell.say("chance_plain")
                                   : tell.say("chance");
}

std::string brief_pair(const Telling& tell, const Group& other) {
  const std::string control = brief_control(tell, other);
  return by_chance(tell) ? tell.say("chance_this", {{"y", control}})
                         : tell.sentences({tell.say("some_this", {{"y", control}}),
                                           chance(tell, "chance")});
}

std::string brief_groups(const Telling& tell, const std::vector<Group>& groups) {
  if (groups.size() < 2 || groups.size() > most_items) {
    return "";
  }
  const std::vector<std::string> shared = shared_names(tell, groups);
  const std::string list = items(tell, groups, shared);
  const bool all_share = !shared.empty();
  const std::string all =
      all_share
          ? tell.say("all_share", {{"x", tell.words().list(shown_names(tell, shared))}})
          : "";
  const std::string brief =
      by_chance(tell)
          ? tell.sentences(
                {all, tell.say(all_share ? "chance_more" : "chance_each", {{"x", list}})})
          : tell.sentences(
                {tell.count("groups", tell.trial().arms.size()), all,
                 tell.say(all_share ? "they_get_more" : "they_get", {{"x", list}}),
                 chance(tell, "chance")});
  return length_of(brief) <= longest_brief ? brief : "";
}

}  // namespace trialsheet
