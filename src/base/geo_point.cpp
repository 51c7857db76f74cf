// Distances on a sphere.

#include "base/geo_point.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace trialsheet {

namespace {

constexpr double mean_radius = 6'371'009;

double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}

double squared_half_sine(double angle) {
  const double sine = std::sin(angle / 2);
  return sine * sine;
}

}  // namespace

std::int64_t metres_between(const GeoPoint& a, const GeoPoint& b) {
  const double part = squared_half_sine(radians(b.latitude - a.latitude)) +
                      std::cos(radians(a.latitude)) * std::cos(radians(b.latitude)) *
                          squared_half_sine(radians(b.longitude - a.longitude));
  return std::llround(2 * mean_radius * std::asin(std::sqrt(std::clamp(part, 0.0, 1.0))));
}

}  // namespace trialsheet
