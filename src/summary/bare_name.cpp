// Bare name: what the API writes before a name, and a number of a list that was typed.

#include "summary/bare_name.hpp"

#include <algorithm>
#include <array>

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

}  // namespace

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
