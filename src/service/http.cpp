// Listens, accepts, and ends without cutting anything off.

#include "service/http.hpp"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

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

Protocol::endpoint endpoint_of(const std::string& path) {
  sockaddr_un address{};
  if (path.size() >= sizeof address.sun_path) {
    fail("unix:" + path, "the path has more than " +
                             std::to_string(sizeof address.sun_path - 1) + " bytes");
  }
  address.sun_family = AF_UNIX;
  std::copy(path.begin(), path.end(), address.sun_path);
  Protocol::endpoint endpoint;
  std::memcpy(endpoint.data(), &address, sizeof address);
  endpoint.resize(sizeof address);
  return endpoint;
}

Protocol::endpoint endpoint_of(const ListenAddress& address, const std::string& listen) {
  if (!address.path.empty()) {
    return endpoint_of(address.path);
  }
  Code error;
  const auto host = asio::ip::make_address(address.host, error);
  if (error) {
    throw Error(Fault::request, listen,
                "names no number of a computer; 127.0.0.1:8080 would be right");
  }
  return asio::ip::tcp::endpoint(host, address.port);
}

/// The address of a socket that was handed over. One that does not listen is none.
Protocol::endpoint endpoint_of(int descriptor) {
  Protocol::endpoint endpoint;
  auto size = static_cast<socklen_t>(endpoint.capacity());
  int listens = 0;
  socklen_t one = sizeof listens;
  if (::getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &one) != 0 ||
      listens == 0 || ::getsockname(descriptor, endpoint.data(), &size) != 0) {
    fail("descriptor " + std::to_string(descriptor), "it is no socket that listens");
  }
  endpoint.resize(size);
  return endpoint;
}

/// "unix:/run/trialsheet.sock"; what follows the path's end is not part of it.
std::string unix_text(const Protocol::endpoint& endpoint) {
  sockaddr_un address{};
  std::memcpy(&address, endpoint.data(), std::min(endpoint.size(), sizeof address));
  return "unix:" + std::string(address.sun_path,
                               strnlen(address.sun_path, sizeof address.sun_path));
}

/// "127.0.0.1:8080", "[::1]:8080"
std::string tcp_text(const Protocol::endpoint& endpoint) {
  asio::ip::tcp::endpoint tcp;
  std::memcpy(tcp.data(), endpoint.data(), std::min(endpoint.size(), tcp.capacity()));
  const bool is_six = tcp.address().is_v6();
  return (is_six ? "[" : "") + tcp.address().to_string() + (is_six ? "]:" : ":") +
         std::to_string(tcp.port());
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
  std::string own_file;  ///< of the socket that we made; empty: none
  bool is_tcp = false;
  Acceptor acceptor;
  asio::steady_timer timer;
  asio::signal_set signals;

  Impl(Service& service, Clock& clock, ServerOptions options,
       std::function<void(const AccessEntry&)> log)
      : shared{&service, &clock, options, std::move(log),
               {},       0,      {},      WorkerPool(options.threads)},
        acceptor(shared.io),
        timer(shared.io),
        signals(shared.io) {
    service.load().most_waiting = options.most_waiting;
    if (options.descriptor) {
      acceptor.assign(endpoint_of(*options.descriptor).protocol(), *options.descriptor);
    } else {
      where = read_listen_address(options.listen);
      listen();
    }
    is_tcp = acceptor.local_endpoint().protocol().family() != AF_UNIX;
  }

  ~Impl() {
    if (!own_file.empty()) {
      std::remove(own_file.c_str());
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
      fail(text, error.code().message());
    }
    own_file = where.path;
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
    if (is_tcp) {
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
  const auto local = impl_->acceptor.local_endpoint();
  return local.protocol().family() == AF_UNIX ? unix_text(local) : tcp_text(local);
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
