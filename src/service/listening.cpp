// Takes addresses to listen at apart.

#include "service/listening.hpp"

#include <charconv>

#include "base/error.hpp"

namespace trialsheet {

namespace {

[[noreturn]] void refuse(std::string_view text) {
  throw Error(Fault::request, "--listen",
              "\"" + std::string(text) +
                  "\" is no address; \"127.0.0.1:8080\" or \"unix:/run/trialsheet.sock\" "
                  "would be");
}

std::uint16_t read_port(std::string_view all, std::string_view text) {
  std::uint16_t port = 0;
  const auto* last = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), last, port);
  if (error != std::errc() || stop != last) {
    refuse(all);
  }
  return port;
}

}  // namespace

ListenAddress read_listen_address(std::string_view text) {
  constexpr std::string_view unix_lead = "unix:";
  if (text.starts_with(unix_lead)) {
    if (text.size() == unix_lead.size()) {
      refuse(text);
    }
    return {std::string(text.substr(unix_lead.size())), "", 0};
  }
  const auto colon = text.rfind(':');
  if (colon == text.npos) {
    refuse(text);
  }
  auto host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  }
  return {"", host == "localhost" ? "127.0.0.1" : std::string(host),
          read_port(text, text.substr(colon + 1))};
}

}  // namespace trialsheet
