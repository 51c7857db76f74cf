// Plain cut: the quick way for a text of one font, or with a lead in another weight, that
// runs from left to right, as nearly all texts are. Its words are measured here, and
// shaped only if they are painted.

#pragma once

#include <string_view>
#include <vector>

#include "page/lines.hpp"

namespace trialsheet {

/// Cuts `text`, which outlives `cut`, as cut_into_pieces() would for a sheet from left to
/// right. False, and nothing done, if the text needs more than this: several stretches,
/// further fonts, another direction, parts in another language, a script that breaks
/// lines by rules of its own, line ends.
bool cut_plainly(Pieces& cut, std::string_view text,
                 const std::vector<Stretch>& stretches, Weight weight, Shaper& shaper);

}  // namespace trialsheet
