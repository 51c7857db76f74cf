// Folding: place names as one looks them up, whatever their accents and capitals.

#pragma once

#include <string>
#include <string_view>

namespace trialsheet {

/// `name` in lower case, without marks and punctuation, words parted by single spaces:
/// "Saint-Étienne" and "saint etienne" fold to the same. Invalid UTF-8 folds to U+FFFD.
std::string fold_place(std::string_view name);

}  // namespace trialsheet
