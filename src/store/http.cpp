// The only source that calls libcurl. It is told everything that it would otherwise take
// from the environment: proxy, authorities, .netrc.

#include "store/http.hpp"

#include <algorithm>
#include <charconv>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "store/curl_library.hpp"

namespace trialsheet {

namespace {

using Outcome = HttpAnswer::Outcome;

constexpr std::size_t longest_etag = 200;
// curl 8.3 and later allow as much themselves.
constexpr std::size_t most_header_bytes = 300 * 1024;
// Slower than a modem, for so long: it does not get better.
constexpr long least_bytes_per_second = 100;
constexpr long most_slow_seconds = 15;

struct FreeUrl {
  void operator()(CURLU* url) const { curl().url_cleanup(url); }
};
struct FreeEasy {
  void operator()(CURL* easy) const { curl().easy_cleanup(easy); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl().slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, FreeEasy>;
using Headers = std::unique_ptr<curl_slist, FreeList>;

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl().url_get(url, which, &text, flags) != CURLUE_OK) {
    return {};
  }
  const std::unique_ptr<char, decltype(&curl_free)> owned(text, curl().free);
  return text;
}

bool has_dots(std::string_view path) {
  const std::string small = lower_ascii(path);
  return small.find("/.") != small.npos || small.find("%2e") != small.npos ||
         small.find("%2f") != small.npos || small.find("%5c") != small.npos ||
         small.find('\\') != small.npos;
}

/// What arrives of one answer.
struct Arriving {
  std::string body;
  std::size_t most_bytes = 0;
  std::size_t header_bytes = 0;
  bool is_too_large = false;
  std::string etag;
  std::string retry_after;
};

std::size_t take_body(char* data, std::size_t, std::size_t size, void* to) {
  auto& arriving = *static_cast<Arriving*>(to);
  if (size > arriving.most_bytes - arriving.body.size()) {
    arriving.is_too_large = true;
    return 0;  // ends the transfer
  }
  arriving.body.append(data, size);
  return size;
}

/// The value of a header line if it has this name, without white space around it.
std::optional<std::string> value_of(std::string_view line, std::string_view name) {
  if (line.size() <= name.size() || line[name.size()] != ':' ||
      lower_ascii(line.substr(0, name.size())) != name) {
    return std::nullopt;
  }
  return one_line(line.substr(name.size() + 1));
}

std::size_t take_header(char* data, std::size_t, std::size_t size, void* to) {
  auto& arriving = *static_cast<Arriving*>(to);
  const std::string_view line(data, size);
  arriving.header_bytes += size;
  if (const auto etag = value_of(line, "etag")) {
    arriving.etag = *etag;
  }
  if (const auto value = value_of(line, "retry-after")) {
    arriving.retry_after = *value;
  }
  return arriving.header_bytes > most_header_bytes ? 0 : size;
}

/// An ETag that may be kept and sent back: W/"..." or "..." of visible ASCII (RFC 9110,
/// 8.8.3); anything else is as good as none.
bool is_sound_etag(std::string_view etag) {
  std::string_view quoted = etag.starts_with("W/") ? etag.substr(2) : etag;
  return etag.size() <= longest_etag && quoted.size() >= 2 && quoted.front() == '"' &&
         quoted.find('"', 1) == quoted.size() - 1 &&
         std::all_of(quoted.begin(), quoted.end(),
                     [](char c) { return c > ' ' && c < '\x7F'; });
}

/// Retry-After is a number of seconds or a date (RFC 9110, 10.2.3).
std::optional<std::chrono::seconds> seconds_until(const std::string& text,
                                                  UnixSeconds now) {
  std::int64_t seconds = 0;
  const auto [stop, error] =
      std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error == std::errc() && stop == text.data() + text.size()) {
    return std::chrono::seconds(std::max<std::int64_t>(seconds, 0));
  }
  const std::time_t date = text.empty() ? -1 : curl().getdate(text.c_str(), nullptr);
  if (date < 0) {
    return std::nullopt;
  }
  return std::chrono::seconds(std::max<std::int64_t>(date - now, 0));
}

Outcome outcome_of(CURLcode code, bool is_too_large) {
  switch (code) {
    case CURLE_OK:
      return Outcome::answered;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
      return Outcome::no_connection;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return Outcome::not_trusted;
    case CURLE_OPERATION_TIMEDOUT:
      return Outcome::no_time;
    default:
      return is_too_large ? Outcome::too_large : Outcome::broken_off;
  }
}

template <typename Value>
void set(CURL* easy, CURLoption option, Value value) {
  if (curl().easy_setopt(easy, option, value) == CURLE_OUT_OF_MEMORY) {
    throw std::bad_alloc();
  }
}

void append(Headers& headers, const std::string& line) {
  curl_slist* longer = curl().slist_append(headers.get(), line.c_str());
  if (!longer) {
    throw std::bad_alloc();
  }
  static_cast<void>(headers.release());
  headers.reset(longer);
}

/// What is the same for all requests.
Easy new_easy(const HttpOptions& options) {
  Easy easy(curl().easy_init());
  if (!easy) {
    throw std::bad_alloc();
  }
  CURL* it = easy.get();
  set(it, CURLOPT_NOSIGNAL, 1L);
  set(it, CURLOPT_PROTOCOLS_STR, "http,https");
  set(it, CURLOPT_FOLLOWLOCATION, 0L);
  set(it, CURLOPT_ACCEPT_ENCODING, "gzip");
  set(it, CURLOPT_USERAGENT, options.user_agent.c_str());
  // Empty is not unset: unset, curl would look into the environment.
  set(it, CURLOPT_PROXY, options.proxy.c_str());
  set(it, CURLOPT_NOPROXY, options.no_proxy.c_str());
  if (!options.ca_file.empty()) {
    set(it, CURLOPT_CAINFO, options.ca_file.c_str());
  }
  set(it, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_time.count()));
  set(it, CURLOPT_LOW_SPEED_LIMIT, least_bytes_per_second);
  set(it, CURLOPT_LOW_SPEED_TIME, most_slow_seconds);
  set(it, CURLOPT_WRITEFUNCTION, &take_body);
  set(it, CURLOPT_HEADERFUNCTION, &take_header);
  return easy;
}

std::string info_text(CURL* easy, CURLINFO which) {
  const char* text = nullptr;
  curl().easy_getinfo(easy, which, &text);
  return text ? text : "";
}

HttpAnswer answer_of(CURL* easy, CURLcode code, Arriving arriving, UnixSeconds now) {
  HttpAnswer answer;
  answer.outcome = outcome_of(code, arriving.is_too_large);
  if (code != CURLE_OK) {
    answer.problem = curl().easy_strerror(code);
    return answer;
  }
  long status = 0;
  curl().easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  answer.body = std::move(arriving.body);
  answer.type = lower_ascii(info_text(easy, CURLINFO_CONTENT_TYPE));
  answer.etag = is_sound_etag(arriving.etag) ? arriving.etag : "";
  answer.location = info_text(easy, CURLINFO_REDIRECT_URL);
  answer.retry_after = seconds_until(arriving.retry_after, now);
  return answer;
}

}  // namespace

bool HttpAddress::is_below(const HttpAddress& base) const {
  const std::string folder = base.path.ends_with('/') ? base.path : base.path + "/";
  return scheme == base.scheme && host == base.host && port == base.port &&
         (path == base.path || path.starts_with(folder));
}

std::optional<HttpAddress> parse_address(const std::string& text) {
  const std::unique_ptr<CURLU, FreeUrl> url(curl().url());
  // What a path hides from a comparison is not taken apart, but refused.
  if (!url || curl().url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_PATH_AS_IS) !=
                  CURLUE_OK) {
    return std::nullopt;
  }
  HttpAddress address{lower_ascii(part(url.get(), CURLUPART_SCHEME)),
                      lower_ascii(part(url.get(), CURLUPART_HOST)),
                      part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT),
                      part(url.get(), CURLUPART_PATH), part(url.get(), CURLUPART_QUERY)};
  const bool is_web = address.scheme == "http" || address.scheme == "https";
  if (!is_web || !part(url.get(), CURLUPART_USER).empty() ||
      !part(url.get(), CURLUPART_PASSWORD).empty() || has_dots(address.path)) {
    return std::nullopt;
  }
  return address;
}

std::string query_value(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string value;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') ||
                          std::string_view("-._~").find(c) != std::string_view::npos;
    const auto byte = static_cast<unsigned char>(c);
    value +=
        is_plain ? std::string(1, c) : std::string{'%', hex[byte >> 4], hex[byte & 15]};
  }
  return value;
}

struct HttpClient::Impl {
  Easy borrow() {
    const std::lock_guard lock(mutex);
    if (idle.empty()) {
      return new_easy(options);
    }
    Easy easy = std::move(idle.back());
    idle.pop_back();
    return easy;
  }

  void give_back(Easy easy) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(easy));
  }

  HttpOptions options;
  Clock* clock;
  std::mutex mutex;
  std::vector<Easy> idle;  ///< each keeps its connection
};

HttpClient::HttpClient(HttpOptions options, Clock& clock) : impl_(new Impl) {
  impl_->options = std::move(options);
  impl_->clock = &clock;
}

HttpClient::~HttpClient() = default;

HttpAnswer HttpClient::get(const std::string& address, const std::string& etag,
                           std::chrono::milliseconds time) {
  Easy easy = impl_->borrow();
  Arriving arriving;
  arriving.most_bytes = impl_->options.most_bytes;
  Headers headers;
  append(headers, "Accept: application/json");
  if (is_sound_etag(etag)) {
    append(headers, "If-None-Match: " + etag);
  }
  set(easy.get(), CURLOPT_URL, address.c_str());
  set(easy.get(), CURLOPT_HTTPHEADER, headers.get());
  set(easy.get(), CURLOPT_TIMEOUT_MS, std::max<long>(1, static_cast<long>(time.count())));
  set(easy.get(), CURLOPT_WRITEDATA, &arriving);
  set(easy.get(), CURLOPT_HEADERDATA, &arriving);
  const CURLcode code = curl().easy_perform(easy.get());
  HttpAnswer answer =
      answer_of(easy.get(), code, std::move(arriving), impl_->clock->now());
  set(easy.get(), CURLOPT_HTTPHEADER, nullptr);
  impl_->give_back(std::move(easy));
  return answer;
}

}  // namespace trialsheet
