// Compare: holds the texts of a language against the English ones.

#pragma once

#include "words/catalog.hpp"
#include "words/data.hpp"

namespace trialsheet {

/// Throws Error{Fault::layout} with the file and the pointer unless `catalog`, read from
/// `data`, has the keys of `english`, each with the same placeholders, and its texts name
/// what they must (what.named_by). The names of countries are each language's own.
void compare_with_english(const Data& data, const Catalog& catalog,
                          const Catalog& english);

}  // namespace trialsheet
