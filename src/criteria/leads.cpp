// Leads: told by their last words and signs.

#include "criteria/leads.hpp"

#include <algorithm>
#include <array>

#include "criteria/groups.hpp"
#include "criteria/words_of.hpp"

namespace trialsheet {

bool leads(std::string_view text) {
  return text.ends_with(':') || text.ends_with("\xEF\xBC\x9A") ||  // full-width colon
         points_at_items(text);
}

bool is_capital_subheading(const Line& line) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return line.marker == Marker::none && line.indent == 0 && leads(line.text) &&
         line.text.size() >= 8 &&
         std::none_of(line.text.begin(), line.text.end(), is_lower);
}

bool breaks_off(std::string_view text) {
  constexpr std::array<std::string_view, 9> open = {" of",   " the", " to", " in",  " by",
                                                    " than", " a",   " an", " from"};
  return std::any_of(open.begin(), open.end(),
                     [text](std::string_view end) { return text.ends_with(end); });
}

bool ends_in_or(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" ,;.:");
  text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
  return text.ends_with(" or") || text.ends_with(" OR");
}

bool starts_with_letter(std::string_view text) {
  const char c = text.empty() ? ' ' : text[0];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool asks_for_amount(std::string_view label) {
  constexpr std::size_t longest = 24;
  return leads(label) && label.size() <= longest &&
         has_word_of(label, " age ages bmi weight ");
}

}  // namespace trialsheet
