// Parameters: the named values of a query or of a form (WHATWG URL:
// application/x-www-form-urlencoded; RFC 7578: multipart/form-data).

#pragma once

#include <string>
#include <string_view>

#include "request/parameter.hpp"

namespace trialsheet {

/// More than any form of ours has; a request with more is refused.
constexpr std::size_t most_parameters = 64;

/// Decodes "a=b&c=d". Throws Problem 400 for a broken escape, text that is not UTF-8, or
/// too many.
Parameters parse_parameters(std::string_view text);

/// The parts of a multipart body whose Content-Type is `type`, files by their bytes.
/// Throws Problem 400 if it is not well formed.
Parameters parse_multipart(std::string_view type, std::string_view body);

}  // namespace trialsheet
