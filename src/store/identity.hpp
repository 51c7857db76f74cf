// Identity: which trial a record is about, and how new it is.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace trialsheet {

struct Identity {
  std::string nct;
  std::vector<std::string> aliases;  ///< numbers that the trial had before; NCT numbers
  std::optional<Date> version;       ///< versionHolder
};

/// Throws Error{Fault::record} if no sheet can be made of the record.
Identity identify(std::string_view json);

/// Whether the record is of this number, by its own or by one that it had before.
bool goes_by(const Identity& identity, std::string_view nct);

}  // namespace trialsheet
