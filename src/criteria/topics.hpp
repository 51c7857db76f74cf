// Topics: headings that sort the rules and change none ("Concomitant medication:").

#pragma once

#include <string_view>

namespace trialsheet {

/// Whether the line says only what the rules below it are about, in words so general that
/// they mean the same without it: "Medical and surgical history", not "Family history:".
bool names_a_topic(std::string_view line);

/// Where such a line, lettered, stands glued to the end of a rule: "study. C) Laboratory
/// values"; the size of the text if none does.
std::size_t find_next_topic(std::string_view text);

/// Whether the item is such a line by its build: "SMOKING CRITERIA:".
bool is_topic_item(std::string_view text);

// Records that the National Cancer Institute sent until about 2010 hold abstracts of its
// PDQ registry: three sections in capitals, each a list of fields, of which some say
// nothing.

/// "DISEASE CHARACTERISTICS:".
bool names_a_pdq_section(std::string_view line);

/// "Performance status", "Endocrine therapy".
bool names_a_pdq_field(std::string_view line);

/// "Not specified", "See Disease Characteristics".
bool is_empty_pdq_field(std::string_view line);

}  // namespace trialsheet
