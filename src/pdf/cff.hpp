// A font of PostScript outlines as the PDF needs it: a small one with nothing but the
// glyphs of one document.
//
// East Asian fonts come like this (OpenType table "CFF "; Adobe Technical Notes 5176, the
// Compact Font Format, and 5177, Type 2 charstrings).

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "pdf/sfnt.hpp"

namespace trialsheet {

/// A CID-keyed font whose CIDs 0, 1, 2 ... are `glyphs` of `cff`, the table of a font.
/// Glyphs may repeat. Subroutines are put where they are called, hints are left out.
/// Throws Error{Fault::setup} if the table is damaged.
std::string cff_subset(const SfntBytes& cff, std::string_view name,
                       std::span<const std::uint16_t> glyphs);

}  // namespace trialsheet
