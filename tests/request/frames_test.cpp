// Frames: requests over a pipe, in whatever pieces they come.

#include "request/frames.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "files.hpp"

using namespace trialsheet;
using namespace trialsheet::tests;

namespace {

std::string length(std::size_t value) {
  return {static_cast<char>(value >> 24 & 0xFF), static_cast<char>(value >> 16 & 0xFF),
          static_cast<char>(value >> 8 & 0xFF), static_cast<char>(value & 0xFF)};
}

std::string frame(const std::string& options, const std::string& record) {
  return length(options.size()) + length(record.size()) + options + record;
}

const Answerer& answerer() {
  static const Answerer only{EngineOptions()};
  return only;
}

/// What is answered to `input` that comes in pieces of `piece` bytes.
std::string answers(std::string input, std::size_t piece) {
  std::string output;
  FrameOptions options;
  options.most_record = std::size_t{1} << 20;
  options.today = [] { return std::optional<Date>(); };
  serve_frames(
      answerer(), options,
      [&](char* to, std::size_t most) {
        const auto count = std::min({piece, most, input.size()});
        std::copy_n(input.data(), count, to);
        input.erase(0, count);
        return count;
      },
      [&](std::string_view bytes) { output += bytes; });
  return output;
}

}  // namespace

TEST_CASE("requests may come in any pieces") {
  const auto record = read_file(folder("samples/NCT90000001.json"));
  const auto input = frame(R"({"paper": "a4"})", record) + frame("", "{}");
  const auto whole = answers(input, input.size());
  CHECK(whole.find("%PDF-") != std::string::npos);
  CHECK(whole.find(R"("code":65)") != std::string::npos);
  for (const std::size_t piece : {1U, 7U, 4096U}) {
    CAPTURE(piece);
    CHECK(answers(input, piece) == whole);
  }
}

TEST_CASE("a length over the limit is answered, and nothing after it") {
  CHECK_THROWS_AS(answers(length(0) + length((1U << 20) + 1), 8), Error);
  CHECK_THROWS_AS(answers(length(1U << 17) + length(0), 8), Error);
}
