// Near: sites in the order that somebody at a place would want them.

#pragma once

#include <vector>

#include "summary/summary.hpp"

namespace trialsheet {

/// Sites of a trial, which must outlive the list.
using SiteList = std::vector<const Site*>;

/// The sites of the reader's country first, then the nearest; sites whose place the
/// record does not give come after those whose it gives. Equals stay in the order of the
/// record.
SiteList nearest_first(const std::vector<Site>& sites, const Whereabouts& whereabouts);

/// Those that take people now before others, in their order else.
SiteList open_first(SiteList sites);

/// Those of `sites` that are in the reader's country, in the same order.
SiteList in_country(SiteList sites, const Whereabouts& whereabouts);

/// Whether one of `sites` is.
bool any_in_country(const std::vector<Site>& sites, const Whereabouts& whereabouts);

}  // namespace trialsheet
