// Untreated: what is told of a group that gets nothing of the study.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/tokens.hpp"
#include "summary/telling.hpp"

namespace trialsheet {
namespace {

std::string_view key_of(Care care) {
  return care == Care::usual   ? "what.usual_care"
         : care == Care::later ? "what.treatment_later"
                               : "what.no_treatment";
}

/// Words of labels that tell nothing of what a group does get: "Control group B".
bool tells_nothing(std::string_view word) {
  constexpr std::array<std::string_view, 25> words = {
      "control", "controls",     "controlled",  "group",     "groups",
      "arm",     "arms",         "no",          "non",       "without",
      "study",   "intervention", "treatment",   "untreated", "comparator",
      "of",      "comparison",   "observation", "only",      "the",
      "cohort",  "normal",       "waitlist",    "condition", "therapy"};
  return word.size() < 3 || std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string untreated_text(const Telling& tell, const Group& group) {
  constexpr std::size_t longest = 40;
  const Words& words = tell.words();
  const std::string plain = words.text(key_of(group.care));
  if (group.care != Care::none || group.labels.size() != 1) {
    return plain;
  }
  const std::string label = without_stop(group.labels.front());
  const Tokens tokens(label);
  const bool tells = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == Token::Kind::word && !tells_nothing(token.plain);
  });
  return tells && length_of(label) <= longest
             ? words.text("what.untreated_called",
                          {{"x", plain}, {"label", quoted(words, label)}})
             : plain;
}

}  // namespace trialsheet
