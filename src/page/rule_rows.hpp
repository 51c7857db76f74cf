// Rule rows: a rule as the rows of its column that it takes, a text each.

#pragma once

#include <vector>

#include "page/blocks.hpp"

namespace trialsheet {

enum class Divider { line, none };

/// A row as it stands in its column.
struct Row {
  const Rule* rule;
  int wording;
  int depth;
  Divider above;  ///< what parts it from the row before
  bool opens;     ///< padding above; none right below a parent
  bool closes;    ///< padding below; none right above a first child
  int boxes;      ///< of Yes, No and Ask the last so many

  /// How often it has the padding of rows.
  int paddings() const { return (opens ? 1 : 0) + (closes ? 1 : 0); }
};

/// The rows of a rule in a wording, each parent before its children.
std::vector<Row> rows_of(const Rule& rule, int wording);

/// What the boxes and the room to write beside them take of a row.
Length beside_text(const Scene& scene);

/// From the left edge of the column to a row's text.
Length indent_of(const Scene& scene, const Row& row);

const SetText& row_text(const Scene& scene, int column, const Row& row);

/// What is around the texts of rows, with the air that a scene has.
struct RowAir {
  Length padding;  ///< above a row that opens, below one that closes
  Length least;    ///< that a row with boxes has at least: room to write in it
};
RowAir row_air(const Scene& scene, int column);

/// The height of a row whose text has `text`.
inline Length row_height(Length text, int paddings, bool has_boxes, const RowAir& air) {
  const auto height = text + paddings * air.padding;
  return has_boxes && height < air.least ? air.least : height;
}

}  // namespace trialsheet
