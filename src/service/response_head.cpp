// Writes heads of responses.

#include "service/response_head.hpp"

#include "service/problem.hpp"

namespace trialsheet {

std::string response_head(const ServiceResponse& response, const SentWith& with) {
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + " " +
                     std::string(status_phrase(response.status)) + "\r\n";
  const auto add = [&head](std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
  };
  add("Date", with.date);
  for (const auto& field : response.fields) {
    add(field.name, field.value);
  }
  if (response.status != 304) {
    add("Content-Length", std::to_string(response.length));
  }
  add("X-Request-Id", with.id);
  if (with.closes) {
    add("Connection", "close");
  }
  return head + "\r\n";
}

}  // namespace trialsheet
