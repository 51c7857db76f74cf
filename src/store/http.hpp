// Http: one GET request, bounded in time and size; what came of it, without judgement.

#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/clock.hpp"

namespace trialsheet {

/// The parts of an address, lower case and with the port that its scheme implies.
struct HttpAddress {
  std::string scheme;
  std::string host;
  std::string port;
  std::string path;   ///< without "." and ".."; at least "/"
  std::string query;  ///< without "?"

  /// Whether this is the same server and its path is `base`'s or below.
  bool is_below(const HttpAddress& base) const;
};

/// Nothing unless `text` is a whole address of http or https, without a user's name.
std::optional<HttpAddress> parse_address(const std::string& text);

/// `text` as a value in a query: all but letters, digits and "-._~" as %XX (RFC 3986).
std::string query_value(std::string_view text);

struct HttpAnswer {
  enum class Outcome {
    answered,
    no_connection,  ///< not even begun; also: no such host
    not_trusted,    ///< TLS failed
    no_time,
    broken_off,
    too_large,
  };
  Outcome outcome = Outcome::answered;
  std::string problem;  ///< a few words, if not answered
  int status = 0;
  std::string body;      ///< decompressed
  std::string type;      ///< Content-Type; may be empty
  std::string etag;      ///< fit to be sent again; may be empty
  std::string location;  ///< where a redirect leads, as a whole address
  std::optional<std::chrono::seconds> retry_after;
};

struct HttpOptions {
  std::string user_agent;
  std::string proxy;
  std::string no_proxy;
  std::string ca_file;
  std::chrono::milliseconds connect_time;
  std::size_t most_bytes;
};

/// Keeps connections for the next request. Thread-safe.
class HttpClient {
 public:
  HttpClient(HttpOptions options, Clock& clock);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Follows no redirect. `etag` goes out as If-None-Match unless it is empty.
  HttpAnswer get(const std::string& address, const std::string& etag,
                 std::chrono::milliseconds time);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
