// Reads options with nlohmann/json.

#include "request/options_json.hpp"

#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace trialsheet {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* example = "; {\"paper\": \"a4\"} would be right";

[[noreturn]] void refuse(const std::string& where, const std::string& problem) {
  throw Error(Fault::request, where, problem + example);
}

std::string text_of(const std::string& name, const Json& value) {
  if (value.is_boolean()) {
    return value.get<bool>() ? "true" : "false";
  }
  if (!value.is_string()) {
    refuse(name, "is no text, true or false");
  }
  return value.get<std::string>();
}

}  // namespace

Parameters parse_options(std::string_view json) {
  Parameters parameters;
  if (json.size() > largest_options) {
    refuse("options", "are longer than " + std::to_string(largest_options) + " bytes");
  }
  if (json.empty()) {
    return parameters;
  }
  const auto object = Json::parse(json, nullptr, false);
  if (!object.is_object()) {
    refuse("options", "are no JSON object");
  }
  for (const auto& [name, value] : object.items()) {
    for (const auto& each : value.is_array() ? value : Json::array({value})) {
      parameters.push_back({name, text_of(name, each)});
    }
  }
  return parameters;
}

}  // namespace trialsheet
