// Writes to standard error.

#include "cli/progress.hpp"

#include <cstdio>

#include "cli/terminal.hpp"

namespace trialsheet {

namespace {

constexpr std::chrono::milliseconds terminal_pause{100};
constexpr std::chrono::seconds log_pause{30};

}  // namespace

Progress::Progress(Clock& clock, bool is_shown)
    : clock_(&clock),
      is_shown_(is_shown),
      is_terminal_(is_shown && errors_go_to_terminal()),
      next_(clock.running() + (is_terminal_ ? terminal_pause : log_pause)) {}

void Progress::show(const std::string& text) {
  if (!is_shown_ || clock_->running() < next_) {
    return;
  }
  if (is_terminal_) {
    std::fputs(("\r\x1b[K" + text).c_str(), stderr);  // ECMA-48: to the start, clear
    is_on_line_ = true;
    next_ = clock_->running() + terminal_pause;
  } else {
    say("trialsheet: " + text);
    next_ = clock_->running() + log_pause;
  }
}

void Progress::clear() {
  if (is_on_line_) {
    std::fputs("\r\x1b[K", stderr);
    is_on_line_ = false;
  }
}

}  // namespace trialsheet
