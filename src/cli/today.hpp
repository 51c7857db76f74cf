// Today: the only look at a clock, for the day that is printed on the sheet.

#pragma once

#include "base/date.hpp"

namespace trialsheet {

/// The day of SOURCE_DATE_EPOCH (reproducible-builds.org: seconds since 1970, UTC), or
/// today where the user is if that is nullptr. Throws Error{Fault::request} if it is set
/// to anything but a number of seconds before the year 2200.
Date today(const char* source_date_epoch);

}  // namespace trialsheet
