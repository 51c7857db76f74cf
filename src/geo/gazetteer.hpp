// The gazetteer: where a named place is, without asking anybody.
//
// Its cities (those of 15,000 people and more, and capitals) are GeoNames', which Debian
// packages as libgeonames; src/geo/tool/make_cities.cpp makes the table when the program
// is built. Where that package was missing at build time the table is empty. GeoNames
// data: CC-BY 4.0, https://www.geonames.org.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/geo_point.hpp"

namespace trialsheet {

struct Place {
  std::string name;
  std::string state;
  std::string country;       ///< "United States of America"
  std::string country_code;  ///< ISO 3166-1 alpha-2: "US"
  GeoPoint point;
};

/// Reads "48.86,2.35": degrees north and east. Nothing if it is no point on the earth.
std::optional<GeoPoint> parse_point(std::string_view text);

/// The place meant by "City", "City, Country" or "City, State, Country" (names or codes
/// of countries, accents and capitals as one likes); of several the one with most people.
std::optional<Place> find_place(std::string_view text);

/// Whether two names of countries, or a name and a code, mean the same country.
bool is_same_country(std::string_view a, std::string_view b);

}  // namespace trialsheet
