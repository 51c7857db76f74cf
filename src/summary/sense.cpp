// Looks at the first words of a rule. The record is in English whatever the sheet is in.

#include "summary/sense.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace trialsheet {
namespace {

/// So far into a rule "must" is its own verb, not one of a clause inside it.
constexpr std::size_t first_words = 6;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : lower_ascii(text)) {
    const bool letter = (c >= 'a' && c <= 'z') || c == '-';
    if (letter) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// "Not willing to" and "not able to" tell their sense: nobody requires that.
bool starts_with_negation(const std::vector<std::string>& words) {
  if (words.front() == "not" && words.size() > 1) {
    return !is_one_of(words[1], {"willing", "able", "capable", "agreeing"});
  }
  return is_one_of(words.front(), {"no", "not", "never", "without"});
}

}  // namespace

bool is_unclear_exclusion(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  const std::size_t count = std::min(words.size(), first_words);
  const bool requires_something =
      std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count),
                  [](const std::string& word) {
                    return is_one_of(word, {"must", "should"});
                  });
  return requires_something || starts_with_negation(words);
}

bool is_unclear_inclusion(std::string_view text) {
  constexpr std::array<std::string_view, 6> kept_out = {
      "will be excluded", "are excluded",    "is excluded",
      "are not eligible", "is not eligible", "were excluded"};
  const std::string lower = lower_ascii(text);
  return std::any_of(kept_out.begin(), kept_out.end(), [&](std::string_view words) {
    return lower.find(words) != std::string::npos;
  });
}

bool leads_into_exceptions(std::string_view text) {
  constexpr std::size_t near_the_end = 40;
  const std::string lower = lower_ascii(text);
  if (!lower.ends_with(':')) {
    return false;
  }
  const std::string end =
      lower.substr(lower.size() - std::min(lower.size(), near_the_end));
  return end.find("except") != std::string::npos ||
         end.find("unless") != std::string::npos ||
         end.find("other than") != std::string::npos;
}

bool names_people(std::string_view heading) {
  constexpr std::array<std::string_view, 19> people = {
      "cohort", "group",    "arm",   "control", "case",  "patient", "healthy",
      "volunt", "particip", "part",  "phase",   "famil", "child",   "adult",
      "parent", "caregiv",  "women", "men",     "stage"};
  const std::vector<std::string> words = words_of(heading);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::any_of(people.begin(), people.end(),
                       [&](std::string_view each) { return word.starts_with(each); });
  });
}

}  // namespace trialsheet
