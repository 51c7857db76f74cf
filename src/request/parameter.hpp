// Parameters: named values, however they came: a query, a form, JSON.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

struct Parameter {
  std::string name;
  std::string value;
};

using Parameters = std::vector<Parameter>;

/// The value of `name`, or nullptr.
const std::string* find(const Parameters& parameters, std::string_view name);

/// The value of `name`, empty if there is none.
std::string_view value_of(const Parameters& parameters, std::string_view name);

}  // namespace trialsheet
