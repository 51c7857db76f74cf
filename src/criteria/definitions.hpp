// Definitions: items that only say what a word of the rule before them means.

#pragma once

#include <string_view>

namespace trialsheet {

/// "High blood pressure is defined as ..." after a `rule` that names it, "WHO grading of
/// pain:" after one that has each of these words.
bool defines_term(std::string_view text, std::string_view rule);

}  // namespace trialsheet
