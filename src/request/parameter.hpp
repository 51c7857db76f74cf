// Parameters: named values, however they came: a query, a form, JSON.

#pragma once

#include <optional>
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

/// The value of `name`, which then is no parameter any more; none: it is not there.
/// Throws Error{Fault::request} if it is there twice.
std::optional<std::string> take(Parameters& parameters, const std::string& name);

}  // namespace trialsheet
