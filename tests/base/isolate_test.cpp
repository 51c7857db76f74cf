// Isolates: put on and taken off without a trace.

#include "base/isolate.hpp"

#include <catch2/catch.hpp>

using namespace trialsheet;

TEST_CASE("what is isolated and freed again is what it was") {
  const auto text = GENERATE("", "placebo", "“≥ 18 years” in Paris", "مرض");
  CHECK(without_isolates(isolated(text)) == text);
  CHECK(without_isolates("أ " + isolated(std::string(text) + isolated("b")) + ".") ==
        "أ " + std::string(text) + "b.");
}

TEST_CASE("nothing is not isolated") {
  CHECK(isolated("").empty());
}
