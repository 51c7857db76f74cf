// Reads requests, has them answered, writes the answers.

#include "service/http_session.hpp"

#include "service/problem.hpp"
#include "service/response_head.hpp"

namespace trialsheet {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

using Milliseconds = std::chrono::milliseconds;

constexpr std::size_t read_piece = 2048;
constexpr std::size_t most_buffer = 65536;
// Who is refused may still be sending: so much is read and thrown away, for so long, that
// the answer is not lost with a reset of the connection.
constexpr std::size_t most_discarded = std::size_t{16} << 20;
constexpr Milliseconds linger_time{5000};

}  // namespace

bool HttpShared::is_full() const {
  const auto& load = service->load();
  return load.waiting >= options.most_waiting || load.held_bytes > options.most_held;
}

HttpSession::HttpSession(HttpShared& shared, HttpShared::Stream::socket_type socket)
    : shared_(&shared), stream_(std::move(socket)), buffer_(most_buffer) {
  shared_->sessions.insert(this);
  ++load().connections;
}

HttpSession::~HttpSession() {
  hold(0);
  shared_->sessions.erase(this);
  --load().connections;
}

void HttpSession::start() {
  arrived_ = shared_->clock->running();
  stream_.expires_after(options().head_time);
  read_head();
}

/// Ends it if it waits for a request; else it ends after the answer.
void HttpSession::drain() {
  keep_ = false;
  if (is_idle_) {
    stream_.close();
  }
}

std::string_view HttpSession::buffered() const {
  return {static_cast<const char*>(buffer_.data().data()), buffer_.size()};
}

/// Says how many bytes this connection holds in memory for long.
void HttpSession::hold(std::int64_t bytes) {
  load().held_bytes += bytes - held_;
  held_ = bytes;
}

void HttpSession::read_head() {
  while (scan_.length() == 0 && buffered().starts_with("\r\n")) {
    buffer_.consume(2);  // RFC 9112, section 2.2
    scan_ = {};
  }
  switch (scan_.look(buffered())) {
    case HeadState::complete:
      return take_head();
    case HeadState::malformed:
      return refuse(400, "the head of the request is not HTTP");
    case HeadState::too_long:
      return refuse(431, "the head of the request is longer than " +
                             std::to_string(most_head) + " bytes");
    case HeadState::incomplete:
      break;
  }
  stream_.async_read_some(buffer_.prepare(read_piece),
                          [self = shared_from_this()](Code error, std::size_t bytes) {
                            self->got_head(error, bytes);
                          });
}

void HttpSession::got_head(Code error, std::size_t bytes) {
  if (error) {
    return;  // gone, too slow, or we are ending: nothing was asked that has an answer
  }
  buffer_.commit(bytes);
  if (is_idle_) {
    is_idle_ = false;
    stream_.expires_after(options().head_time);
  }
  read_head();
}

void HttpSession::take_head() {
  is_idle_ = false;
  arrived_ = shared_->clock->running();
  const std::string head(buffered().substr(0, scan_.length()));
  if (const auto fault = framing_fault(head); fault.status != 0) {
    return refuse(fault.status, fault.why);
  }
  const auto first = head.find(' ');
  request_.method = head.substr(0, first);
  request_.target = origin_form(
      std::string_view(head).substr(first + 1, head.find(' ', first + 1) - first - 1));
  method_ = request_.method;
  plan_ = shared_->service->plan(request_.method, request_.target);
  parse_head();
}

void HttpSession::parse_head() {
  parser_.emplace();
  parser_->header_limit(most_head);
  parser_->body_limit(plan_.most_body);
  Code error;
  buffer_.consume(parser_->put(buffer_.data(), error));
  if (error || !parser_->is_header_done()) {
    return refuse_for(error);
  }
  keep_ =
      !load().draining && parser_->get().keep_alive() && parser_->get().version() == 11;
  stream_.expires_after(options().body_time);
  const bool is_asked =
      beast::iequals(parser_->get()[http::field::expect], "100-continue");
  return is_asked && !parser_->is_done() ? say_continue() : read_body();
}

void HttpSession::say_continue() {
  static constexpr std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
  asio::async_write(stream_, asio::buffer(text.data(), text.size()),
                    [self = shared_from_this()](Code error, std::size_t) {
                      if (!error) {
                        self->read_body();
                      }
                    });
}

void HttpSession::read_body() {
  hold(static_cast<std::int64_t>(parser_->get().body().size()));
  if (parser_->is_done()) {
    return dispatch();
  }
  if (load().held_bytes > options().most_held) {
    return refuse_busy();
  }
  http::async_read_some(stream_, buffer_, *parser_,
                        [self = shared_from_this()](Code error, std::size_t) {
                          error ? self->refuse_for(error) : self->read_body();
                        });
}

void HttpSession::refuse_for(Code error) {
  if (error == beast::error::timeout) {
    return refuse(408, "the request took too long to arrive");
  }
  if (error == http::error::body_limit) {
    return refuse(413, "more than " + std::to_string(plan_.most_body) +
                           " bytes are not taken here");
  }
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return refuse(431, "a line of the request is too long");
  }
  if (error.category() == http::make_error_code(http::error::bad_field).category() &&
      error != http::error::end_of_stream && error != http::error::partial_message) {
    return refuse(400, "the request is not well formed");
  }
}

/// Answers what was not read to its end, and ends the connection.
void HttpSession::refuse(int status, const std::string& why) {
  keep_ = false;
  is_unread_ = true;
  send(shared_->service->refusal(plan_.route, {status, why}));
}

ServiceResponse HttpSession::busy() {
  ++load().refused;
  Problem problem(503, "there is too much to do at the moment; try again");
  return shared_->service->refusal(plan_.route, problem.retry_after(1));
}

void HttpSession::refuse_busy() {
  keep_ = false;
  is_unread_ = true;
  send(busy());
}

void HttpSession::dispatch() {
  auto& message = parser_->get();
  for (const auto& field : message) {
    request_.fields.push_back(
        {std::string(field.name_string()), std::string(field.value())});
  }
  request_.body = std::move(message.body());
  if (plan_.is_quick) {
    return send(shared_->service->answer(std::exchange(request_, {})));
  }
  return shared_->is_full() ? send(busy()) : work();
}

void HttpSession::work() {
  auto request = std::make_shared<ServiceRequest>(std::exchange(request_, {}));
  watch();
  ++load().waiting;
  // The session goes back with the answer, so that it never ends on another thread.
  shared_->pool.add([self = shared_from_this(), request = std::move(request),
                     guard = asio::make_work_guard(shared_->io)]() mutable {
    auto response = std::make_shared<ServiceResponse>(self->answer(*request));
    auto& io = self->shared_->io;
    asio::post(io, [self = std::move(self), response] { self->worked(*response); });
  });
}

/// On a thread of the pool.
ServiceResponse HttpSession::answer(const ServiceRequest& request) {
  --load().waiting;
  const auto waited = shared_->clock->running() - arrived_;
  waited_ = waited;
  if (is_gone_) {
    return response_of(499, "text/plain", "");
  }
  if (waited > options().wait_time) {
    return busy();
  }
  try {
    return shared_->service->answer(request);
  } catch (const std::bad_alloc&) {
    return busy();
  }
}

void HttpSession::worked(ServiceResponse& response) {
  is_working_ = false;
  Code ignored;
  stream_.socket().cancel(ignored);  // watch() is over
  send(std::move(response));
}

/// Notices that the client went away, so that nothing is made for nobody.
void HttpSession::watch() {
  is_working_ = true;
  stream_.socket().async_wait(HttpShared::Stream::socket_type::wait_read,
                              [self = shared_from_this()](Code error) {
                                Code failed;
                                if (!error && self->is_working_ &&
                                    self->stream_.socket().available(failed) == 0) {
                                  self->is_gone_ = true;
                                }
                              });
}

void HttpSession::send(ServiceResponse response) {
  response_ = std::move(response);
  if (response_.route.empty()) {
    response_.route = plan_.route;
  }
  const auto sent = parser_ ? parser_->get()["X-Request-Id"] : beast::string_view();
  id_ = request_id({sent.data(), sent.size()}, shared_->clock->chance(),
                   ++shared_->requests);
  keep_ = keep_ && !load().draining;
  head_ = response_head(response_, {id_, http_date(shared_->clock->now()), !keep_});
  hold(static_cast<std::int64_t>(response_.body.size()));
  stream_.expires_after(options().write_time);
  const std::array buffers = {asio::buffer(head_), asio::buffer(response_.body)};
  asio::async_write(
      stream_, buffers,
      [self = shared_from_this()](Code error, std::size_t) { self->sent(error); });
}

void HttpSession::sent(Code error) {
  record(error);
  response_ = {};
  hold(0);
  if (error || (!keep_ && !is_unread_)) {
    return stream_.close();
  }
  keep_ ? read_next() : linger();
}

void HttpSession::record(Code error) {
  const auto taken = shared_->clock->running() - arrived_;
  const auto milliseconds = static_cast<double>(taken.count());
  const auto waited = static_cast<double>(waited_.count());
  const int status = error ? 499 : response_.status;
  shared_->service->metrics().add(response_.route, status, milliseconds / 1000,
                                  waited / 1000);
  shared_->log({id_, known_method(method_), response_.route, status,
                response_.body.size(), milliseconds, waited});
}

void HttpSession::read_next() {
  parser_.reset();
  request_ = {};
  plan_ = {};
  scan_ = {};
  arrived_ = shared_->clock->running();
  waited_ = {};
  is_idle_ = buffer_.size() == 0;
  if (is_idle_) {
    buffer_.shrink_to_fit();
  }
  stream_.expires_after(is_idle_ ? options().idle_time : options().head_time);
  read_head();
}

/// Reads on for a moment before it closes.
void HttpSession::linger() {
  Code ignored;
  stream_.socket().shutdown(HttpShared::Stream::socket_type::shutdown_send, ignored);
  stream_.expires_after(linger_time);
  buffer_.consume(buffer_.size());
  discard();
}

void HttpSession::discard() {
  stream_.async_read_some(buffer_.prepare(most_buffer),
                          [self = shared_from_this()](Code error, std::size_t bytes) {
                            self->discarded_ += bytes;
                            if (!error && self->discarded_ < most_discarded) {
                              self->discard();
                            }
                          });
}

}  // namespace trialsheet
