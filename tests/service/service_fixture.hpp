// A service without sockets, for tests: its engine, a clock that stands still, a store.

#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "files.hpp"
#include "service/service.hpp"
#include "store/invented.hpp"

namespace trialsheet::tests {

class StillClock final : public Clock {
 public:
  UnixSeconds now() override { return 1'784'000'000; }
  std::chrono::milliseconds running() override { return std::chrono::milliseconds(0); }
  void sleep(std::chrono::milliseconds) override {}
  double chance() override { return 0.5; }
};

inline std::string sample(const std::string& nct) {
  return read_file(folder("samples/" + nct + ".json"));
}

inline const Engine& shared_engine() {
  static const Engine engine;
  return engine;
}

/// With a store that holds one sample, and no way to the registry.
class ServiceFixture {
 public:
  static constexpr const char* known = "NCT05153070";

  ServiceFixture() : store_(scratch_ / "records.db", Store::Access::write) {
    store_.put(sample(known), 0);
    records_.emplace(&store_, nullptr, clock_);
    service_.emplace(shared_engine(), &*records_, clock_, options());
  }

  static ServiceOptions options() {
    ServiceOptions options;
    options.today = [] { return Date{.year = 2026, .month = 11, .day = 23}; };
    return options;
  }

  ServiceResponse answer(const std::string& method, const std::string& target,
                         HttpFields fields = {}, std::string body = "") {
    return service_->answer({method, target, std::move(fields), std::move(body)});
  }

  ServiceResponse get(const std::string& target, HttpFields fields = {}) {
    return answer("GET", target, std::move(fields));
  }

  ServiceResponse post(const std::string& target, std::string body,
                       HttpFields fields = {{"Content-Type", "application/json"}}) {
    return answer("POST", target, std::move(fields), std::move(body));
  }

  Service& service() { return *service_; }

 private:
  Scratch scratch_;
  StillClock clock_;
  Store store_;
  std::optional<Records> records_;
  std::optional<Service> service_;
};

inline std::string field_of(const ServiceResponse& response, const std::string& name) {
  return std::string(field(response.fields, name));
}

inline nlohmann::json json_of(const ServiceResponse& response) {
  return nlohmann::json::parse(response.body);
}

}  // namespace trialsheet::tests
