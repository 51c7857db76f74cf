// Registry: the client of the ClinicalTrials.gov API v2, or of a mirror of it.
//
// It asks only what it is asked for. Only a checked NCT number ever becomes part of a
// path. Redirects are followed by hand, and only to places below the base.

#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "store/clock.hpp"

namespace trialsheet {

/// The registry could not be asked, or its answer cannot be used. where() is the NCT
/// number or the query, what() names the registry's host and says what would be right.
class RegistryError : public Error {
 public:
  enum class Kind {
    unreachable,  ///< no connection, no answer in time, or only errors of the server
    busy,         ///< it, or we by our own limit, ask to try later
    unusable,     ///< it answered, but not with the record: refused, another one, HTML
  };

  RegistryError(Kind kind, const std::string& where, const std::string& problem)
      : Error(Fault::upstream, where, problem), kind_(kind) {}

  Kind kind() const noexcept { return kind_; }

 private:
  Kind kind_;
};

struct RegistryOptions {
  std::string base = "https://clinicaltrials.gov/api/v2";  ///< http or https, no query
  std::string user_agent = {};  ///< empty: "trialsheet/" and the version
  /// libcurl's own notation; empty: none. The environment is not looked at.
  std::string proxy = {};
  std::string no_proxy = {};  ///< hosts asked directly, with commas
  std::string ca_file = {};   ///< trusted authorities, PEM; empty: those of the system
  /// One request per 1.2 s: "about 50 a minute" is what other clients of the registry
  /// keep to; it documents no limit (SERVICE_AND_SCALE_FACTS, section 2).
  std::chrono::milliseconds pause{1200};
  std::chrono::milliseconds connect_time{10'000};
  std::chrono::milliseconds request_time{
      60'000};  ///< one request, from first to last byte
  /// Of one call of study() or page() in all: its turn, requests, and waiting between. A
  /// call that would take longer fails at once with Kind::busy or the last trouble.
  std::chrono::milliseconds patience{180'000};
  int tries = 4;  ///< at most, while there is hope
  /// Of one answer after decompression. The largest records known have 10 MB or so.
  std::size_t most_bytes = std::size_t{64} << 20;
};

/// What the registry has under a number.
struct RegistryAnswer {
  bool is_unchanged = false;  ///< it has what carries the ETag that was sent; else:
  std::string json;           ///< one study, whole, of the number asked for or its alias
  std::string etag;           ///< to be sent with the next request; may be empty
};

/// A page of the results of a query.
struct RegistryPage {
  std::vector<std::string> studies;  ///< JSON as it came, one each, not looked into
  std::string next;                  ///< token of the next page; empty: this is the last
  std::optional<std::size_t> total;  ///< of the query; told on the first page
};

/// Make one for a process: it keeps the pause between all its requests, of all threads.
/// Any number of threads may use it. It calls `clock`, which must outlive it.
class Registry {
 public:
  /// Throws Error{Fault::request} if the base is no address of http or https.
  Registry(RegistryOptions options, Clock& clock);
  ~Registry();
  Registry(Registry&&) noexcept;
  Registry& operator=(Registry&&) noexcept;

  /// Asks for one study. `etag`: of the copy that the caller has; empty: none. Throws
  /// Error{Fault::absent} if the registry has no such number, RegistryError, or
  /// Error{Fault::request} if `nct` is no NCT number.
  RegistryAnswer study(std::string_view nct, std::string_view etag = {});

  /// Asks for a page of what matches `query`, as typed into the registry's own search
  /// ("heart AND AREA[Phase]PHASE3"). `token`: RegistryPage::next of the page before;
  /// empty: the first page. `size`: 1 to 1000. Throws RegistryError.
  RegistryPage page(std::string_view query, std::string_view token, std::size_t size);

  /// How many requests went out, redirects and repetitions counted.
  std::size_t requests() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
