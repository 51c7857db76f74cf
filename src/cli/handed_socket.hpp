// The socket that a service manager hands over (sd_listen_fds(3)).

#pragma once

#include <optional>

namespace trialsheet {

/// Its descriptor, if LISTEN_PID and LISTEN_FDS say that this process was given one.
/// Throws Error{Fault::request} if it was given several.
std::optional<int> handed_socket();

}  // namespace trialsheet
