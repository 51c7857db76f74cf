// Asks the clock at the end of each step.

#include "cli/timings.hpp"

#include <cstdio>

#include "cli/terminal.hpp"

namespace trialsheet {

namespace {

std::string line_of(const std::string& step, std::clock_t time) {
  char line[64];
  std::snprintf(line, sizeof line, "%-20.30s %9.3f ms", step.c_str(),
                1000 * static_cast<double>(time) / CLOCKS_PER_SEC);
  return line;
}

}  // namespace

Timings::Timings() : last_(std::clock()) {}

void Timings::end(std::string_view step) {
  const auto now = std::clock();
  steps_.emplace_back(step, now - last_);
  last_ = now;
}

void Timings::show() const {
  std::clock_t all = 0;
  for (const auto& [step, time] : steps_) {
    say(line_of(step, time));
    all += time;
  }
  say(line_of("all", all));
}

}  // namespace trialsheet
