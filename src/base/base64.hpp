// Base64 (RFC 4648, section 4): bytes where only text may go.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trialsheet {

std::string to_base64(std::string_view bytes);

/// Nothing if `text` is no base64, or is not padded.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace trialsheet
