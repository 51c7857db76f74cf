// The API for programs: /v1/sheet, /v1/explain, /v1/layouts.

#pragma once

#include <string_view>

#include "service/message.hpp"
#include "service/parameters.hpp"
#include "service/sheets.hpp"

namespace trialsheet {

/// A request whose address is taken apart.
struct RoutedRequest {
  const ServiceRequest* request;
  std::string path;      ///< decoded
  std::string_view nct;  ///< last part of /v1/sheet/{nct}, within `path`
  Parameters query;
};

/// Each throws Problem or Error if there is no such response. What they return is of
/// status 200.
ServiceResponse sheet_of_body(Sheets& sheets, const RoutedRequest& routed);
ServiceResponse sheet_of_number(Sheets& sheets, const RoutedRequest& routed);
ServiceResponse explanation_of_body(Sheets& sheets, const RoutedRequest& routed);
ServiceResponse layouts(Sheets& sheets, const RoutedRequest& routed);

/// A PDF as it is handed out: with its name, its ETag, and to be kept by nobody.
ServiceResponse pdf_response(const Rendered& sheet, std::string_view language,
                             bool is_download);

/// Throws Problem 415 unless the body is JSON as it is.
void require_record_type(const ServiceRequest& request);

/// Keeps a response about a trial out of every cache.
void forbid_keeping(ServiceResponse& response);

/// A strong validator of the bytes.
std::string etag_of(std::string_view bytes);

}  // namespace trialsheet
