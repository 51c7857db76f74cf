// Place lines: how a site and its place are called, and lists of them.

#include "summary/place_lines.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "summary/arms.hpp"
#include "summary/facility.hpp"

namespace trialsheet {

std::string country_name(const Words& words, const std::string& country) {
  const std::string key = "places.name." + country;
  return words.has(key) ? words.text(key) : words.from_record(country);
}

bool has_state(const Site& site) {
  return site.country == "United States" && !site.state.empty() && !site.city.empty() &&
         site.state != site.city;
}

std::string place_of(const Words& words, const Site& site) {
  const std::string city = words.from_record(site.city);
  const std::string country = country_name(words, site.country);
  if (city.empty() || country.empty()) {
    return city + country;
  }
  return words.text(
      has_state(site) ? "places.in_state" : "places.in_land",
      {{"city", city}, {"state", words.from_record(site.state)}, {"country", country}});
}

std::string facility_of(const Subject& subject, const Site& site) {
  const bool has_place = !site.city.empty() || !site.country.empty();
  return has_place && !names_a_place(subject.trial, site)
             ? ""
             : subject.words.from_record(site.facility);
}

std::string site_line(const Words& words, const std::string& place,
                      const std::string& facility) {
  return place.empty() || facility.empty()
             ? place + facility
             : words.text("places.site", {{"place", place}, {"facility", facility}});
}

std::string hospital_in(const std::string& facility) {
  constexpr std::array<std::string_view, 6> hospitals = {
      "hospital", "clinic", "klinik", "krankenhaus", "ospedale", "medical center"};
  constexpr std::string_view comma = ", ";
  const std::size_t all = lower_ascii(facility).find(" affiliated to ");
  for (std::size_t from = 0; from < std::min(all, facility.size());) {
    const std::size_t end = std::min({facility.find(comma, from), all, facility.size()});
    std::string part = facility.substr(from, end - from);
    const std::string lower = lower_ascii(part);
    const bool is_named = part.find(' ') != std::string::npos;
    if (is_named && contains_any(lower, hospitals)) {
      return part;
    }
    from = end + comma.size();
  }
  return facility;
}

std::string site_lines(const Subject& subject, const SiteList& sites) {
  const Words& words = subject.words;
  std::string lines;
  for (const Site* site : sites) {
    const std::string line =
        site_line(words, place_of(words, *site), facility_of(subject, *site));
    lines += (lines.empty() || line.empty() ? "" : "\n") + line;
  }
  return lines;
}

std::vector<std::string> places_of(const Words& words, const SiteList& sites) {
  using Place = std::array<std::string_view, 3>;
  std::set<Place> known;  // many sites may be in one city
  std::vector<std::string> places;
  for (const Site* site : sites) {
    if (known.insert({site->city, site->state, site->country}).second) {
      places.push_back(place_of(words, *site));
    }
  }
  return each_once(places);
}

std::string site_count(const Words& words, std::size_t sites) {
  return words.plural("places.sites", static_cast<std::int64_t>(sites));
}

std::string counted_places(const Words& words, const SiteList& sites) {
  std::vector<std::pair<std::string, std::size_t>> places;
  for (const Site* site : sites) {
    const std::string place = place_of(words, *site);
    const auto known =
        std::find_if(places.begin(), places.end(),
                     [&place](const auto& each) { return each.first == place; });
    if (known != places.end()) {
      ++known->second;
    } else if (!place.empty()) {
      places.emplace_back(place, 1);
    }
  }
  std::string lines;
  for (const auto& [place, count] : places) {
    lines += (lines.empty() ? "" : "\n") +
             (count == 1 ? place : site_line(words, place, site_count(words, count)));
  }
  return lines;
}

}  // namespace trialsheet
