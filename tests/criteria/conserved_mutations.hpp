// Mutations: a rule made to say something else, by a machine, in all places where it can.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet::tests {

struct Mutation {
  const char* name;
  /// The texts that it makes of one; none if there is nothing to change.
  std::function<std::vector<std::string>(const std::string&)> apply;
};

const std::vector<Mutation>& mutations();

}  // namespace trialsheet::tests
