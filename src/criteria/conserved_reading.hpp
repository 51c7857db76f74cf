// Reading for the conservation check: a text as what it says, in its order.

#pragma once

#include <string_view>
#include <vector>

#include "words/equivalents.hpp"

namespace trialsheet {

/// The meanings of a text, whose tokens are `tokens`. What is written after its number
/// ("or older") comes before it; "age" is said once, however often the text says it.
/// Words that `equivalents` does not know stand for themselves: in lower case and
/// singular, but as written if they hold capitals inside ("eGFR").
std::vector<Meaning> meanings_of(const Equivalents& equivalents, std::string_view text,
                                 const Tokens& tokens);

/// Of these the order in a text counts, and whatever stands between two of them must stay
/// between them.
bool orders(const Meaning& meaning);

}  // namespace trialsheet
