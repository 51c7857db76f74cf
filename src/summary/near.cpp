// Orders sites by country and great-circle distance.

#include "summary/near.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "geo/gazetteer.hpp"

namespace trialsheet {
namespace {

bool is_there(const Site& site, const Whereabouts& whereabouts) {
  return !whereabouts.country.empty() &&
         is_same_country(site.country, whereabouts.country);
}

/// What sites are ordered by: the smaller comes first.
using Order = std::pair<int, std::int64_t>;

Order order_of(const Site& site, const Whereabouts& whereabouts) {
  const auto metres = whereabouts.point && site.place
                          ? metres_between(*whereabouts.point, *site.place)
                          : std::numeric_limits<std::int64_t>::max();
  return {is_there(site, whereabouts) ? 0 : 1, metres};
}

}  // namespace

SiteList nearest_first(const std::vector<Site>& sites, const Whereabouts& whereabouts) {
  std::vector<std::pair<Order, const Site*>> order;
  order.reserve(sites.size());
  for (const Site& site : sites) {
    order.emplace_back(order_of(site, whereabouts), &site);
  }
  // They stand in one array, so that equals keep the order of the record.
  std::sort(order.begin(), order.end());
  SiteList sorted;
  sorted.reserve(sites.size());
  for (const auto& [key, site] : order) {
    sorted.push_back(site);
  }
  return sorted;
}

SiteList in_country(SiteList sites, const Whereabouts& whereabouts) {
  std::erase_if(sites, [&](const Site* site) { return !is_there(*site, whereabouts); });
  return sites;
}

bool any_in_country(const std::vector<Site>& sites, const Whereabouts& whereabouts) {
  return std::any_of(sites.begin(), sites.end(),
                     [&](const Site& site) { return is_there(site, whereabouts); });
}

SiteList open_first(SiteList sites) {
  std::stable_partition(sites.begin(), sites.end(),
                        [](const Site* site) { return site->status == "RECRUITING"; });
  return sites;
}

}  // namespace trialsheet
