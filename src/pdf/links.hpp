// Links: the live areas of the pages as annotations (ISO 32000-1, 12.5.6.5).

#pragma once

#include <span>
#include <vector>

#include "pdf/syntax.hpp"

namespace trialsheet {

struct Sheet;
class Haru;

/// An annotation, and the structure node that holds it.
struct Link {
  int node = 0;
  int page = 0;
  Id annotation{};
};

/// Writes the live areas of all pages, whose numbers are `pages`. Link i is known to the
/// parent tree by the key pages.size() + i, as the pages take the keys before.
std::vector<Link> write_links(Haru& haru, const Sheet& sheet, std::span<const Id> pages);

}  // namespace trialsheet
