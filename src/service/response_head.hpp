// Response head: status line and fields as they go over the wire.

#pragma once

#include <string>

#include "service/message.hpp"

namespace trialsheet {

/// What belongs to the connection rather than to the answer.
struct SentWith {
  std::string id;  ///< X-Request-Id
  std::string date;
  bool closes = false;
};

/// Up to and with the empty line (RFC 9112, section 4).
std::string response_head(const ServiceResponse& response, const SentWith& with);

}  // namespace trialsheet
