// Writes to standard error.

#include "cli/batch_progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "cli/terminal.hpp"

namespace trialsheet {

namespace {

constexpr std::chrono::milliseconds terminal_pause{200};
constexpr std::chrono::seconds log_pause{30};

// Before so much is read, what is left is a guess.
constexpr double least_fraction = 0.005;

/// In seconds; below 0: nobody knows.
double remaining(const BatchProgress& progress, double seconds) {
  return progress.fraction < least_fraction
             ? -1
             : seconds * (1 - progress.fraction) / progress.fraction;
}

double rate(const BatchProgress& progress, double seconds) {
  return static_cast<double>(progress.made + progress.taken) / std::max(seconds, 0.001);
}

/// "40 s", "12 min", "3 h 20 min"
std::string span_text(double seconds) {
  const auto minutes = static_cast<int>(seconds / 60 + 0.5);
  if (seconds < 90) {
    return fmt::format("{:.0f} s", seconds);
  }
  return minutes < 90 ? fmt::format("{} min", minutes)
                      : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string sheets_text(std::uint64_t count) {
  return fmt::format("{} {}", count, count == 1 ? "sheet" : "sheets");
}

}  // namespace

BatchProgressShow::BatchProgressShow(Clock& clock, bool is_shown)
    : clock_(&clock),
      is_shown_(is_shown),
      is_terminal_(is_shown && errors_go_to_terminal()),
      begin_(clock.running()),
      next_(begin_ + (is_terminal_ ? terminal_pause : log_pause)) {}

double BatchProgressShow::seconds() const {
  return std::chrono::duration<double>(clock_->running() - begin_).count();
}

void BatchProgressShow::show(const BatchProgress& progress) {
  if (!is_shown_ || clock_->running() < next_) {
    return;
  }
  if (is_terminal_) {
    show_line(progress);
    next_ = clock_->running() + terminal_pause;
  } else {
    log_line(progress);
    next_ = clock_->running() + log_pause;
  }
}

void BatchProgressShow::show_line(const BatchProgress& progress) const {
  std::string line = sheets_text(progress.made + progress.taken);
  line += fmt::format(", {:.0f}/s", rate(progress, seconds()));
  if (progress.without > 0) {
    line += fmt::format(", {} without", progress.without);
  }
  if (const auto left = remaining(progress, seconds()); left >= 0) {
    line += fmt::format(", {:.0f} %, {} left", progress.fraction * 100, span_text(left));
  }
  std::fputs(("\r\x1b[K" + line).c_str(), stderr);  // ECMA-48: to the start, clear
}

void BatchProgressShow::log_line(const BatchProgress& progress) const {
  std::string line = fmt::format(
      R"({{"made":{},"taken":{},"without":{},"per_second":{:.1f},"fraction":{:.4f})",
      progress.made, progress.taken, progress.without, rate(progress, seconds()),
      progress.fraction);
  if (const auto left = remaining(progress, seconds()); left >= 0) {
    line += fmt::format(R"(,"remaining_seconds":{:.0f})", left);
  }
  say(line + "}");
}

void BatchProgressShow::finish(const BatchResult& result, const std::string& output) {
  if (!is_shown_) {
    return;
  }
  if (!is_terminal_) {
    say(fmt::format(
        R"({{"sheets":{},"superseded":{},"failed":{},"unread":{},"made":{},"seconds":{:.1f}}})",
        result.sheets, result.superseded, result.failed, result.unread,
        result.progress.made, seconds()));
    return;
  }
  std::string text = "\r\x1b[K" + sheets_text(result.sheets) + " in " + output;
  if (result.failed + result.superseded > 0) {
    text += fmt::format("; {} records without one{}", result.failed + result.superseded,
                        result.report.empty() ? "" : ", see " + result.report);
  }
  std::fputs((text + "\n").c_str(), stderr);
}

}  // namespace trialsheet
