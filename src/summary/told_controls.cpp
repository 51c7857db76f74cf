// Told controls: a placebo or sham that only the descriptions of a masked study name, and
// whether what is compared are parts of one body.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "summary/arms.hpp"

namespace trialsheet {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether `word` stands in `text` by itself or as a plural, and is not denied.
bool has_word(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const std::string_view before = text.substr(0, at);
    std::string_view after = text.substr(at + word.size());
    after.remove_prefix(after.starts_with('s') ? 1 : 0);
    const bool denied = before.ends_with("no ") || before.ends_with("non-") ||
                        before.ends_with("not ") || before.ends_with("without ") ||
                        before.ends_with("without a ");
    if (!denied && (before.empty() || !is_letter(before.back())) &&
        (after.empty() || !is_letter(after.front()))) {
      return true;
    }
  }
  return false;
}

/// The same, small or with the capital of a sentence.
bool names(std::string_view text, std::string_view word) {
  std::string capital(word);
  capital.front() = static_cast<char>(capital.front() - 'a' + 'A');
  return has_word(text, word) || has_word(text, capital);
}

bool tells_of_parts(std::string_view text) {
  constexpr std::array<std::string_view, 19> signs = {"intra-patient control",
                                                      "intrapatient control",
                                                      "intra-individual control",
                                                      "intraindividual control",
                                                      "intra-individual compar",
                                                      "intraindividual compar",
                                                      "intra-individual random",
                                                      "intraindividual random",
                                                      "split-mouth",
                                                      "split mouth",
                                                      "split-face",
                                                      "split face",
                                                      "split-body",
                                                      "split-scalp",
                                                      " to the other breast",
                                                      " to the other eye",
                                                      " to the other side of the face",
                                                      " to the other half of the face",
                                                      " to the other half of the wound"};
  const LowerText lower(text);
  return contains_any(lower.view(), signs);
}

/// "x side of face" of "Right side of face", for the left one too; else empty.
std::string without_side(std::string_view label) {
  std::string lower = lower_ascii(label);
  for (const std::string_view side : {"right", "left"}) {
    const std::size_t at = lower.find(side);
    if (at != std::string::npos) {
      return lower.replace(at, side.size(), "x");
    }
  }
  return "";
}

/// Whether two arms are the two sides of something: "Left eye" and "Right eye".
bool are_sides(const std::vector<Arm>& arms) {
  return arms.size() == 2 && lower_ascii(arms[0].label) != lower_ascii(arms[1].label) &&
         !without_side(arms[0].label).empty() &&
         without_side(arms[0].label) == without_side(arms[1].label);
}

}  // namespace

bool compares_parts_of_one(const Trial& trial) {
  return trial.arms.size() > 1 &&
         (are_sides(trial.arms) || tells_of_parts(trial.brief_title) ||
          tells_of_parts(trial.official_title) || tells_of_parts(trial.brief_summary) ||
          std::any_of(trial.arms.begin(), trial.arms.end(),
                      [](const Arm& each) { return tells_of_parts(each.description); }) ||
          std::any_of(
              trial.interventions.begin(), trial.interventions.end(),
              [](const Intervention& each) { return tells_of_parts(each.description); }));
}

bool told_in_text(const Trial& trial, std::string_view word) {
  const std::string& masking = trial.design.masking;
  if (trial.design.study_type != "INTERVENTIONAL" || masking.empty() ||
      masking == "NONE") {
    return false;
  }
  return names(trial.brief_summary, word) || names(trial.detailed_description, word) ||
         std::any_of(trial.arms.begin(), trial.arms.end(),
                     [word](const Arm& each) { return names(each.description, word); }) ||
         std::any_of(
             trial.interventions.begin(), trial.interventions.end(),
             [word](const Intervention& each) { return names(each.description, word); });
}

}  // namespace trialsheet
