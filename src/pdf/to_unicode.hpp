// ToUnicode: the map from codes back to characters (ISO 32000-1, 9.10.3).

#pragma once

#include <span>
#include <string>

namespace trialsheet {

struct CodedGlyph;

/// The CMap in which code i (from 1) stands for the text of `glyphs[i]`.
///
/// U+0000, U+FEFF and U+FFFE are not allowed in it (PDF/UA-1, 7.21.7), and private
/// characters mean nothing to anybody else (PDF/A-3a, 6.2.11.7.3): U+FFFD stands for
/// them.
std::string to_unicode_map(std::span<const CodedGlyph> glyphs);

}  // namespace trialsheet
