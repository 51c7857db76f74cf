// Bare name: what the API writes before a name, and a number of a list that was typed.

#include "summary/bare_name.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace trialsheet {
namespace {

constexpr std::array<std::string_view, 11> type_prefixes = {"Drug: ",
                                                            "Device: ",
                                                            "Biological: ",
                                                            "Procedure: ",
                                                            "Radiation: ",
                                                            "Behavioral: ",
                                                            "Genetic: ",
                                                            "Dietary Supplement: ",
                                                            "Combination Product: ",
                                                            "Diagnostic Test: ",
                                                            "Other: "};

/// How many bytes of `name` number it in a list: "1). ", "2) ".
std::size_t list_number(std::string_view name) {
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  const std::size_t words = std::min(name.find_first_not_of("). ", digits), name.size());
  const bool numbers = digits > 0 && digits < 3 && name.substr(digits, 1) == ")";
  return numbers && words < name.size() ? words : 0;
}

/// A word long enough to be no abbreviation.
bool is_one_word(std::string_view text) {
  constexpr std::size_t shortest = 4;
  return text.size() >= shortest && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
         });
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  text.remove_suffix(text.size() - (text.find_last_not_of(' ') + 1));
  return text;
}

/// Where the next name of a list ends, and how long what parts it from the one after is.
std::pair<std::size_t, std::size_t> end_of_name(std::string_view list) {
  constexpr std::string_view last = " and ";
  const std::size_t comma = std::min(list.find(','), list.size());
  const std::size_t next = list.find(last);
  return next < comma ? std::pair{next, last.size()} : std::pair{comma, std::size_t{1}};
}

}  // namespace

std::vector<std::string> listed_names(const std::string& name) {
  constexpr std::size_t fewest = 3;
  std::vector<std::string> names;
  std::string_view rest = name;
  while (!rest.empty()) {
    const auto [end, sign] = end_of_name(rest);
    const std::string_view each = trimmed(rest.substr(0, end));
    if (!each.empty()) {
      names.emplace_back(each);
    }
    rest.remove_prefix(std::min(end + sign, rest.size()));
  }
  const bool is_list =
      names.size() >= fewest && std::all_of(names.begin(), names.end(), is_one_word);
  return is_list ? names : std::vector<std::string>{name};
}

std::string bare_name(std::string_view registered) {
  for (const std::string_view prefix : type_prefixes) {
    if (registered.starts_with(prefix) && registered.size() > prefix.size()) {
      registered.remove_prefix(prefix.size());
      break;
    }
  }
  return std::string(registered.substr(list_number(registered)));
}

}  // namespace trialsheet
