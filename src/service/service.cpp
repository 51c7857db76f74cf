// The table of addresses, and what is the same for all of them.

#include "service/service.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <new>

#include "base/embedded.hpp"
#include "service/bundle_api.hpp"
#include "service/patient_page.hpp"
#include "service/problem.hpp"
#include "service/sheet_api.hpp"

namespace trialsheet {

struct Service::Impl {
  ServiceMetrics metrics;
  ServerLoad load;
  ServiceOptions options;
  Sheets sheets;
  WebLanguages languages;

  Impl(const Engine& engine, Records* records, Clock& clock, const ServiceOptions& chosen)
      : options(chosen), sheets(engine, records, clock, chosen, metrics) {}

  ServiceResponse routed(const ServiceRequest& request);
  ServiceResponse problem(std::string_view route, const Problem& problem,
                          std::string_view accept_language);
};

namespace {

// Enough for any form of ours without a record.
constexpr std::size_t small_body = std::size_t{64} << 10;

using Handler = ServiceResponse (*)(Service::Impl&, const RoutedRequest&);

struct Route {
  std::string_view method;  ///< of GET also HEAD
  std::string_view path;    ///< a last part in braces stands for any
  Handler handler;
  bool is_quick = false;
  bool takes_record = false;
};

ServiceResponse health(Service::Impl&, const RoutedRequest&) {
  return response_of(200, "text/plain; charset=utf-8", "ok\n");
}

ServiceResponse readiness(Service::Impl& service, const RoutedRequest&) {
  const auto& load = service.load;
  if (load.draining) {
    return response_of(503, "text/plain; charset=utf-8", "ending\n");
  }
  const bool is_full = load.most_waiting > 0 && load.waiting >= load.most_waiting;
  return is_full ? response_of(503, "text/plain; charset=utf-8", "busy\n")
                 : response_of(200, "text/plain; charset=utf-8", "ready\n");
}

ServiceResponse metrics(Service::Impl& service, const RoutedRequest&) {
  return response_of(200, "text/plain; version=0.0.4; charset=utf-8",
                     service.metrics.text(service.load));
}

ServiceResponse open_api(Service::Impl&, const RoutedRequest&) {
  return response_of(200, "application/json",
                     std::string(embedded_file("src/service/openapi.json")));
}

template <auto function>
ServiceResponse with_sheets(Service::Impl& service, const RoutedRequest& request) {
  return function(service.sheets, request);
}

template <auto function>
ServiceResponse for_patient(Service::Impl& service, const RoutedRequest& request) {
  return function(service.sheets, service.languages, request);
}

ServiceResponse asset(Service::Impl&, const RoutedRequest& request) {
  return patient_asset(request);
}

constexpr std::array routes = {
    Route{"GET", "/", for_patient<patient_start>, true},
    Route{"POST", "/", for_patient<patient_result>, false, true},
    Route{"POST", "/sheet", for_patient<patient_pdf>, false, true},
    Route{"GET", "/style.css", asset, true},
    Route{"GET", "/page.js", asset, true},
    Route{"GET", "/icon.svg", asset, true},
    Route{"GET", "/paper/{size}", asset, true},
    Route{"GET", "/healthz", health, true},
    Route{"GET", "/readyz", readiness, true},
    Route{"GET", "/metrics", metrics, true},
    Route{"GET", "/openapi.json", open_api, true},
    Route{"GET", "/v1/layouts", with_sheets<layouts>, true},
    Route{"POST", "/v1/sheet", with_sheets<sheet_of_body>, false, true},
    Route{"GET", "/v1/sheet/{nct}", with_sheets<sheet_of_number>},
    Route{"POST", "/v1/bundle", with_sheets<bundle_of_body>, false, true},
    Route{"POST", "/v1/explain", with_sheets<explanation_of_body>, false, true},
};

bool matches(std::string_view pattern, std::string_view path) {
  const auto brace = pattern.find('{');
  if (brace == pattern.npos) {
    return pattern == path;
  }
  return path.starts_with(pattern.substr(0, brace)) && path.size() > brace &&
         path.find('/', brace) == path.npos;
}

bool serves(const Route& route, std::string_view method) {
  return route.method == method || (route.method == "GET" && method == "HEAD");
}

std::string_view path_of(std::string_view target) {
  return target.substr(0, target.find('?'));
}

const Route* find_route(std::string_view method, std::string_view path) {
  const auto found = std::find_if(routes.begin(), routes.end(), [&](const Route& route) {
    return matches(route.path, path) && serves(route, method);
  });
  return found == routes.end() ? nullptr : &*found;
}

std::string methods_of(std::string_view path) {
  std::string methods;
  for (const auto& route : routes) {
    if (matches(route.path, path)) {
      methods += (methods.empty() ? "" : ", ") + std::string(route.method) +
                 (route.method == "GET" ? ", HEAD" : "");
    }
  }
  return methods;
}

[[noreturn]] void refuse(std::string_view path) {
  auto methods = methods_of(path);
  if (methods.empty()) {
    throw Problem(404,
                  "there is nothing at this address; /openapi.json says what there is");
  }
  Problem problem(405, "this address knows only: " + methods);
  throw problem.allow(std::move(methods));
}

RoutedRequest take_apart(const ServiceRequest& request, const Route& route) {
  const std::string_view target = request.target;
  const auto path = path_of(target);
  RoutedRequest routed{&request, std::string(path), {}, {}};
  if (path.size() < target.size()) {
    routed.query = parse_parameters(target.substr(path.size() + 1));
  }
  const auto brace = route.path.find('{');
  if (brace != route.path.npos) {
    routed.nct = std::string_view(routed.path).substr(brace);
  }
  return routed;
}

/// Whether a list of ETags names `etag` (RFC 9110, section 13.1.2).
bool names_etag(std::string_view list, std::string_view etag) {
  return !etag.empty() && (list == "*" || list.find(etag) != list.npos);
}

/// 304 if the asker has these bytes already.
void answer_unchanged(const ServiceRequest& request, ServiceResponse& response) {
  const bool is_get = request.method == "GET" || request.method == "HEAD";
  const auto etag = field(response.fields, "etag");
  if (response.status != 200 || !is_get ||
      !names_etag(field(request.fields, "if-none-match"), etag)) {
    return;
  }
  response.status = 304;
  response.body.clear();
  std::erase_if(response.fields, [](const HttpField& field) {
    return is_same_token(field.name, "content-type") ||
           is_same_token(field.name, "content-disposition");
  });
}

void add_common_fields(ServiceResponse& response) {
  add_field(response, "X-Content-Type-Options", "nosniff");
  add_field(response, "Referrer-Policy", "no-referrer");
  add_field(response, "Cross-Origin-Resource-Policy", "same-origin");
  if (field(response.fields, "cache-control").empty()) {
    add_field(response, "Cache-Control", "no-store");
  }
  if (field(response.fields, "content-security-policy").empty()) {
    add_field(response, "Content-Security-Policy",
              "default-src 'none'; frame-ancestors 'none'");
  }
}

}  // namespace

ServiceResponse Service::Impl::routed(const ServiceRequest& request) {
  const auto path = path_of(request.target);
  const auto* route = find_route(request.method, path);
  try {
    if (route == nullptr) {
      refuse(path);
    }
    return route->handler(*this, take_apart(request, *route));
  } catch (const Problem& found) {
    return problem(route == nullptr ? "other" : route->path, found,
                   field(request.fields, "accept-language"));
  } catch (const Error& error) {
    return problem_response(problem_of(error));
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return problem_response({500, "this is a bug of trialsheet; please report it"});
  }
}

/// A problem for whoever asked: a patient gets a page, a program JSON.
ServiceResponse Service::Impl::problem(std::string_view route, const Problem& problem,
                                       std::string_view accept_language) {
  return route == "/" || route == "/sheet"
             ? patient_refusal(sheets, languages, problem, accept_language)
             : problem_response(problem);
}

Service::Service(const Engine& engine, Records* records, Clock& clock,
                 const ServiceOptions& options)
    : impl_(std::make_unique<Impl>(engine, records, clock, options)) {}

Service::~Service() = default;
Service::Service(Service&&) noexcept = default;
Service& Service::operator=(Service&&) noexcept = default;

RequestPlan Service::plan(std::string_view method, std::string_view target) const {
  const auto path = path_of(target);
  if (const auto* route = find_route(method, path)) {
    return {route->path, route->takes_record ? impl_->options.most_body : small_body,
            route->is_quick};
  }
  for (const auto& route : routes) {
    if (matches(route.path, path)) {
      return {route.path, small_body, true};
    }
  }
  return {"other", small_body, true};
}

ServiceResponse Service::answer(const ServiceRequest& request) {
  auto response = impl_->routed(request);
  answer_unchanged(request, response);
  add_common_fields(response);
  response.route = plan(request.method, request.target).route;
  response.length = response.body.size();
  if (request.method == "HEAD") {
    response.body.clear();
  }
  return response;
}

ServiceResponse Service::refusal(std::string_view route, const Problem& problem) {
  auto response = impl_->problem(route, problem, "");
  add_common_fields(response);
  response.route = route.empty() ? "other" : route;
  response.length = response.body.size();
  return response;
}

ServiceMetrics& Service::metrics() {
  return impl_->metrics;
}

ServerLoad& Service::load() {
  return impl_->load;
}

}  // namespace trialsheet
