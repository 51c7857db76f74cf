// One connection of the HTTP server, on Boost.Asio and Beast (the API of Boost 1.74).
//
// All but the answering of requests happens on the one thread of HttpServer::run(), so
// nothing here is locked.

#pragma once

// Boost.Asio 1.74 needs it and forgets it, so it stands first.
// clang-format off
#include <utility>
// clang-format on

#include <array>
#include <atomic>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>

#include "service/framing.hpp"
#include "service/http.hpp"
#include "service/worker_pool.hpp"

namespace trialsheet {

class HttpSession;

/// What all sessions share.
struct HttpShared {
  using Executor = boost::asio::io_context::executor_type;
  using Stream =
      boost::beast::basic_stream<boost::asio::generic::stream_protocol, Executor>;

  Service* service;
  Clock* clock;
  ServerOptions options;
  std::function<void(const AccessEntry&)> log;
  // In the order in which one needs the other: jobs end before the loop, and what it
  // holds before the list.
  std::unordered_set<HttpSession*> sessions = {};
  unsigned long long requests = 0;
  boost::asio::io_context io{1};
  WorkerPool pool;

  bool is_full() const;
};

/// Lives as long as something is under way on its connection.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
 public:
  HttpSession(HttpShared& shared, HttpShared::Stream::socket_type socket);
  ~HttpSession();
  HttpSession(const HttpSession&) = delete;
  HttpSession& operator=(const HttpSession&) = delete;

  void start();

  /// Ends it if it waits for a request; else it ends after the answer.
  void drain();

 private:
  using Code = boost::system::error_code;
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  ServerLoad& load() { return shared_->service->load(); }
  const ServerOptions& options() const { return shared_->options; }
  std::string_view buffered() const;
  void hold(std::int64_t bytes);

  void read_head();
  void got_head(Code error, std::size_t bytes);
  void take_head();
  void parse_head();
  void say_continue();
  void read_body();
  void dispatch();
  void work();
  void watch();
  ServiceResponse answer(const ServiceRequest& request);
  void worked(ServiceResponse& response);

  void refuse(int status, const std::string& why);
  void refuse_for(Code error);
  void refuse_busy();
  ServiceResponse busy();

  void send(ServiceResponse response);
  void sent(Code error);
  void record(Code error);
  void read_next();
  void linger();
  void discard();

  HttpShared* shared_;
  HttpShared::Stream stream_;
  boost::beast::flat_buffer buffer_;
  HeadScan scan_;
  std::optional<Parser> parser_;  ///< of the request that is being read
  RequestPlan plan_;
  ServiceRequest request_;
  std::string method_;
  std::string id_;
  std::string head_;  ///< of the response that is being sent
  ServiceResponse response_;
  std::int64_t held_ = 0;
  std::size_t discarded_ = 0;
  std::chrono::milliseconds arrived_{0};
  std::chrono::milliseconds waited_{0};
  bool is_idle_ = false;    ///< between two requests
  bool is_unread_ = false;  ///< the client may still be sending
  bool keep_ = false;       ///< the connection, after this answer
  bool is_working_ = false;
  std::atomic<bool> is_gone_{false};
};

}  // namespace trialsheet
