// The columns of a cover's table: as wide as their longest words need.

#pragma once

#include <optional>
#include <vector>

#include "base/length.hpp"

namespace trialsheet {

/// What a column would like and must have.
struct ColumnNeed {
  Length usual;  ///< its width where all words fit
  Length least;  ///< of its longest word
  /// Of the longest that is no wider than is usual; for a column whose words may be
  /// longer than any column, those of a record.
  std::optional<Length> least_if_cut = {};
};

/// The widths of columns, in their order; their sum is that of the usual ones. A column
/// that needs more for a word than is usual gets it from those that need less, each
/// giving alike of what it can spare. Where that is not enough, words wider than is usual
/// are cut in as few of the columns that may as will do. Nothing if it still is not
/// enough.
std::optional<std::vector<Length>> column_widths(const std::vector<ColumnNeed>& needs);

}  // namespace trialsheet
