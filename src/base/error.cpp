// What an error says is one line, whatever it quotes.

#include "base/error.hpp"

#include "base/text.hpp"

namespace trialsheet {

Error::Error(Fault fault, const std::string& where, const std::string& problem)
    : std::runtime_error(one_line(where + ": " + problem)),
      fault_(fault),
      where_(one_line(where)) {}

std::string_view Error::problem() const noexcept {
  const std::string_view all = what();
  const auto lead = where_.size() + 2;
  return all.size() > lead && all.starts_with(where_) ? all.substr(lead) : all;
}

}  // namespace trialsheet
