// Group phrases: what a group gets, in words that fit into any sentence about it.

#include "summary/group_phrases.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace trialsheet {
namespace {

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
  return tell.words().from_record(
      tell.naming().with_article(tell.naming().in_sentence(without_stop(name))));
}

/// All that the first paragraph names.
std::vector<std::string> all_tested(const Telling& tell) {
  Tested tested = tell.tested();
  tested.names.insert(tested.names.end(), tested.against.begin(), tested.against.end());
  return tested.names;
}

bool gets_only_tested(const Telling& tell, const Group& group) {
  const std::vector<std::string> tested = all_tested(tell);
  return std::all_of(
      group.names.begin(), group.names.end(), [&](const std::string& name) {
        return std::find(tested.begin(), tested.end(), name) != tested.end();
      });
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
  if (names_control(tell, list, control) ||
      lower_ascii(list).find(control) != std::string::npos) {
    return list;
  }
  return words.text(gets_only_tested(tell, group) ? texts.listed : texts.as_group,
                    {{"x", list}});
}

bool is_control(const Group& group) {
  return group.type == "PLACEBO_COMPARATOR" || group.type == "SHAM_COMPARATOR";
}

/// Whether `group` gets something that not all do.
bool gets_its_own(const Group& group, const std::vector<Group>& groups) {
  return std::any_of(
      group.names.begin(), group.names.end(), [&groups](const std::string& name) {
        return !std::all_of(groups.begin(), groups.end(), [&name](const Group& each) {
          return is_among(each.names, name);
        });
      });
}

}  // namespace

bool names_control(const Telling& tell, const std::string& text,
                   const std::string& control) {
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
    return is_control(group) && gets_only_tested(tell, group) ? "" : names;
  }
  if (group.type == "PLACEBO_COMPARATOR") {
    return control_phrase(tell, group, names, placebo_texts);
  }
  if (group.type == "SHAM_COMPARATOR") {
    return control_phrase(tell, group, names, sham_texts);
  }
  return names.empty()        ? names
         : group.usual        ? words.text("what.usual_called", {{"x", names}})
         : group.beside_usual ? words.text("what.with_usual", {{"x", names}})
                              : names;
}

bool tells_what_typed_get(const Telling& tell, const std::string& text) {
  const std::vector<Group>& groups = tell.groups();
  return std::all_of(groups.begin(), groups.end(), [&](const Group& group) {
    const bool typed = is_control(group);
    const std::string phrase = typed ? phrase_of(tell, group) : std::string();
    return !typed || (!phrase.empty() && gets_its_own(group, groups) &&
                      text.find(phrase) != text.npos);
  });
}

}  // namespace trialsheet
