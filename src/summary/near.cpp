// Orders sites by country and great-circle distance.

#include "summary/near.hpp"

#include <algorithm>
#include <iterator>
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

std::vector<Site> nearest_first(std::vector<Site> sites, const Whereabouts& whereabouts) {
  std::vector<std::pair<Order, std::size_t>> order;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    order.emplace_back(order_of(sites[i], whereabouts), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<Site> sorted;
  for (const auto& [key, index] : order) {
    sorted.push_back(std::move(sites[index]));
  }
  return sorted;
}

std::vector<Site> in_country(const std::vector<Site>& sites,
                             const Whereabouts& whereabouts) {
  std::vector<Site> there;
  std::copy_if(sites.begin(), sites.end(), std::back_inserter(there),
               [&](const Site& site) { return is_there(site, whereabouts); });
  return there;
}

}  // namespace trialsheet
