// Isolates: parts of a text that are in the other of a sheet's two languages.
//
// A sheet that is not in the record's language encloses each text of the record in U+2068
// FIRST STRONG ISOLATE and U+2069 POP DIRECTIONAL ISOLATE (UAX #9). They nest: at odd
// depth stands the record's language, at even depth (an explanation inside the record's
// words) the sheet's. page/ gives each its own direction and language tag; the two
// characters themselves are never printed, copied or read out.

#pragma once

#include <string>
#include <string_view>

namespace trialsheet {

constexpr char32_t isolate_begin = 0x2068;
constexpr char32_t isolate_end = 0x2069;

/// `text` between the two; as it is if it is empty.
std::string isolated(std::string_view text);

bool has_isolates(std::string_view text);

/// `text` without either, for what is not set: titles, alternatives, descriptions.
std::string without_isolates(std::string_view text);

}  // namespace trialsheet
