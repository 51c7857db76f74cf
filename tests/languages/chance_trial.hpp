// Trials by chance, always the same ones: as different as the registry allows.

#pragma once

#include "summary/summary.hpp"

namespace trialsheet::tests {

/// The same numbers on every machine.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : state_(seed) {}

  /// From 0 to `below` - 1.
  std::size_t number(std::size_t below) {
    // Marsaglia, Xorshift RNGs (2003).
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return state_ % below;
  }
  bool coin() { return number(2) == 0; }

  template <typename Item>
  Item one_of(std::initializer_list<Item> items) {
    return *(items.begin() + number(items.size()));
  }

 private:
  std::uint32_t state_;
};

Trial chance_trial(Chance& chance);
SummaryOptions chance_options(Chance& chance);

/// Some rules on the page, some not.
ShownRules chance_shown(Chance& chance, const Summary& summary);

}  // namespace trialsheet::tests
