// Facility: tells people and stand-ins from places by the words of the field, and by the
// people whom the record names elsewhere.

#include "summary/facility.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace trialsheet {
namespace {

using Names = std::vector<std::string>;

/// Beginnings of words that a person's name does not have, but a place's.
constexpr std::array<std::string_view, 34> of_places = {
    "hosp",     "klin",    "clini",  "univ",       "cent",   "zentr",  "instit",
    "med",      "depart",  "dept",   "unit",       "school", "colle",  "labor",
    "research", "office",  "praxis", "pract",      "group",  "trial",  "site",
    "servic",   "health",  "care",   "foundation", "fund",   "cancer", "house",
    "ospedal",  "consult", "study",  "repart",     "facul",  "inc"};

/// What stands beside a person's name.
constexpr std::array<std::string_view, 9> titles = {
    "dr", "prof", "professor", "md", "phd", "doctor", "mr", "ms", "mrs"};

constexpr std::array<std::string_view, 7> stand_ins = {
    "investigational site", "investigative site", "research site",    "study site",
    "clinical site",        "local institution",  "investigator site"};

bool is_title(const std::string& word) {
  return std::find(titles.begin(), titles.end(), word) != titles.end();
}

bool is_of_a_place(const std::string& word) {
  return std::any_of(of_places.begin(), of_places.end(),
                     [&word](std::string_view start) { return word.starts_with(start); });
}

/// The words of `text` in lower case; without full stops "M.D." is "md".
Names words_in(std::string_view text) {
  Names words(1);
  for (const char c : lower_ascii(text)) {
    const bool is_sign = static_cast<unsigned char>(c) < 0x80 && (c < 'a' || c > 'z');
    if (!is_sign) {
      words.back() += c;
    } else if (c != '.' && c != '\'' && !words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) {
    words.pop_back();
  }
  return words;
}

bool is_among(const Names& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether all of `name`, of two words or more, is in the name of a person.
bool is_called(const Names& name, const std::string& person) {
  const Names words = words_in(person);
  return name.size() > 1 &&
         std::all_of(name.begin(), name.end(),
                     [&](const std::string& each) { return is_among(words, each); });
}

bool is_one_of_the_people(const Trial& trial, const Site& site, const Names& name) {
  const auto contact = [&name](const Contact& each) {
    return is_called(name, each.name);
  };
  return std::any_of(site.contacts.begin(), site.contacts.end(), contact) ||
         std::any_of(trial.central_contacts.begin(), trial.central_contacts.end(),
                     contact) ||
         std::any_of(
             trial.officials.begin(), trial.officials.end(),
             [&name](const Official& each) { return is_called(name, each.name); });
}

bool stands_for_any(const std::string& facility) {
  const std::string lower = lower_ascii(facility);
  return std::any_of(stand_ins.begin(), stand_ins.end(), [&lower](std::string_view each) {
    return lower.find(each) != std::string::npos;
  });
}

}  // namespace

bool names_a_place(const Trial& trial, const Site& site) {
  constexpr std::size_t most_words = 4;
  Names name = words_in(site.facility);
  const bool titled = !name.empty() && (is_title(name.front()) || is_title(name.back()));
  std::erase_if(name, is_title);
  const bool may_be_a_person =
      name.size() <= most_words && std::none_of(name.begin(), name.end(), is_of_a_place);
  const bool is_a_person =
      may_be_a_person && (titled || is_one_of_the_people(trial, site, name));
  return !is_a_person && !stands_for_any(site.facility);
}

}  // namespace trialsheet
