// Problems: errors as the service tells them (RFC 9457), and the one table from faults to
// HTTP status codes.

#pragma once

#include <stdexcept>
#include <string>

#include "base/error.hpp"
#include "service/message.hpp"

namespace trialsheet {

/// Thrown while a request is answered; nothing of it leaves the service but as a
/// response.
class Problem : public std::runtime_error {
 public:
  /// `detail` says what is wrong and what would be right, without the reader's data.
  Problem(int status, const std::string& detail)
      : std::runtime_error(detail), status_(status) {}

  /// Names the query parameter or form field that is wrong.
  Problem& about_parameter(std::string name);
  /// Names the place in the record: a JSON pointer, or line and column where it is no
  /// JSON.
  Problem& about_place(std::string place);
  /// Says when to try again.
  Problem& retry_after(int seconds);
  /// Methods that the address knows (405).
  Problem& allow(std::string methods);

  int status() const noexcept { return status_; }
  const std::string& parameter() const noexcept { return parameter_; }
  const std::string& place() const noexcept { return place_; }
  int seconds() const noexcept { return seconds_; }
  const std::string& methods() const noexcept { return methods_; }

 private:
  int status_;
  std::string parameter_;
  std::string place_;
  int seconds_ = 0;
  std::string methods_;
};

/// An error of the engine or the store as a problem.
Problem problem_of(const Error& error);

/// "Not Found" for 404: the reason phrases of RFC 9110.
std::string_view status_phrase(int status);

/// application/problem+json.
ServiceResponse problem_response(const Problem& problem);

}  // namespace trialsheet
