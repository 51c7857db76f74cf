// Pieces: a text cut where fonts, directions and lines may change, and shaped.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/lines.hpp"

namespace trialsheet {

/// Cuts and shapes `text`. A word wider than `widest` is cut again, at punctuation first
/// and between characters if it must be; Pieces::widest_word tells of the words uncut.
/// `memory` outlives what is returned.
Pieces cut_into_pieces(
    std::string_view text, const std::vector<Stretch>& stretches, Weight weight,
    Direction base, MicroEm widest, Shaper& shaper,
    std::pmr::memory_resource* memory = std::pmr::get_default_resource());

}  // namespace trialsheet
