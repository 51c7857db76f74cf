// Definitions: told by "is defined as", and by words of the rule before.

#include "criteria/definitions.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "criteria/lines.hpp"
#include "criteria/words_of.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t longest_term = 100;

/// Whether the rule has one of the terms in "High blood pressure, or hypertension, is".
bool names_a_term(std::string_view subject, std::string_view rule) {
  constexpr std::size_t shortest = 4;
  constexpr std::array<std::string_view, 4> verbs = {" is", " are", " was", " were"};
  const auto verb =
      std::find_if(verbs.begin(), verbs.end(),
                   [subject](std::string_view end) { return subject.ends_with(end); });
  if (verb == verbs.end()) {
    return false;
  }
  subject.remove_suffix(verb->size());
  const std::string lower = lower_ascii(subject);
  const std::string in = lower_ascii(rule);
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of(",(\"/", at), lower.size());
    std::string_view term = trimmed(std::string_view(lower).substr(at, end - at));
    term.remove_prefix(term.starts_with("or ") ? 3 : 0);
    if (term.size() >= shortest && in.find(term) != std::string::npos) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

/// "KDIGO staging of AKI:", each word of which the rule has.
bool heads_a_definition(std::string_view text, std::string_view rule) {
  constexpr std::string_view heads = " classification definition grading staging ";
  constexpr std::size_t shortest = 3;
  const std::size_t colon = text.substr(0, longest_term).find(':');
  const std::size_t of = text.find(" of ");
  if (of >= colon || colon == text.npos || !has_word_of(text.substr(0, of), heads)) {
    return false;
  }
  const std::string in = lower_ascii(rule);
  const std::vector<LineWord> words = words_of(text.substr(0, colon));
  return std::all_of(words.begin(), words.end(), [&in](const LineWord& word) {
    return word.text.size() < shortest || in.find(word.text) != in.npos;
  });
}

}  // namespace

bool defines_term(std::string_view text, std::string_view rule) {
  constexpr std::size_t reach = 1000;
  rule = rule.substr(0, reach);
  const std::size_t defined = text.substr(0, longest_term).find(" defined ");
  return defined != text.npos ? names_a_term(text.substr(0, defined), rule)
                              : heads_a_definition(text, rule);
}

}  // namespace trialsheet
