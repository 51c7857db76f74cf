// Asks the clock at the end of each step.

#include "cli/timings.hpp"

#include <cstdio>

#include "cli/terminal.hpp"

namespace trialsheet {

namespace chrono = std::chrono;

namespace {

std::string line_of(const std::string& step, chrono::nanoseconds time) {
  char line[64];
  std::snprintf(line, sizeof line, "%-20.30s %9.3f ms", step.c_str(),
                chrono::duration<double, std::milli>(time).count());
  return line;
}

}  // namespace

Timings::Timings() : last_(chrono::steady_clock::now()) {}

void Timings::end(std::string_view step) {
  const auto now = chrono::steady_clock::now();
  steps_.emplace_back(step, now - last_);
  last_ = now;
}

void Timings::show() const {
  chrono::nanoseconds all{0};
  for (const auto& [step, time] : steps_) {
    say(line_of(step, time));
    all += time;
  }
  say(line_of("all", all));
}

}  // namespace trialsheet
