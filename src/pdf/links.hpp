// Links: the live areas of the pages as annotations (ISO 32000-1, 12.5.6.5).

#pragma once

#include <span>
#include <vector>

#include "pdf/syntax.hpp"

namespace trialsheet {

struct Sheet;
class Document;

/// An annotation, and the structure node that holds it.
struct Link {
  int node = 0;
  int page = 0;
  Id annotation{};
};

/// Writes the live areas of all pages, which `document` has. Link i is known to the
/// parent tree by the key page_count() + i, as the pages take the keys before. With
/// `first_key`, all of these keys are so much higher. `sheets` are the first pages of a
/// bundle's sheets, to which areas may lead.
std::vector<Link> write_links(Document& document, const Sheet& sheet, int first_key = 0,
                              std::span<const Id> sheets = {});

}  // namespace trialsheet
