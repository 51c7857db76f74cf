// HTTP server: the service behind a socket. Plain HTTP/1.1; TLS belongs to the proxy.
//
// One thread reads and writes, a bounded pool answers. Everything that a client decides
// has a limit: bytes of head and body, time for each, connections, requests that wait,
// bytes held in memory for all of them.

#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "service/access_log.hpp"
#include "service/service.hpp"

namespace trialsheet {

struct ServerOptions {
  std::string listen = "127.0.0.1:8080";  ///< or "[::1]:8080", or "unix:/path"
  /// A socket that listens already, which the server takes over and closes; instead of
  /// `listen`. Its file, if it has one, is whose who made it.
  std::optional<int> descriptor = {};
  int threads = 1;                ///< that answer what is not quick
  std::vector<int> signals = {};  ///< that end it
  // A connection that waits holds some ten kilobytes.
  int most_connections = 1200;
  // A sheet takes about ten milliseconds: who waits behind so many waits a second or two.
  int most_waiting = 128;
  /// Of bodies and answers together.
  std::int64_t most_held = std::int64_t{24} << 20;
  std::chrono::milliseconds head_time{10'000};
  std::chrono::milliseconds body_time{20'000};
  std::chrono::milliseconds write_time{30'000};
  std::chrono::milliseconds idle_time{15'000};
  /// A request that has waited longer for a worker is not begun.
  std::chrono::milliseconds wait_time{20'000};
  /// After a signal, what was begun may take so long to end.
  std::chrono::milliseconds drain_time{35'000};
};

class HttpServer {
 public:
  /// Listens at once. `log` is called for each request, on the thread of run(). Throws
  /// Error{Fault::request} if `listen` is no address, Error{Fault::setup} if it or the
  /// descriptor cannot be used. The service and the clock must outlive this.
  HttpServer(Service& service, Clock& clock, ServerOptions options,
             std::function<void(const AccessEntry&)> log);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Where it listens, the port filled in: "127.0.0.1:8080".
  std::string address() const;

  /// Serves until one of the signals comes or stop() is called; then finishes what was
  /// begun.
  void run();

  /// Any thread may call this.
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
