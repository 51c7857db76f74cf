// Named beside: looks for names with a plus or its like before or after them.

#include "summary/named_beside.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "base/text.hpp"
#include "summary/arms.hpp"
#include "summary/bare_name.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t shortest_name = 4;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Whether `before` ends, or `after` begins, with what joins two things.
bool is_joined(std::string_view before, std::string_view after) {
  constexpr std::array<std::string_view, 6> joins_next = {
      "+", " plus", " in addition to", " along with", " combined with", " together with"};
  const auto last = before.find_last_not_of(' ');
  const std::string_view trimmed = before.substr(0, last == before.npos ? 0 : last + 1);
  const auto first = after.find_first_not_of(' ');
  return after.substr(std::min(first, after.size())).starts_with('+') ||
         after.starts_with(" plus ") || after.starts_with(" in addition to ") ||
         std::any_of(
             joins_next.begin(), joins_next.end(),
             [trimmed](std::string_view each) { return trimmed.ends_with(each); });
}

/// Whether `name` stands in `text`, both in small letters, joined with something else.
bool stands_joined(std::string_view text, std::string_view name) {
  for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool whole = (at == 0 || !is_letter(text[at - 1])) &&
                       (end == text.size() || !is_letter(text[end]));
    if (whole && is_joined(text.substr(0, at), text.substr(end))) {
      return true;
    }
  }
  return false;
}

/// What is compared, or comes after something else, is not given with it.
bool may_tell_of_others(std::string_view lower) {
  constexpr std::array<std::string_view, 8> words = {
      "compar", "versus", " vs", "without", "followed by", " then ", " or ", "sequence"};
  return std::any_of(words.begin(), words.end(), [lower](std::string_view word) {
    return lower.find(word) != lower.npos;
  });
}

/// Whether one of `names` has `name` in it: "A plus B" has B.
bool is_part_of_one(const std::vector<std::string>& names, const std::string& name) {
  return std::any_of(names.begin(), names.end(), [&name](const std::string& each) {
    return lower_ascii(each).find(lower_ascii(name)) != each.npos ||
           lower_ascii(name).find(lower_ascii(each)) != name.npos;
  });
}

void add_joined(std::string_view text, const std::string& name,
                std::vector<std::string>& names) {
  if (name.size() >= shortest_name && role_of(name) == Role::treatment &&
      !is_part_of_one(names, name) && stands_joined(text, lower_ascii(name))) {
    names.push_back(name);
  }
}

bool has_any(std::string_view lower, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [lower](std::string_view word) {
    return lower.find(word) != lower.npos;
  });
}

/// A label that names a treatment by itself: "WBRT", if that is described as one; not
/// "Control group", nor "Sleep apnea".
bool names_treatment(const Arm& arm) {
  constexpr std::size_t longest = 40;
  const std::string label = lower_ascii(arm.label);
  return arm.type == "NO_INTERVENTION" && label.size() <= longest &&
         !has_any(label, {"control", "group", "arm", "no ", "without", "standard",
                          "usual", "wait", "normal", "healthy", "placebo", "sham",
                          "cohort", "care", "tau", "patient", "+"}) &&
         has_any(label + " " + lower_ascii(arm.description),
                 {"therap", "surger", "radiation", "chemo", "exercise", " mg", "counsel",
                  "training", "ectomy"});
}

}  // namespace

void add_named_beside(const Trial& trial, const Arm& arm,
                      std::vector<std::string>& names) {
  if (arm.type == "NO_INTERVENTION") {
    const bool is_shared =
        names.empty() && names_treatment(arm) &&
        std::any_of(trial.arms.begin(), trial.arms.end(), [&arm](const Arm& other) {
          return other.type != "NO_INTERVENTION" &&
                 stands_joined(lower_ascii(other.label), lower_ascii(arm.label));
        });
    if (is_shared) {
      names.push_back(arm.label);
    }
    return;
  }
  const bool looks = arm.type == "EXPERIMENTAL" || arm.type == "ACTIVE_COMPARATOR";
  if (!looks || names.empty() || trial.arms.size() < 2) {
    return;
  }
  // Of several things a description may tell how each is given, and not all at once.
  const std::string text =
      lower_ascii(names.size() == 1 ? arm.label + ". " + arm.description : arm.label);
  if (may_tell_of_others(text)) {
    return;
  }
  for (const Intervention& each : trial.interventions) {
    add_joined(text, bare_name(each.name), names);
  }
  for (const Arm& other : trial.arms) {
    if (names_treatment(other)) {
      add_joined(lower_ascii(arm.label), other.label, names);
    }
  }
}

}  // namespace trialsheet
