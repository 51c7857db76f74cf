// The columns of a cover's table: as wide as their longest words need.

#pragma once

#include <optional>
#include <vector>

#include "base/length.hpp"

namespace trialsheet {

/// What a column would like and must have.
struct ColumnNeed {
  Length usual;          ///< its width where all words fit
  Length least;          ///< of its longest word
  bool may_cut = false;  ///< words of its own may be longer than any column: of a record
};

/// The widths of columns, in their order; their sum is that of the usual ones. A column
/// that needs more for a word than is usual gets it from those that need less, each
/// giving alike of what it can spare. Where that is not enough, words are cut in as few
/// of the columns that may as will do, and these have their usual width. Nothing if it
/// still is not enough.
std::optional<std::vector<Length>> column_widths(const std::vector<ColumnNeed>& needs);

}  // namespace trialsheet
