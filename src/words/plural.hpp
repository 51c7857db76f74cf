// Plural rules: which form of a text a number takes, as CLDR has it (language by
// language).

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace trialsheet {

/// CLDR's six plural categories.
enum class Plural { zero, one, two, few, many, other };

/// The category of a whole number n >= 0.
using PluralRule = Plural (*)(std::int64_t n);

/// That of `language` (BCP 47; only its first part counts). A language that is not known
/// here has `other` only.
PluralRule plural_rule(std::string_view language);

/// The categories that whole numbers take in `language`: the forms a text must have.
std::vector<Plural> plural_categories(std::string_view language);

/// "one", "other", ...
std::string_view name_of(Plural category);

/// The category called `name`; nothing if none is.
std::optional<Plural> plural_named(std::string_view name);

}  // namespace trialsheet
