// Near: sites in the order that somebody at a place would want them.

#pragma once

#include <vector>

#include "summary/summary.hpp"

namespace trialsheet {

/// The sites of the reader's country first, then the nearest; sites whose place the
/// record does not give come after those whose it gives. Equals stay in the order of the
/// record.
std::vector<Site> nearest_first(std::vector<Site> sites, const Whereabouts& whereabouts);

/// Those of `sites` that are in the reader's country.
std::vector<Site> in_country(const std::vector<Site>& sites,
                             const Whereabouts& whereabouts);

}  // namespace trialsheet
