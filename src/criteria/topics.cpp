// Topics: told by words that name no condition of their own.

#include "criteria/topics.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "criteria/words_of.hpp"

namespace trialsheet {
namespace {

constexpr std::string_view topical =
    " abnormal abnormalities additional and assessments characteristics clinical "
    "comorbidities concerns concomitant concurrent condition conditions criteria "
    "criterion "
    "current "
    "demographic demographics disease diseases eligibility exclusion exclusions "
    "experience "
    "findings for general history illness illnesses inclusion laboratory labs medical "
    "medication medications miscellaneous of or organ organs other others previous prior "
    "procedures "
    "related requirements surgical system systems therapies therapy treatment treatments "
    "trial study "
    "value values ";

bool is_in(std::string_view list, std::string_view word) {
  return stands_in(list, word);
}

/// "prior", "cancer-specific", "prior/concomitant".
bool is_topical(std::string_view word) {
  const std::size_t slash = word.find('/');
  if (slash != std::string_view::npos) {
    return is_topical(word.substr(0, slash)) && is_topical(word.substr(slash + 1));
  }
  return is_in(topical, word) || word.ends_with("-specific") ||
         word.ends_with("-related");
}

bool ends_in_colon(std::string_view line) {
  return line.ends_with(':') || line.ends_with("\xEF\xBC\x9A");
}

/// "Laser specific:", whatever the first word is but people or a part of the study.
bool is_specific(std::string_view line, const std::vector<LineWord>& words) {
  constexpr std::string_view people =
      " adult arm child cohort control controls donor female gender group male partner "
      "patient phase sex women men ";
  return words.size() == 2 && words[1].text == "specific" && ends_in_colon(line) &&
         !is_in(people, words[0].text);
}

}  // namespace

bool names_a_topic(std::string_view line) {
  constexpr std::size_t longest = 60;
  if (line.empty() || line.size() > longest || line.ends_with('.')) {
    return false;
  }
  const std::vector<LineWord> words = words_of(line);
  if (is_specific(line, words)) {
    return true;
  }
  const bool related = words.size() == 1 && !ends_in_colon(line) &&
                       !words[0].text.ends_with("-specific") &&
                       !words[0].text.ends_with("-related");
  return !words.empty() && !related &&
         std::all_of(words.begin(), words.end(),
                     [](const LineWord& word) { return is_topical(word.text); });
}

std::size_t find_next_topic(std::string_view text) {
  const std::size_t close = text.rfind(") ");
  if (close == std::string_view::npos || close < 3) {
    return text.size();
  }
  const std::size_t letter = close - 1;
  const std::size_t stop = text.find_last_not_of(' ', letter - 1);
  const bool lettered = text[letter] >= 'B' && text[letter] <= 'H' &&
                        stop != std::string_view::npos && text[stop] == '.';
  const std::string_view topic = text.substr(close + 2);
  return lettered && (names_a_topic(topic) || topic == "Other") ? letter : text.size();
}

bool names_a_pdq_section(std::string_view line) {
  line.remove_suffix(line.ends_with(':') ? 1 : 0);
  return line == "DISEASE CHARACTERISTICS" || line == "PATIENT CHARACTERISTICS" ||
         line == "PRIOR CONCURRENT THERAPY";
}

bool names_a_pdq_field(std::string_view line) {
  constexpr std::array<std::string_view, 18> fields = {"age",
                                                       "sex",
                                                       "menopausal status",
                                                       "hormone receptor status",
                                                       "performance status",
                                                       "life expectancy",
                                                       "hematopoietic",
                                                       "hepatic",
                                                       "renal",
                                                       "cardiovascular",
                                                       "pulmonary",
                                                       "other",
                                                       "biologic therapy",
                                                       "chemotherapy",
                                                       "endocrine therapy",
                                                       "radiotherapy",
                                                       "surgery",
                                                       "immunologic"};
  line.remove_suffix(line.ends_with(':') ? 1 : 0);
  return std::find(fields.begin(), fields.end(), lower_ascii(line)) != fields.end();
}

bool is_empty_pdq_field(std::string_view line) {
  return line == "Not specified" || line == "Not applicable" ||
         line == "See Disease Characteristics" || line == "See Patient Characteristics" ||
         line == "See Prior Concurrent Therapy";
}

bool is_topic_item(std::string_view text) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const std::vector<LineWord> words =
      text.size() <= 60 && ends_in_colon(text) ? words_of(text) : std::vector<LineWord>{};
  if (words.size() < 2 || std::any_of(words.begin(), words.end(), makes_a_sentence)) {
    return false;
  }
  const bool capitals = std::none_of(text.begin(), text.end(), is_lower);
  return capitals || (names_a_topic(text) && words.back().text == "criteria");
}

}  // namespace trialsheet
