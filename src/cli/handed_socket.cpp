// Reads LISTEN_PID and LISTEN_FDS.

#include "cli/handed_socket.hpp"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string>

#include "base/error.hpp"

namespace trialsheet {

namespace {

constexpr int first_descriptor = 3;  // SD_LISTEN_FDS_START of sd-daemon.h

/// 0: there is none, or it is no number.
int number_in(const char* name) {
  const char* value = std::getenv(name);
  const std::string text = value == nullptr ? "" : value;
  int number = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end ? number : 0;
}

}  // namespace

std::optional<int> handed_socket() {
  // What was meant for a process that started us is none of ours.
  if (number_in("LISTEN_PID") != ::getpid()) {
    return std::nullopt;
  }
  const int sockets = number_in("LISTEN_FDS");
  if (sockets > 1) {
    throw Error(Fault::request, "LISTEN_FDS",
                std::to_string(sockets) + " sockets are handed over; one would be right");
  }
  return sockets == 1 ? std::optional(first_descriptor) : std::nullopt;
}

}  // namespace trialsheet
