// Labels: what counts items where a plain number does not: "5.2.3", "a.", "(ii)".

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

/// Bytes of a number in levels with the spaces behind it, at the start of `text`: "5.2.3
/// Words", "3.4. Words", not "1.5 ULN". 0 if there is none.
std::size_t levels_length(std::string_view text);

/// Such a number's own figure, and what stands before it: 4 and "3" of "3.4. ".
std::size_t last_level(std::string_view label);
std::string_view upper_levels(std::string_view label);

/// Where a list in levels starts in `text` behind its title ("General 5.1.1 Words",
/// "Liver: 3.1. Words"), or its size.
std::size_t find_first_level(std::string_view text);

/// "Liver: Words" of "Liver: 3.1. Words".
std::string without_first_level(std::string text);

/// Where the item after the one with this label starts in `text`, and the bytes of its
/// own label; npos: nowhere.
struct LabelAt {
  std::size_t at = static_cast<std::size_t>(-1);
  std::size_t length = 0;
};
LabelAt find_next_label(std::string_view text, std::string_view label);

/// The rules of an item with this label whose text goes on with the next label of its
/// list ("ii. Words iii. Words" of "i."), the item's own words first; one part if it does
/// not. A single letter must stand behind what parts rules: "; b. words".
std::vector<std::string_view> next_labels(std::string_view text, std::string_view label);

}  // namespace trialsheet
