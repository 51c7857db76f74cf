// Framing: where a request's head ends, and whether everybody would read it alike.
//
// What proxies and servers read differently (RFC 9112, section 11.2: request smuggling)
// is refused here, also where the standard would let us guess: folded lines, bare line
// ends, two lengths, Transfer-Encoding other than chunked.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trialsheet {

/// Bytes of a head; browsers send one or two thousand.
constexpr std::size_t most_head = 8192;
constexpr std::size_t most_fields = 100;

enum class HeadState {
  incomplete,
  complete,
  malformed,
  too_long,
};

/// Looks through a head as it comes in.
class HeadScan {
 public:
  /// `bytes` are all so far, only more than at the last call. What no head may contain is
  /// told as soon as it is there.
  HeadState look(std::string_view bytes);

  /// The length of the complete head, its empty line included.
  std::size_t length() const { return length_; }

 private:
  std::size_t seen_ = 0;
  std::size_t length_ = 0;
};

/// What is wrong with a complete head: a status code and why, or 0.
struct FramingFault {
  int status = 0;
  std::string why = {};
};

FramingFault framing_fault(std::string_view head);

/// The path and query of a target, which may be a whole address.
std::string origin_form(std::string_view target);

}  // namespace trialsheet
