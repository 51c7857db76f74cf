// Length: a distance on paper.

#pragma once

#include <compare>
#include <cstdint>

namespace trialsheet {

/// A distance in whole thousandths of a point (1/72 inch).
///
/// Whole numbers, because sums of them do not depend on the order of addition: the same
/// record then breaks into the same lines on every machine.
class Length {
 public:
  constexpr Length() = default;
  static constexpr Length from_thousandths(std::int64_t thousandths) {
    return Length(thousandths);
  }
  static constexpr Length from_points(double points) {
    return Length(static_cast<std::int64_t>(points * 1000 + (points < 0 ? -0.5 : 0.5)));
  }

  constexpr std::int64_t thousandths() const { return thousandths_; }

  friend constexpr auto operator<=>(Length, Length) = default;
  friend constexpr Length operator+(Length a, Length b) {
    return Length(a.thousandths_ + b.thousandths_);
  }
  friend constexpr Length operator-(Length a, Length b) {
    return Length(a.thousandths_ - b.thousandths_);
  }
  friend constexpr Length operator-(Length a) { return Length(-a.thousandths_); }
  friend constexpr Length operator*(std::int64_t n, Length a) {
    return Length(n * a.thousandths_);
  }
  friend constexpr Length operator/(Length a, std::int64_t n) {
    return Length(a.thousandths_ / n);
  }
  constexpr Length& operator+=(Length a) { return *this = *this + a; }
  constexpr Length& operator-=(Length a) { return *this = *this - a; }

 private:
  explicit constexpr Length(std::int64_t thousandths) : thousandths_(thousandths) {}

  std::int64_t thousandths_ = 0;
};

namespace literals {
consteval Length operator""_pt(long double points) {
  return Length::from_points(static_cast<double>(points));
}
consteval Length operator""_pt(unsigned long long points) {
  return Length::from_points(static_cast<double>(points));
}
}  // namespace literals

}  // namespace trialsheet
