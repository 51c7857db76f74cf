// Asks, again where there is hope, and believes an answer only if it is what was asked
// for.

#include "store/registry.hpp"

#include <algorithm>
#include <cmath>

#include "base/nct.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "store/http.hpp"
#include "store/identity.hpp"
#include "store/pace.hpp"
#include "store/pieces.hpp"

namespace trialsheet {

namespace {

using std::chrono::milliseconds;
using Kind = RegistryError::Kind;
using Outcome = HttpAnswer::Outcome;

constexpr int most_redirects = 5;
// Full jitter: any time up to a bound that doubles (AWS Architecture Blog, "Exponential
// Backoff And Jitter").
constexpr milliseconds first_bound{1000};
constexpr milliseconds last_bound{30'000};
// More of a server's own words is no longer a message.
constexpr std::size_t longest_quotation = 120;

RegistryOptions checked(RegistryOptions options) {
  const auto base = parse_address(options.base);
  if (!base || !base->query.empty() || options.base.find('#') != std::string::npos) {
    throw Error(Fault::request, options.base,
                "is no address of a registry; expected one such as "
                "https://clinicaltrials.gov/api/v2");
  }
  while (options.base.ends_with('/')) {
    options.base.pop_back();
  }
  if (options.user_agent.empty()) {
    options.user_agent = "trialsheet/" + std::string(version());
  }
  return options;
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 ||
         status == 308;
}

/// Whether the server may answer better when asked again.
bool may_change(const HttpAnswer& answer) {
  switch (answer.outcome) {
    case Outcome::no_connection:
    case Outcome::no_time:
    case Outcome::broken_off:
      return true;
    case Outcome::not_trusted:
    case Outcome::too_large:
      return false;
    case Outcome::answered:
      return answer.status == 408 || answer.status == 425 || answer.status == 429 ||
             (answer.status >= 500 && answer.status != 501 && answer.status != 505);
  }
  return false;
}

bool is_web_page(const HttpAnswer& answer) {
  const auto first = answer.body.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return answer.type.starts_with("text/html") ||
         (first != std::string::npos && answer.body[first] == '<');
}

/// The server's own words about an error, if it has any for a person.
std::string own_words(const HttpAnswer& answer) {
  const std::string words = one_line(answer.body.substr(0, longest_quotation));
  const bool is_text = answer.type.starts_with("text/plain");
  return is_text && !words.empty() ? ", \"" + words + "\"" : "";
}

}  // namespace

struct Registry::Impl {
  Impl(RegistryOptions chosen, Clock& its_clock)
      : options(checked(std::move(chosen))),
        base(*parse_address(options.base)),
        clock(&its_clock),
        pace(options.pause, its_clock),
        http({options.user_agent, options.proxy, options.no_proxy, options.ca_file,
              options.connect_time, options.most_bytes},
             its_clock) {}

  HttpAnswer ask(const std::string& path, const std::string& etag,
                 const std::string& where);
  HttpAnswer follow(std::string address, const std::string& etag,
                    const std::string& where, milliseconds deadline);
  void require_below(const std::string& address, const std::string& where) const;
  milliseconds wait_after(const HttpAnswer& answer, int attempt);
  [[noreturn]] void give_up(const HttpAnswer& answer, const std::string& where) const;
  [[noreturn]] void refuse(const HttpAnswer& answer, const std::string& where) const;
  void require_study(const HttpAnswer& answer, const std::string& nct) const;
  [[noreturn]] void fail(Kind kind, const std::string& where,
                         const std::string& problem) const;

  RegistryOptions options;
  HttpAddress base;
  Clock* clock;
  Pace pace;
  HttpClient http;
};

void Registry::Impl::fail(Kind kind, const std::string& where,
                          const std::string& problem) const {
  throw RegistryError(kind, where, "the registry at " + base.host + " " + problem);
}

/// Says why there is no answer, after the last try.
void Registry::Impl::give_up(const HttpAnswer& answer, const std::string& where) const {
  switch (answer.outcome) {
    case Outcome::no_connection:
      fail(Kind::unreachable, where,
           "cannot be reached (" + answer.problem + "); check the network, or try later");
    case Outcome::not_trusted:
      fail(Kind::unreachable, where,
           "cannot be trusted (" + answer.problem +
               "); if a proxy of your network stands between, name its authority with "
               "SSL_CERT_FILE");
    case Outcome::no_time:
      fail(Kind::unreachable, where, "did not answer in time; try later");
    case Outcome::broken_off:
      fail(Kind::unreachable, where, "broke off its answer; try later");
    case Outcome::too_large:
      fail(Kind::unusable, where,
           "sent more than " + std::to_string(options.most_bytes >> 20) +
               " MiB; check that it is the registry");
    case Outcome::answered:
      break;
  }
  if (answer.status == 429 || answer.retry_after) {
    const auto seconds = answer.retry_after.value_or(std::chrono::seconds(60)).count();
    fail(Kind::busy, where,
         "asks for a pause; try again in " + std::to_string(seconds) + " seconds");
  }
  fail(Kind::unreachable, where,
       "has an error of its own (" + std::to_string(answer.status) + "); try later");
}

/// Says what is wrong with an answer that is neither a record nor worth another try.
void Registry::Impl::refuse(const HttpAnswer& answer, const std::string& where) const {
  const std::string status = std::to_string(answer.status);
  if (answer.status == 401 || answer.status == 403 || answer.status == 407) {
    fail(Kind::unusable, where, "refuses to answer (" + status + own_words(answer) + ")");
  }
  fail(Kind::unusable, where,
       "does not know this request (" + status + own_words(answer) + ")");
}

void Registry::Impl::require_below(const std::string& address,
                                   const std::string& where) const {
  const auto target = parse_address(address);
  if (!target || !target->is_below(base)) {
    fail(Kind::unusable, where,
         "sends us to another place (" + address.substr(0, longest_quotation) +
             "), where we do not go; check its address");
  }
}

/// One try: a request and what it is redirected to.
HttpAnswer Registry::Impl::follow(std::string address, const std::string& etag,
                                  const std::string& where, milliseconds deadline) {
  for (int redirects = 0; redirects <= most_redirects; ++redirects) {
    if (!pace.take_turn(deadline)) {
      fail(Kind::busy, where, "is already being asked for much else; try later");
    }
    const auto left = std::max(deadline - clock->running(), milliseconds(1));
    const auto answer = http.get(address, etag, std::min(left, options.request_time));
    if (answer.outcome != Outcome::answered || !is_redirect(answer.status)) {
      return answer;
    }
    require_below(answer.location, where);
    address = answer.location;
  }
  fail(Kind::unusable, where, "sends us round in circles; try later");
}

/// How long to wait before trying again. A pause that the server asks for holds for all.
milliseconds Registry::Impl::wait_after(const HttpAnswer& answer, int attempt) {
  const auto bound = std::min(last_bound, first_bound * (1 << std::min(attempt, 10)));
  const milliseconds jitter(
      static_cast<std::int64_t>(clock->chance() * static_cast<double>(bound.count())));
  if (!answer.retry_after) {
    return jitter;
  }
  const milliseconds asked =
      std::min<std::chrono::seconds>(*answer.retry_after, std::chrono::hours(24));
  pace.hold(asked);
  return std::max(asked, jitter);
}

HttpAnswer Registry::Impl::ask(const std::string& path, const std::string& etag,
                               const std::string& where) {
  const milliseconds deadline = clock->running() + options.patience;
  for (int attempt = 0;; ++attempt) {
    const auto answer = follow(options.base + path, etag, where, deadline);
    if (!may_change(answer)) {
      if (answer.outcome != Outcome::answered) {
        give_up(answer, where);
      }
      return answer;
    }
    const auto wait = wait_after(answer, attempt);
    if (attempt + 1 >= options.tries || clock->running() + wait > deadline) {
      give_up(answer, where);
    }
    clock->sleep(wait);
  }
}

/// A record, and the one that was asked for.
void Registry::Impl::require_study(const HttpAnswer& answer,
                                   const std::string& nct) const {
  if (is_web_page(answer)) {
    fail(Kind::unusable, nct,
         "answered with a web page; if your network asks to sign in, do that first");
  }
  std::optional<Identity> identity;
  try {
    identity = identify(answer.body);
  } catch (const Error& error) {
    fail(Kind::unusable, nct,
         "answered with something that is no record (" + std::string(error.what()) + ")");
  }
  if (!goes_by(*identity, nct)) {
    fail(Kind::unusable, nct, "answered with another record, of " + identity->nct);
  }
}

Registry::Registry(RegistryOptions options, Clock& clock)
    : impl_(std::make_unique<Impl>(std::move(options), clock)) {}
Registry::~Registry() = default;
Registry::Registry(Registry&&) noexcept = default;
Registry& Registry::operator=(Registry&&) noexcept = default;

RegistryAnswer Registry::study(std::string_view nct, std::string_view etag) {
  const std::string where(nct);
  if (!is_nct_number(nct)) {
    throw Error(Fault::request, where.substr(0, longest_quotation),
                "is no NCT number; expected \"NCT\" and eight digits");
  }
  auto answer = impl_->ask("/studies/" + where, std::string(etag), where);
  if (answer.status == 304 && !etag.empty()) {
    return {true, {}, std::string(etag)};
  }
  if (answer.status == 404 || answer.status == 410) {
    throw Error(Fault::absent, where,
                "the registry at " + impl_->base.host +
                    " has no trial of this number; check the number");
  }
  if (answer.status != 200) {
    impl_->refuse(answer, where);
  }
  impl_->require_study(answer, where);
  return {false, std::move(answer.body), std::move(answer.etag)};
}

RegistryPage Registry::page(std::string_view query, std::string_view token,
                            std::size_t size) {
  const std::string where = "query \"" + one_line(query) + "\"";
  std::string path = "/studies?query.term=" + query_value(query) + "&pageSize=" +
                     std::to_string(std::clamp<std::size_t>(size, 1, 1000));
  path += token.empty() ? "&countTotal=true" : "&pageToken=" + query_value(token);
  const auto answer = impl_->ask(path, "", where);
  if (answer.status != 200) {
    impl_->refuse(answer, where);
  }
  const auto pieces = pieces_of(answer.body);
  if (is_web_page(answer) || !pieces || !pieces->is_page) {
    impl_->fail(Kind::unusable, where,
                "answered with something that is no page of studies; try later");
  }
  RegistryPage page{{}, std::string(pieces->next_page), pieces->total};
  page.studies.assign(pieces->studies.begin(), pieces->studies.end());
  return page;
}

std::size_t Registry::requests() const {
  return impl_->pace.turns();
}

}  // namespace trialsheet
