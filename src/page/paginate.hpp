// Paginate: parts of one long column on as many pages as they need.

#pragma once

#include <cstddef>
#include <vector>

#include "base/length.hpp"
#include "page/blocks.hpp"

namespace trialsheet {

/// What of a strip decides on which page it stands.
struct Part {
  Length above;  ///< white before it; none on top of a page
  Length height;
  Tie tie = Tie::none;  ///< to the part before it
  Length again;         ///< the height of what is repeated above it on top of a page
  /// Where it may be cut if it is higher than a page: between its lines, from the top.
  std::vector<Length> cuts = {};
};

/// A part, or from one cut to another if no page holds it whole.
struct Slice {
  std::size_t part = 0;
  Length from;
  Length to;
  Length top;  ///< of `from` on its page

  Length end() const { return top + to - from; }
};

using PagePlan = std::vector<Slice>;

/// The pages of `height`, in order, none of them empty. Only a part that is higher than a
/// page is cut, and of it at least two lines stay together.
std::vector<PagePlan> paginate(const std::vector<Part>& parts, Length height);

}  // namespace trialsheet
