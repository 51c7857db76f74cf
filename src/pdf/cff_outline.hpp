// Outlines in the form of Type 2 charstrings (Technical Note 5177).

#pragma once

#include <string>

#include "pdf/cff_table.hpp"

namespace trialsheet {

/// The outline of `glyph` with its subroutines put where they are called, and without
/// hints, which are a third of a font and of which paper needs none.
std::string flat_outline(const CffTable& table, std::uint16_t glyph);

}  // namespace trialsheet
