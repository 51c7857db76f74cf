// Messages: fields and their values.

#include "service/message.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace trialsheet {

std::string_view field(const HttpFields& fields, std::string_view name) {
  const auto found = std::find_if(
      fields.begin(), fields.end(),
      [&](const HttpField& field) { return is_same_token(field.name, name); });
  return found == fields.end() ? std::string_view() : std::string_view(found->value);
}

bool is_same_token(std::string_view a, std::string_view b) {
  return a.size() == b.size() && lower_ascii(a) == lower_ascii(b);
}

std::string media_type(std::string_view value) {
  return lower_ascii(without_blanks(value.substr(0, value.find(';'))));
}

std::string_view without_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

void add_field(ServiceResponse& response, std::string_view name, std::string_view value) {
  std::string safe(value);
  std::replace_if(
      safe.begin(), safe.end(),
      [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
  response.fields.push_back({std::string(name), std::move(safe)});
}

ServiceResponse response_of(int status, std::string_view type, std::string body) {
  ServiceResponse response;
  response.status = status;
  response.body = std::move(body);
  add_field(response, "Content-Type", type);
  return response;
}

}  // namespace trialsheet
