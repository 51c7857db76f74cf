// Service: from an HTTP request to its response, without sockets.
//
// README.md lists the addresses. Errors are responses: nothing is thrown but what ends
// the program anyway (no memory).

#pragma once

#include <memory>

#include "service/message.hpp"
#include "service/metrics.hpp"
#include "service/problem.hpp"
#include "service/sheets.hpp"

namespace trialsheet {

/// What is known of a request before its body is read.
struct RequestPlan {
  std::string_view route;     ///< template of the address; "other" if there is none
  std::size_t most_body = 0;  ///< bytes; more are refused with 413
  bool is_quick = false;      ///< answered in microseconds, without waiting
};

class Service {
 public:
  /// `records` may be null: then only records that are sent can be rendered. All must
  /// outlive this.
  Service(const Engine& engine, Records* records, Clock& clock,
          const ServiceOptions& options);
  ~Service();
  Service(Service&&) noexcept;
  Service& operator=(Service&&) noexcept;

  RequestPlan plan(std::string_view method, std::string_view target) const;

  /// Any number of threads may ask at the same time. May wait for a worker or the
  /// registry.
  ServiceResponse answer(const ServiceRequest& request);

  /// The answer to a request on `route` (empty: none known) that never came to answer().
  ServiceResponse refusal(std::string_view route, const Problem& problem);

  ServiceMetrics& metrics();
  ServerLoad& load();

  struct Impl;  ///< private to service.cpp

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
