// SHA-1 (RFC 3174): the fingerprint that FHIR R4 wants of an attachment. Not for secrets.

#pragma once

#include <string>
#include <string_view>

namespace trialsheet {

/// The twenty bytes of the digest.
std::string sha1(std::string_view bytes);

}  // namespace trialsheet
