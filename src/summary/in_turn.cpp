// In turn: what people in a crossover study get, one after the other or together.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "summary/group_phrases.hpp"

namespace trialsheet {
namespace {

/// People to compare with, who get nothing in turn: "Normal controls".
bool is_of_healthy(const Group& group) {
  const std::string lower = lower_ascii(group.labels.front());
  return lower.find("healthy") != lower.npos || lower.find("normal") != lower.npos ||
         lower.find("control") != lower.npos;
}

}  // namespace

std::vector<std::string> things_in_turn(const Telling& tell,
                                        const std::vector<Group>& groups) {
  std::vector<std::string> names;
  for (const Group& group : groups) {
    if (group.type == "NO_INTERVENTION" && group.names.empty() && !is_of_healthy(group)) {
      names.push_back(tell.words().text("what.no_treatment"));
    }
    names.insert(names.end(), group.names.begin(), group.names.end());
  }
  // What one group lists as the placebo that it is another lists by its name alone.
  const std::vector<std::string> all = each_once(names);
  std::erase_if(names, [&all](const std::string& name) {
    return is_among(all, "placebo (" + name + ")");
  });
  return names;
}

bool says_given_together(const Trial& trial) {
  const auto says = [](const std::string& text) {
    const std::string lower = lower_ascii(text);
    return lower.find("co-admin") != lower.npos || lower.find("coadmin") != lower.npos ||
           lower.find(" + ") != lower.npos;
  };
  return says(trial.brief_title + trial.official_title) ||
         std::any_of(trial.arms.begin(), trial.arms.end(), [&says](const Arm& arm) {
           return says(arm.label) || says(arm.description);
         });
}

std::string given_together(const Telling& tell, const std::vector<Group>& groups) {
  constexpr std::array<std::string_view, 8> orders = {
      "sequence", "then", "follow", "first", "cohort", "→", "group", "->"};
  const bool several = std::any_of(groups.begin(), groups.end(), [](const Group& each) {
    return each.names.size() > 1;
  });
  if (!several || groups.size() < 2) {
    return "";
  }
  std::vector<std::string> phrases;
  for (const Group& group : groups) {
    const std::string lower = lower_ascii(group.labels.front());
    const std::string phrase = phrase_of(tell, group);
    if (contains_any(lower, orders) || phrase.empty() || group.names.empty() ||
        group.choice) {
      return "";
    }
    phrases.push_back(phrase);
  }
  const std::vector<std::string> each = each_once(phrases);
  std::string list = each.front();
  for (std::size_t i = 1; i < each.size(); ++i) {
    list = tell.words().text("what.apart", {{"first", list}, {"next", each[i]}});
  }
  constexpr std::size_t longest = 160;
  return each.size() > 1 && length_of(list) <= longest ? list : "";
}

}  // namespace trialsheet
