// Looks parameters up.

#include "request/parameter.hpp"

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

}  // namespace trialsheet
