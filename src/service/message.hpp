// Messages: an HTTP request and its response as values, without sockets.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

struct HttpField {
  std::string name;
  std::string value;

  friend bool operator==(const HttpField&, const HttpField&) = default;
};

using HttpFields = std::vector<HttpField>;

struct ServiceRequest {
  std::string method;  ///< as it was sent: "GET"
  std::string target;  ///< path and query, not decoded
  HttpFields fields;
  std::string body;
};

struct ServiceResponse {
  int status = 200;
  HttpFields fields;  ///< all but those that belong to the connection; no CR, LF or NUL
  std::string body;
  std::size_t length = 0;  ///< Content-Length: of the body that HEAD leaves out, too
  /// The template of the address ("/v1/sheet/{nct}"), for logs and metrics, which never
  /// see the address itself.
  std::string_view route;
};

/// The value of the field `name`, whose case does not matter; empty if there is none.
std::string_view field(const HttpFields& fields, std::string_view name);

/// Whether two names of fields, or tokens, are the same but for the case of their
/// letters.
bool is_same_token(std::string_view a, std::string_view b);

/// The first element of a value such as "application/json; charset=utf-8", in lower case.
std::string media_type(std::string_view value);

/// `text` without spaces and tabs at either end (RFC 9110: OWS).
std::string_view without_blanks(std::string_view text);

/// Adds a field. What would end it early (CR, LF, NUL) becomes a space.
void add_field(ServiceResponse& response, std::string_view name, std::string_view value);

/// A response with a body of a type.
ServiceResponse response_of(int status, std::string_view type, std::string body);

}  // namespace trialsheet
