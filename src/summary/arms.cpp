// Arms: reads roles from names and types, and merges arms that get the same.
//
// The words looked for here are those of the record, which is in English whatever the
// language of the sheet.

#include "summary/arms.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "summary/bare_name.hpp"
#include "summary/named_beside.hpp"
#include "summary/subject.hpp"

namespace trialsheet {
namespace {

constexpr std::array<std::string_view, 11> connectors = {
    " and ", " or ", "+", " vs", " plus ", " then ", " followed ", "/", "&", ",", ";"};

constexpr std::array<std::string_view, 18> usual_care = {
    "usual care",         "standard of care",   "standard care",   "standard therapy",
    "standard medical",   "standard treatment", "routine care",    "regular care",
    "treatment as usual", "care as usual",      "usual treatment", "routine treatment",
    "conventional care",  "usual coun",         "usual practice",  "standard practice",
    "routine practice",   "usual medical"};

constexpr std::array<std::string_view, 4> wait_lists = {"waitlist", "wait list",
                                                        "wait-list", "waiting list"};

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

/// Whether `lower` has `word`, or its plural, not denied by "no " or "non-".
bool has_word(std::string_view lower, std::string_view word) {
  for (std::size_t at = lower.find(word); at != std::string_view::npos;
       at = lower.find(word, at + 1)) {
    const std::string_view before = lower.substr(0, at);
    const bool denied = before.ends_with("no ") || before.ends_with("non-") ||
                        before.ends_with("not ") || before.ends_with("without ");
    std::string_view after = lower.substr(at + word.size());
    after.remove_prefix(after.starts_with('s') ? 1 : 0);
    const bool whole = (at == 0 || !is_letter(lower[at - 1])) &&
                       (after.empty() || !is_letter(after.front()));
    if (!denied && whole) {
      return true;
    }
  }
  return false;
}

/// Whether a name says that it imitates something: what is given for a placebo.
bool names_an_imitation(const std::string& name) {
  constexpr std::array<std::string_view, 4> ends = {" simulation agent", " simulant",
                                                    " mimetic agent", " simulation drug"};
  const std::string lower = lower_ascii(name);
  return std::any_of(ends.begin(), ends.end(),
                     [&lower](std::string_view end) { return lower.ends_with(end); });
}

/// Names what the record calls a placebo only among its other names, "Granulated Sugar"
/// is "placebo (Granulated Sugar)", or by its group and what it imitates.
std::string with_role(const Trial& trial, const Arm& arm, const std::string& name) {
  if (arm.type == "PLACEBO_COMPARATOR" && names_an_imitation(name)) {
    return "placebo";
  }
  const auto is_placebo = [](const std::string& other) {
    return role_of(other) == Role::placebo;
  };
  for (const Intervention& each : trial.interventions) {
    if (same_but_capitals(each.name, name) && role_of(name) == Role::treatment &&
        std::any_of(each.other_names.begin(), each.other_names.end(), is_placebo)) {
      return "placebo (" + name + ")";
    }
  }
  return name;
}

/// "Sham stimulation", registered for the arm "Stimulation" beside one called a sham, is
/// not what that arm gets: its label is.
std::string with_label(const Arm& arm, const std::string& name) {
  const std::string label = lower_ascii(arm.label);
  const bool is_label = arm.type == "EXPERIMENTAL" && role_of(name) != Role::treatment &&
                        role_of(label) == Role::treatment &&
                        lower_ascii(name).ends_with(' ' + label);
  return is_label ? arm.label : name;
}

Care care_in(const Arm& arm) {
  const std::string text = lower_ascii(arm.label + " " + arm.description);
  const bool without_treatment = arm.type == "NO_INTERVENTION";
  return without_treatment && contains_any(text, wait_lists)   ? Care::later
         : without_treatment && contains_any(text, usual_care) ? Care::usual
                                                               : Care::none;
}

std::vector<std::string> names_of(const Trial& trial, const Arm& arm) {
  std::vector<std::string> names;
  for (const std::string& name : arm.intervention_names) {
    const std::string bare = with_label(arm, bare_name(name));
    const bool is_tested = arm.type == "EXPERIMENTAL" || arm.type == "ACTIVE_COMPARATOR";
    names.push_back(is_tested ? bare : with_role(trial, arm, bare));
  }
  if (care_in(arm) == Care::none) {
    add_named_beside(trial, arm, names);
  }
  return tidy_names(trial, names);
}

/// The longest word of `name`, by which a description may call it.
std::string main_word(const std::string& name) {
  std::string longest;
  std::string word;
  for (const char c : lower_ascii(name) + " ") {
    if (is_letter(c)) {
      word += c;
      continue;
    }
    longest = word.size() > longest.size() ? word : longest;
    word.clear();
  }
  return longest;
}

/// Whether one of `names` stands in `part`.
std::optional<std::size_t> named_in(std::string_view part,
                                    const std::vector<std::string>& names,
                                    std::optional<std::size_t> other_than) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string word = main_word(names[i]);
    if (i != other_than && word.size() > 3 && part.find(word) != part.npos) {
      return i;
    }
  }
  return std::nullopt;
}

/// Whether `lower` says "or" between two of `names`.
bool says_or_between(std::string_view lower, const std::vector<std::string>& names) {
  constexpr std::size_t near = 40;
  for (std::size_t at = lower.find("or ", 1); at != lower.npos;
       at = lower.find("or ", at + 1)) {
    if (lower[at - 1] != ' ' && lower[at - 1] != '/') {
      continue;
    }
    const std::size_t from = at < near ? 0 : at - near;
    const auto before = named_in(lower.substr(from, at - from), names, std::nullopt);
    if (before && named_in(lower.substr(at + 3, near), names, before)) {
      return true;
    }
  }
  return false;
}

/// Whether people in `arm` get some of `names`, not all.
bool is_choice(const Arm& arm, const std::vector<std::string>& names) {
  const std::string label = lower_ascii(arm.label);
  const bool in_label =
      label.find(" or ") != label.npos || label.find("/or ") != label.npos;
  return names.size() > 1 &&
         (in_label || says_or_between(lower_ascii(arm.description), names));
}

/// "DSME (usual care)", of a group that is compared with; not "usual care and yoga".
bool calls_usual(const Arm& arm, const std::vector<std::string>& names) {
  constexpr std::array<std::string_view, 7> joined = {" and ", " or ", "+",     " plus ",
                                                      "with",  " vs",  "versus"};
  const std::string label = lower_ascii(arm.label);
  const bool compared = arm.type == "ACTIVE_COMPARATOR" || arm.type == "OTHER";
  return compared && names.size() == 1 && contains_any(label, usual_care) &&
         !contains_any(label, joined) &&
         !contains_any(lower_ascii(names.front()), usual_care);
}

/// Whether `arm` gets what it is there to try "in addition to usual care", "+ TAU".
bool tells_of_usual_beside(const Arm& arm) {
  constexpr std::array<std::string_view, 2> short_forms = {"tau", "soc"};
  constexpr std::array<std::string_view, 8> joining = {
      "+",         " plus",       " in addition to", " along with", " combined with",
      " added to", " adjunct to", " alongside"};
  if (arm.type != "EXPERIMENTAL" && arm.type != "ACTIVE_COMPARATOR") {
    return false;
  }
  const std::string text = lower_ascii(arm.label + ". " + arm.description);
  const auto is_joined = [&](std::string_view word) {
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
      std::string_view before = std::string_view(text).substr(0, at);
      for (const std::string_view article : {" the ", " their ", " "}) {
        if (before.ends_with(article)) {
          before.remove_suffix(article.size());
          break;
        }
      }
      if (std::any_of(joining.begin(), joining.end(), [before](std::string_view each) {
            return before.ends_with(each);
          })) {
        return true;
      }
    }
    return false;
  };
  return std::any_of(usual_care.begin(), usual_care.end(), is_joined) ||
         std::any_of(short_forms.begin(), short_forms.end(), is_joined);
}

bool gets_same(const Group& group, const Group& other) {
  return group.names.size() == other.names.size() &&
         std::all_of(
             group.names.begin(), group.names.end(),
             [&other](const std::string& name) { return is_among(other.names, name); });
}

/// Control arms are told apart by their type; experimental and active ones by what they
/// get.
bool is_control(const std::string& type) {
  return type == "PLACEBO_COMPARATOR" || type == "SHAM_COMPARATOR" ||
         type == "NO_INTERVENTION";
}

bool mergeable(const Group& group, const Group& other) {
  const bool controls = is_control(group.type) || is_control(other.type);
  const bool has_names = !group.names.empty() || is_control(group.type);
  return gets_same(group, other) && has_names && group.care == other.care &&
         group.usual == other.usual && group.beside_usual == other.beside_usual &&
         (!controls || group.type == other.type);
}

bool says(const Trial& trial, std::string_view word) {
  const auto named = [word](const std::string& text) {
    return has_word(LowerText(text).view(), word);
  };
  return std::any_of(trial.interventions.begin(), trial.interventions.end(),
                     [&](const Intervention& each) { return named(each.name); }) ||
         std::any_of(trial.arms.begin(), trial.arms.end(),
                     [&](const Arm& each) { return named(each.label); });
}

bool title_says(const Trial& trial, std::string_view word) {
  const auto names_it = [word](std::string_view title) {
    return LowerText(title).view().find(word) != std::string_view::npos;
  };
  if (!names_it(trial.brief_title) && !names_it(trial.official_title)) {
    return false;  // as nearly every title
  }
  const std::string title = lower_ascii(trial.brief_title + " " + trial.official_title);
  return has_word(title, std::string(word) + "-controlled") ||
         has_word(title, std::string(word) + " controlled");
}

/// The type of an arm; one that the record calls a sham and nothing calls a placebo is a
/// sham whatever its type, and one whose label names either has not nothing.
std::string type_of(const Trial& trial, const Arm& arm) {
  if (arm.type == "NO_INTERVENTION") {
    const Role role = role_of(arm.label);
    return role == Role::sham      ? "SHAM_COMPARATOR"
           : role == Role::placebo ? "PLACEBO_COMPARATOR"
                                   : arm.type;
  }
  const bool sham = arm.type == "PLACEBO_COMPARATOR" && says(trial, "sham") &&
                    !says(trial, "placebo") && !title_says(trial, "placebo");
  return sham ? "SHAM_COMPARATOR" : arm.type;
}

}  // namespace

Role role_of(std::string_view name) {
  const LowerText lower(name);
  const Role role = has_word(lower.view(), "placebo") ? Role::placebo
                    : has_word(lower.view(), "sham")  ? Role::sham
                                                      : Role::treatment;
  const bool is_one = role != Role::treatment && !contains_any(lower.view(), connectors);
  return is_one ? role : Role::treatment;
}

Controls controls_of(const Trial& trial) {
  Controls controls;
  controls.placebo = says(trial, "placebo") || title_says(trial, "placebo");
  controls.sham = says(trial, "sham") || title_says(trial, "sham");
  controls.drug_as_placebo = calls_drugs_a_placebo(trial);
  controls.only_typed = is_only_typed(trial);
  for (const Arm& arm : trial.arms) {
    const std::string type = type_of(trial, arm);
    controls.placebo = controls.placebo || type == "PLACEBO_COMPARATOR";
    controls.sham = controls.sham || type == "SHAM_COMPARATOR";
    controls.untreated += type == "NO_INTERVENTION" ? 1u : 0u;
  }
  controls.active_placebo = controls.placebo && has_active_placebo(trial);
  const bool named = controls.placebo || (controls.sham && !controls.only_typed);
  controls.placebo_told = !named && told_in_text(trial, "placebo");
  controls.sham_told = !named && !controls.sham && told_in_text(trial, "sham");
  return controls;
}

std::vector<Group> groups_of(const Trial& trial) {
  std::vector<Group> groups;
  const bool has_usual =
      std::any_of(trial.arms.begin(), trial.arms.end(),
                  [](const Arm& arm) { return care_in(arm) == Care::usual; });
  for (const Arm& arm : trial.arms) {
    const std::vector<std::string> names = names_of(trial, arm);
    const Group group{type_of(trial, arm),
                      names,
                      {arm.label},
                      care_in(arm),
                      is_choice(arm, names),
                      calls_usual(arm, names),
                      has_usual && tells_of_usual_beside(arm)};
    const auto found =
        std::find_if(groups.begin(), groups.end(),
                     [&](const Group& other) { return mergeable(group, other); });
    if (found == groups.end()) {
      groups.push_back(group);
    } else {
      found->labels.push_back(arm.label);
      found->choice = found->choice || group.choice;
    }
  }
  return groups;
}

}  // namespace trialsheet
