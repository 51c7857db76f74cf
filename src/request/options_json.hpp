// Options as JSON: {"paper": "a4", "no-attach": true}, for callers without a query.

#pragma once

#include <string_view>

#include "request/parameter.hpp"

namespace trialsheet {

/// Bytes of options; more are refused. Those of a whole form are a tenth of that.
constexpr std::size_t largest_options = std::size_t{64} << 10;

/// The members of the object, in their order; of an array, one for each of its texts, and
/// true or false by these words. Empty text: none. Throws Error{Fault::request} that says
/// what would be right.
Parameters parse_options(std::string_view json);

}  // namespace trialsheet
