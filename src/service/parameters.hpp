// Parameters: the named values of a query or of a form (WHATWG URL:
// application/x-www-form-urlencoded; RFC 7578: multipart/form-data).

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

struct Parameter {
  std::string name;
  std::string value;
};

using Parameters = std::vector<Parameter>;

/// More than any form of ours has; a request with more is refused.
constexpr std::size_t most_parameters = 64;

/// Decodes "a=b&c=d". Throws Problem 400 for a broken escape, text that is not UTF-8, or
/// too many.
Parameters parse_parameters(std::string_view text);

/// The parts of a multipart body whose Content-Type is `type`, files by their bytes.
/// Throws Problem 400 if it is not well formed.
Parameters parse_multipart(std::string_view type, std::string_view body);

/// The value of `name`, or nullptr.
const std::string* find(const Parameters& parameters, std::string_view name);

/// The value of `name`, empty if there is none.
std::string_view value_of(const Parameters& parameters, std::string_view name);

/// Standard base64 (RFC 4648, section 4), for what a form carries unseen.
std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

}  // namespace trialsheet
