// Metrics: what happened, counted for Prometheus (text exposition format 0.0.4).
//
// Labels are templates of addresses and status codes, never numbers of trials.

#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace trialsheet {

/// The state of the server beside the requests; written by it, read by /readyz and
/// /metrics.
struct ServerLoad {
  std::atomic<int> connections{0};
  std::atomic<int> waiting{0};  ///< requests that wait for a worker
  std::atomic<int> most_waiting{0};
  std::atomic<std::int64_t> held_bytes{0};  ///< of bodies and answers in memory
  std::atomic<std::uint64_t> refused{0};    ///< requests and connections sent away
  std::atomic<bool> draining{false};
};

/// Any number of threads may use it.
class ServiceMetrics {
 public:
  /// A request was answered. Times in seconds.
  void add(std::string_view route, int status, double seconds, double waited);

  /// Looking up a record in the store or the registry ended so ("store", "registry",
  /// "absent", "unreachable").
  void add_lookup(std::string_view outcome);

  std::string text(const ServerLoad& load) const;

 private:
  // Seconds. A sheet takes about ten milliseconds; the registry, seconds.
  static constexpr std::array bounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                        0.25,  0.5,    1.0,   2.5,  5.0,   10.0, 30.0};
  struct Histogram {
    std::array<std::uint64_t, bounds.size()> within{};
    std::uint64_t count = 0;
    double sum = 0;
    void add(double value);
  };
  static void write(std::string& text, std::string_view name, const Histogram& histogram);

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;
  std::map<std::string, std::uint64_t> lookups_;
  Histogram duration_;
  Histogram waited_;
};

}  // namespace trialsheet
