// Index name: tells "Pain, Chronic", which is one thing, from "Pain, Fever", which are
// two.

#include "summary/index_name.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace trialsheet {
namespace {

bool is_one_of(std::string_view word,
               const std::initializer_list<std::string_view>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// "chronic", "myeloid", "type 2": what is said of a noun, or "breast", which stands
/// before one.
bool describes(std::string_view lower) {
  constexpr std::size_t shortest = 5;
  constexpr std::array<std::string_view, 8> endings = {"al", "ic",  "ous",  "ive",
                                                       "ar", "oid", "cell", "genic"};
  const std::string_view word = lower.substr(lower.rfind(' ') + 1);
  if (lower.starts_with("type ") ||
      is_one_of(word, {"acute",      "severe",       "mild",         "moderate",
                       "juvenile",   "adult",        "lung",         "breast",
                       "coronary",   "pulmonary",    "primary",      "secondary",
                       "hereditary", "cigarette",    "induced",      "advanced",
                       "refractory", "relapsed",     "drug-induced", "resistant",
                       "recurrent",  "intermittent", "malignant",    "persistent",
                       "adolescent", "unresectable"})) {
    return true;
  }
  return word.size() >= shortest &&
         !is_one_of(word,
                    {"withdrawal", "removal", "refusal",    "survival",   "hospital",
                     "arousal",    "trial",   "metal",      "signal",     "panic",
                     "colic",      "topic",   "clinic",     "arsenic",    "epidemic",
                     "pandemic",   "music",   "antibiotic", "anesthetic", "contraceptive",
                     "sugar",      "animal",  "individual", "vehicular",  "genital"}) &&
         std::any_of(endings.begin(), endings.end(),
                     [word](std::string_view ending) { return word.ends_with(ending); });
}

bool ends_a_list(std::string_view lower) {
  return is_one_of(lower, {"other", "unspecified", "nos", "not specified"});
}

std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts;
  while (!name.empty()) {
    const std::size_t comma = std::min(name.find(','), name.size());
    parts.push_back(one_line(name.substr(0, comma)));
    name.remove_prefix(std::min(comma + 1, name.size()));
  }
  return parts;
}

}  // namespace

std::string uninverted(const std::string& name) {
  constexpr std::size_t most_parts = 4;
  if (name.find_first_of(";/()&") != name.npos || name.find(',') == name.npos) {
    return "";
  }
  std::vector<std::string> parts = parts_of(name);
  if (parts.size() > 1 && ends_a_list(lower_ascii(parts.back()))) {
    parts.pop_back();
  }
  const bool is_one =
      parts.size() <= most_parts && !describes(lower_ascii(parts.front())) &&
      std::all_of(parts.begin() + 1, parts.end(), [](const std::string& part) {
        const std::string lower = lower_ascii(part);
        return describes(lower) && lower.find(" and ") == lower.npos &&
               lower.find(" or ") == lower.npos && !lower.starts_with("and ");
      });
  if (!is_one) {
    return "";
  }
  std::string said;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    said += (said.empty() ? "" : " ") + *part;
  }
  return said;
}

}  // namespace trialsheet
