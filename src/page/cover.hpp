// The cover of a bundle: its trials in a table, on as many pages as that needs.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "page/brand.hpp"
#include "page/layout.hpp"
#include "page/page.hpp"
#include "page/shape.hpp"
#include "summary/summary.hpp"

namespace trialsheet {

/// A trial of a bundle.
struct CoverRow {
  std::string nct;
  std::string title;  ///< as in a Summary, between isolates where need be
  Glance glance;
  int page = 0;  ///< the number that its sheet begins with
};

/// What a cover says beside its trials.
struct CoverOrder {
  std::vector<CoverRow> rows;
  std::string record_language = "en";
  bool is_near = false;             ///< places are the nearest to the reader
  std::vector<std::string> footer;  ///< sentences, as of a sheet
  std::optional<Date> printed;
};

/// The pages of a cover. Row i of the table leads to the sheet i. In large type the table
/// is one of two columns for each trial: wider ones would not hold a word. A brand's
/// letterhead stands on the first page, its extra page after the last.
Sheet make_cover(const CoverOrder& order, const Layout& layout, std::string_view paper,
                 const Words& words, Shaper& shaper, const Brand* brand = nullptr);

/// Prints the number of each page below its text, from `first` on, for the eye alone.
void number_pages(Sheet& sheet, int first, const Layout& layout, std::string_view paper,
                  Shaper& shaper);

}  // namespace trialsheet
