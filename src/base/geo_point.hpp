// A point on the earth and how far it is from another.

#pragma once

#include <cstdint>

namespace trialsheet {

/// Degrees north and east (WGS 84, as ClinicalTrials.gov's geoPoint).
struct GeoPoint {
  double latitude = 0;
  double longitude = 0;
};

/// The great-circle distance in whole metres, by the haversine formula on a sphere of
/// 6,371,009 m (IUGG mean radius). Whole, so that equal sites stay equal on every
/// machine.
std::int64_t metres_between(const GeoPoint& a, const GeoPoint& b);

}  // namespace trialsheet
