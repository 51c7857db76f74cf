// Attributes of structure elements that follow from what is on the page (ISO 32000-1,
// 14.8.5): where a figure is, and how a list is numbered.

#pragma once

#include <string>

namespace trialsheet {

struct Sheet;

/// The attribute object of `node` in PDF syntax; empty if it needs none.
std::string attributes_of(const Sheet& sheet, int node);

}  // namespace trialsheet
