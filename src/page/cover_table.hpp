// The table of a cover: what stands in its columns, and how wide they are.

#pragma once

#include <string>
#include <vector>

#include "page/cover.hpp"
#include "page/cover_columns.hpp"
#include "page/setter.hpp"

namespace trialsheet {

/// A text of the table and how it is set.
struct CoverText {
  std::string text;
  const TextStyle* style = nullptr;
};

/// Refers to what it is made of. No word is cut in a column that can be made wide enough
/// for it.
class CoverTable {
 public:
  CoverTable(const CoverOrder& order, const Layout& layout, const Words& words,
             Setter& setter);

  /// Whether each trial has a table of its own, of two columns: the large type, or the
  /// words of all trials, leave no room for six.
  bool is_large() const { return is_large_; }

  /// Trial, status, type, ages, place, page; where it is large what stands for the first
  /// is the trial's number.
  std::vector<CoverText> heads() const;
  std::vector<CoverText> texts_of(const CoverRow& row) const;
  CoverText number_of(const CoverRow& row) const;

  Length width() const { return width_; }
  Length left_of(std::size_t column) const;
  Length width_of(std::size_t column) const { return widths_[column]; }

 private:
  void widen(ColumnNeed& need, const CoverText& text) const;
  std::vector<ColumnNeed> needs() const;
  std::vector<ColumnNeed> large_needs() const;

  const CoverOrder* order_;
  const Styles* styles_;
  const Words* words_;
  Setter* setter_;
  Length width_;
  bool is_large_ = false;
  std::vector<Length> widths_;
};

}  // namespace trialsheet
