// Age limits: reads the numbers of a rule, one after another, with what is said of each.

#include "summary/age_limits.hpp"

namespace trialsheet {

using age_words::Sign;

std::optional<AgeLimits> AgeLimits::of(const std::vector<AgeItem>& items) {
  AgeLimits limits;
  for (std::size_t i = 0; i < items.size() && limits.certain_; ++i) {
    if (!items[i].years) {
      limits.note(items[i].sign);
      continue;
    }
    const int years = *items[i].years;
    const bool ends = i + 1 < items.size() && (items[i + 1].sign == Sign::or_more ||
                                               items[i + 1].sign == Sign::or_less);
    if (ends) {
      ++i;
      limits.set(years, items[i].sign);
    } else {
      limits.set(years, limits.next_);
    }
  }
  // "Age 18" alone says no limit.
  const bool ended =
      limits.next_ == Sign::inclusive && (!limits.needs_end_ || limits.most.has_value());
  return limits.certain_ && ended ? std::optional(limits) : std::nullopt;
}

// What is said of the number to come.
void AgeLimits::note(Sign sign) {
  const bool follows_to = next_ == Sign::to && (sign == Sign::most || sign == Sign::less);
  certain_ = certain_ && (next_ == Sign::inclusive || follows_to) &&
             sign != Sign::or_more && sign != Sign::or_less;
  if (sign == Sign::between) {
    between_ = true;
  } else {
    next_ = sign;
  }
}

void AgeLimits::set(int years, Sign sign) {
  next_ = Sign::inclusive;
  switch (sign) {
    case Sign::least:
    case Sign::or_more:
      return put(least, {years});
    case Sign::greater:
      return put(least, {years, true});
    case Sign::most:
    case Sign::or_less:
      return put(most, {years});
    case Sign::less:
      return put(most, {years, true});
    case Sign::to:
      certain_ = certain_ && least.has_value();
      return put(most, {years});
    default:
      return set_bare(years);
  }
}

// "18 to 65", "between 18 and 65", "18 to 65 (18 and 65 included)".
void AgeLimits::set_bare(int years) {
  if (!least) {
    needs_end_ = true;
    certain_ = certain_ && !most;
    put(least, {years});
  } else if (between_ && !most) {
    put(most, {years});
  } else {
    certain_ = certain_ && (least == AgeLimit{years} || most == AgeLimit{years});
  }
}

void AgeLimits::put(std::optional<AgeLimit>& limit, AgeLimit value) {
  certain_ = certain_ && (!limit || *limit == value);
  limit = value;
}

}  // namespace trialsheet
