// Looks parameters up.

#include "request/parameter.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace trialsheet {

const std::string* find(const Parameters& parameters, std::string_view name) {
  for (const auto& parameter : parameters) {
    if (parameter.name == name) {
      return &parameter.value;
    }
  }
  return nullptr;
}

std::string_view value_of(const Parameters& parameters, std::string_view name) {
  const auto* value = find(parameters, name);
  return value == nullptr ? std::string_view() : std::string_view(*value);
}

std::optional<std::string> take(Parameters& parameters, const std::string& name) {
  const auto first =
      std::find_if(parameters.begin(), parameters.end(),
                   [&](const Parameter& each) { return each.name == name; });
  if (first == parameters.end()) {
    return std::nullopt;
  }
  auto value = std::move(first->value);
  parameters.erase(first);
  if (find(parameters, name) != nullptr) {
    throw Error(Fault::request, name, "is given twice; give it once");
  }
  return value;
}

}  // namespace trialsheet
