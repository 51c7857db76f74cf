// Where a server listens, read from what a person typed.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace trialsheet {

struct ListenAddress {
  std::string path;  ///< of a UNIX socket; empty: TCP
  std::string host;  ///< a number: "127.0.0.1", "::1"
  std::uint16_t port = 0;
};

/// Reads "127.0.0.1:8080", "[::1]:8080", "localhost:8080", "unix:/run/trialsheet.sock".
/// Throws Error{Fault::request}.
ListenAddress read_listen_address(std::string_view text);

}  // namespace trialsheet
