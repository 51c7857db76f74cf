// Told controls: a placebo or sham that only the descriptions of a masked study name.

#include <algorithm>
#include <array>

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

}  // namespace

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
