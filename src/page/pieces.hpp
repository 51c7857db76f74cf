// Pieces: a text cut where fonts, directions and lines may change, and shaped.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/lines.hpp"

namespace trialsheet {

struct Pieces {
  std::string text;
  Direction base = Direction::left_to_right;  ///< of the paragraph
  std::vector<Piece> pieces;
  std::vector<Word> words;
  std::vector<Isolate> isolates;
};

/// Cuts and shapes `text`. A word wider than `widest` is cut again, at punctuation first
/// and between characters if it must be.
Pieces cut_into_pieces(std::string_view text, const std::vector<Stretch>& stretches,
                       Weight weight, Direction base, MicroEm widest, Shaper& shaper);

}  // namespace trialsheet
