// The API for programs: /v1/bundle.

#pragma once

#include "service/message.hpp"
#include "service/sheet_api.hpp"

namespace trialsheet {

/// The PDF of the records and numbers that a body names: {"records": [...]}. Throws
/// Problem or Error if one of them has no sheet; there is no part of a bundle.
ServiceResponse bundle_of_body(Sheets& sheets, const RoutedRequest& routed);

}  // namespace trialsheet
