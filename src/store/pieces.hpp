// Pieces: the studies of a page or list, cut out of its text byte for byte.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

/// What a JSON text holds. The views are into that text.
struct StudyPieces {
  std::vector<std::string_view> studies;
  std::string_view next_page;        ///< of nextPageToken; empty: none
  std::optional<std::size_t> total;  ///< totalCount
  bool is_page = false;              ///< {"studies": [...]}
};

/// Cuts {"studies": [...]} and [...] into their elements; any other text is one piece.
/// Looks at brackets and strings alone: whoever reads a piece finds what is wrong in it.
/// Nothing if the text ends before its brackets do.
std::optional<StudyPieces> pieces_of(std::string_view text);

/// The elements of the list that is the member `name` of the object `text`, byte for
/// byte; nothing if `text` is no object with such a list. Of JSON that was found to be
/// whole; of members of one name the last.
std::optional<std::vector<std::string_view>> list_in(std::string_view text,
                                                     std::string_view name);

}  // namespace trialsheet
