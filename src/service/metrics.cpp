// Writes the metrics as text.

#include "service/metrics.hpp"

#include <fmt/format.h>

namespace trialsheet {

namespace {

void head(std::string& text, std::string_view name, std::string_view type,
          std::string_view help) {
  text += fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
}

void gauge(std::string& text, std::string_view name, std::string_view help,
           std::int64_t value) {
  head(text, name, "gauge", help);
  text += fmt::format("{} {}\n", name, value);
}

}  // namespace

void ServiceMetrics::Histogram::add(double value) {
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    within[i] += value <= bounds[i] ? 1 : 0;
  }
  ++count;
  sum += value;
}

void ServiceMetrics::add(std::string_view route, int status, double seconds,
                         double waited) {
  const std::lock_guard lock(mutex_);
  ++requests_[{std::string(route), status}];
  duration_.add(seconds);
  waited_.add(waited);
}

void ServiceMetrics::add_lookup(std::string_view outcome) {
  const std::lock_guard lock(mutex_);
  ++lookups_[std::string(outcome)];
}

void ServiceMetrics::write(std::string& text, std::string_view name,
                           const Histogram& histogram) {
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    text +=
        fmt::format("{}_bucket{{le=\"{}\"}} {}\n", name, bounds[i], histogram.within[i]);
  }
  text += fmt::format("{0}_bucket{{le=\"+Inf\"}} {1}\n{0}_sum {2:.6f}\n{0}_count {1}\n",
                      name, histogram.count, histogram.sum);
}

std::string ServiceMetrics::text(const ServerLoad& load) const {
  const std::lock_guard lock(mutex_);
  std::string text;
  head(text, "trialsheet_requests_total", "counter", "Requests by route and status.");
  for (const auto& [key, count] : requests_) {
    text += fmt::format("trialsheet_requests_total{{route=\"{}\",status=\"{}\"}} {}\n",
                        key.first, key.second, count);
  }
  head(text, "trialsheet_lookups_total", "counter", "Looking up records, by outcome.");
  for (const auto& [outcome, count] : lookups_) {
    text +=
        fmt::format("trialsheet_lookups_total{{outcome=\"{}\"}} {}\n", outcome, count);
  }
  head(text, "trialsheet_refused_total", "counter",
       "Requests and connections sent away because of load.");
  text += fmt::format("trialsheet_refused_total {}\n", load.refused.load());
  head(text, "trialsheet_request_seconds", "histogram", "From request to response.");
  write(text, "trialsheet_request_seconds", duration_);
  head(text, "trialsheet_wait_seconds", "histogram", "Waiting for a worker.");
  write(text, "trialsheet_wait_seconds", waited_);
  gauge(text, "trialsheet_connections", "Open connections.", load.connections);
  gauge(text, "trialsheet_waiting", "Requests that wait for a worker.", load.waiting);
  gauge(text, "trialsheet_held_bytes", "Bodies and answers in memory.", load.held_bytes);
  return text;
}

}  // namespace trialsheet
