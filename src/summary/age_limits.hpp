// Age limits: what the numbers of a rule and the words beside them say of ages.

#pragma once

#include <optional>
#include <vector>

#include "summary/age_words.hpp"

namespace trialsheet {

/// A number of years, or what is said of the next or the last one.
struct AgeItem {
  std::optional<int> years;
  age_words::Sign sign = age_words::Sign::inclusive;
};

/// A limit of age in years; an open one is none of the ages itself: "under 18".
struct AgeLimit {
  int years = 0;
  bool open = false;

  bool operator==(const AgeLimit&) const = default;
};

/// The limits that items set, in the order in which they are written.
class AgeLimits {
 public:
  /// Nothing where they cannot be read for certain.
  static std::optional<AgeLimits> of(const std::vector<AgeItem>& items);

  std::optional<AgeLimit> least;
  std::optional<AgeLimit> most;

 private:
  void note(age_words::Sign sign);
  void set(int years, age_words::Sign sign);
  void set_bare(int years);
  void put(std::optional<AgeLimit>& limit, AgeLimit value);

  age_words::Sign next_ = age_words::Sign::inclusive;  ///< inclusive: nothing
  bool between_ = false;
  bool needs_end_ = false;
  bool certain_ = true;
};

}  // namespace trialsheet
