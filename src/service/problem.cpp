// Writes problems as JSON.

#include "service/problem.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "store/registry.hpp"

namespace trialsheet {

namespace {

using Json = nlohmann::ordered_json;

// A registry that is busy or gone is asked again after as long as Records rests.
constexpr int upstream_rest = 30;

constexpr std::array<std::pair<int, std::string_view>, 20> phrases = {{
    {200, "OK"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable Content"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {100, "Continue"},
}};

int status_of(Fault fault) {
  switch (fault) {
    case Fault::request:
      return 400;
    case Fault::record:
    case Fault::overflow:
      return 422;
    case Fault::absent:
      return 404;
    case Fault::upstream:
      return 502;
    case Fault::layout:
    case Fault::setup:
      return 500;
  }
  return 500;
}

Problem upstream_problem(const Error& error) {
  const auto* registry = dynamic_cast<const RegistryError*>(&error);
  if (registry != nullptr && registry->kind() == RegistryError::Kind::unusable) {
    return {502, "the registry's answer for this trial cannot be used"};
  }
  Problem problem(503, "the registry cannot be reached; try again in a few minutes");
  return problem.retry_after(upstream_rest);
}

}  // namespace

Problem& Problem::about_parameter(std::string name) {
  parameter_ = std::move(name);
  return *this;
}

Problem& Problem::about_place(std::string place) {
  place_ = std::move(place);
  return *this;
}

Problem& Problem::retry_after(int seconds) {
  seconds_ = seconds;
  return *this;
}

Problem& Problem::allow(std::string methods) {
  methods_ = std::move(methods);
  return *this;
}

Problem problem_of(const Error& error) {
  switch (error.fault()) {
    case Fault::upstream:
      return upstream_problem(error);
    case Fault::layout:
    case Fault::setup:
      return {500, "something of this service is not set up; its owner can read what"};
    case Fault::request:
      return Problem(400, std::string(error.problem())).about_parameter(error.where());
    case Fault::absent:
      return {404, "the trial asked for is not there; check its NCT number"};
    case Fault::record:
    case Fault::overflow:
      break;
  }
  return Problem(status_of(error.fault()), std::string(error.problem()))
      .about_place(error.where());
}

std::string_view status_phrase(int status) {
  for (const auto& [code, phrase] : phrases) {
    if (code == status) {
      return phrase;
    }
  }
  return "Error";
}

ServiceResponse problem_response(const Problem& problem) {
  Json json = {{"type", "about:blank"},
               {"title", status_phrase(problem.status())},
               {"status", problem.status()},
               {"detail", problem.what()}};
  if (!problem.parameter().empty()) {
    json["parameter"] = problem.parameter();
  }
  if (!problem.place().empty()) {
    json[problem.place().starts_with('/') ? "pointer" : "place"] = problem.place();
  }
  auto response =
      response_of(problem.status(), "application/problem+json",
                  json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
  if (problem.seconds() > 0) {
    add_field(response, "Retry-After", std::to_string(problem.seconds()));
  }
  if (!problem.methods().empty()) {
    add_field(response, "Allow", problem.methods());
  }
  return response;
}

}  // namespace trialsheet
