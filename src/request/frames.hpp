// Frames: requests and answers one after the other over a pipe (trialsheet --stdio).
//
// A request is two lengths, each four bytes, the highest first: of its options, and of
// its record; then the options (JSON, may be empty), then the record. An answer is two
// lengths alike: of its facts, and of its body; then the facts (JSON, answer.hpp), then
// the body. Answers come in the order of the requests, each before the next request is
// read.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "request/answer.hpp"

namespace trialsheet {

/// Waits for bytes, puts at most `most` to `to`, and says how many; 0: there are no more.
using ReadBytes = std::function<std::size_t(char* to, std::size_t most)>;
/// Takes all of `bytes`, or throws.
using WriteBytes = std::function<void(std::string_view bytes)>;

struct FrameOptions {
  std::size_t most_record = std::size_t{16}
                            << 20;             ///< bytes; the largest known have 10 MB
  std::function<std::optional<Date>()> today;  ///< the day of a sheet that names none
};

/// Answers requests until there are no more. Memory is taken for what came, not for what
/// a length claims. A request that breaks the form, by a length over its limit or an end
/// in its middle, cannot be followed by another: the first is answered (code 65), and
/// both throw Error{Fault::record}. Throws what `read` and `write` throw.
void serve_frames(const Answerer& answerer, const FrameOptions& options,
                  const ReadBytes& read, const WriteBytes& write);

}  // namespace trialsheet
