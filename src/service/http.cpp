// Listens, accepts, and ends without cutting anything off.

#include "service/http.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <vector>

#include "service/http_session.hpp"
#include "service/listening.hpp"

namespace trialsheet {

namespace {

namespace asio = boost::asio;

using Code = boost::system::error_code;
using Protocol = asio::generic::stream_protocol;
using Acceptor = asio::basic_socket_acceptor<Protocol, HttpShared::Executor>;

// Without file descriptors left, accepting is tried again after this.
constexpr std::chrono::milliseconds accept_pause{100};
constexpr std::chrono::milliseconds drain_step{10};

[[noreturn]] void fail(const std::string& listen, const std::string& why) {
  throw Error(Fault::setup, listen, "cannot be listened at: " + why);
}

Protocol::endpoint endpoint_of(const ListenAddress& address, const std::string& listen) {
  if (!address.path.empty()) {
    return asio::local::stream_protocol::endpoint(address.path);
  }
  Code error;
  const auto host = asio::ip::make_address(address.host, error);
  if (error) {
    throw Error(Fault::request, listen,
                "names no number of a computer; 127.0.0.1:8080 would be right");
  }
  return asio::ip::tcp::endpoint(host, address.port);
}

/// Removes a socket file that nobody listens at any more.
void remove_left_over(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISSOCK(status.st_mode)) {
    return;
  }
  asio::io_context io;
  asio::local::stream_protocol::socket probe(io);
  Code error;
  probe.connect(path, error);
  if (error) {
    std::remove(path.c_str());
  }
}

}  // namespace

struct HttpServer::Impl {
  HttpShared shared;
  ListenAddress where;
  Acceptor acceptor;
  asio::steady_timer timer;
  asio::signal_set signals;

  Impl(Service& service, Clock& clock, ServerOptions options,
       std::function<void(const AccessEntry&)> log)
      : shared{&service, &clock, options, std::move(log),
               {},       0,      {},      WorkerPool(options.threads)},
        where(read_listen_address(options.listen)),
        acceptor(shared.io),
        timer(shared.io),
        signals(shared.io) {
    service.load().most_waiting = options.most_waiting;
    listen();
  }

  ~Impl() {
    if (!where.path.empty()) {
      std::remove(where.path.c_str());
    }
  }

  void listen() {
    const auto& text = shared.options.listen;
    const auto endpoint = endpoint_of(where, text);
    if (!where.path.empty()) {
      remove_left_over(where.path);
    }
    try {
      acceptor.open(endpoint.protocol());
      if (where.path.empty()) {
        acceptor.set_option(asio::socket_base::reuse_address(true));
      }
      acceptor.bind(endpoint);
      acceptor.listen();
    } catch (const boost::system::system_error& error) {
      where.path.clear();  // not ours to remove
      fail(text, error.code().message());
    }
  }

  void accept() {
    acceptor.async_accept(shared.io,
                          [this](Code error, HttpShared::Stream::socket_type socket) {
                            if (!acceptor.is_open()) {
                              return;
                            }
                            if (error) {
                              return accept_later();
                            }
                            serve(std::move(socket));
                            accept();
                          });
  }

  void accept_later() {
    timer.expires_after(accept_pause);
    timer.async_wait([this](Code error) {
      if (!error) {
        accept();
      }
    });
  }

  void serve(HttpShared::Stream::socket_type socket) {
    const auto most = static_cast<std::size_t>(shared.options.most_connections);
    if (shared.sessions.size() >= most) {
      ++shared.service->load().refused;
      return;  // closes it
    }
    Code ignored;
    if (where.path.empty()) {
      socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    }
    std::make_shared<HttpSession>(shared, std::move(socket))->start();
  }

  void drain() {
    if (shared.service->load().draining.exchange(true)) {
      return;
    }
    Code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    for (auto* session : std::vector(shared.sessions.begin(), shared.sessions.end())) {
      session->drain();
    }
    await_sessions(shared.clock->running() + shared.options.drain_time);
  }

  /// Looks now and then whether all have ended; at `end` it waits no more.
  void await_sessions(std::chrono::milliseconds end) {
    if (shared.sessions.empty() || shared.clock->running() >= end) {
      return shared.io.stop();
    }
    timer.expires_after(drain_step);
    timer.async_wait([this, end](Code) { await_sessions(end); });
  }
};

HttpServer::HttpServer(Service& service, Clock& clock, ServerOptions options,
                       std::function<void(const AccessEntry&)> log)
    : impl_(std::make_unique<Impl>(service, clock, std::move(options), std::move(log))) {}

HttpServer::~HttpServer() = default;

std::string HttpServer::address() const {
  const auto& where = impl_->where;
  if (!where.path.empty()) {
    return "unix:" + where.path;
  }
  asio::ip::tcp::endpoint bound;
  const auto local = impl_->acceptor.local_endpoint();
  std::memcpy(bound.data(), local.data(), std::min(local.size(), bound.capacity()));
  const bool is_six = bound.address().is_v6();
  return (is_six ? "[" : "") + bound.address().to_string() + (is_six ? "]:" : ":") +
         std::to_string(bound.port());
}

void HttpServer::run() {
  for (const int signal : impl_->shared.options.signals) {
    impl_->signals.add(signal);
  }
  impl_->signals.async_wait([this](Code error, int) {
    if (!error) {
      impl_->drain();
    }
  });
  impl_->accept();
  impl_->shared.io.run();
}

void HttpServer::stop() {
  asio::post(impl_->shared.io, [this] { impl_->drain(); });
}

}  // namespace trialsheet
