// Dates: the registry's digits without the dashes; no time of day is invented.

#include "pdf/pdf_date.hpp"

#include <algorithm>

namespace trialsheet {

std::string pdf_date(const Date& date) {
  auto digits = iso(date);
  digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
  return "D:" + digits;
}

}  // namespace trialsheet
