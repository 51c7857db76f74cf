// Dates as PDF writes them.

#pragma once

#include <string>

#include "base/date.hpp"

namespace trialsheet {

/// "D:20260714" or "D:202607" (ISO 32000-1, 7.9.4).
std::string pdf_date(const Date& date);

}  // namespace trialsheet
