// Unescape: CommonMark's rule, and no more than that.

#include "trial/unescape.hpp"

#include <catch2/catch.hpp>

using namespace trialsheet;

TEST_CASE("a backslash before ASCII punctuation goes") {
  CHECK(unescape(R"(\>18 and \<65)") == ">18 and <65");
  CHECK(unescape(R"(10\^9, \[a\], 1\. \* \- \~ \_)") == "10^9, [a], 1. * - ~ _");
}

TEST_CASE("any other backslash stays") {
  CHECK(unescape(R"(a\b \ 1\n\)") == R"(a\b \ 1\n\)");
  CHECK(unescape(R"(\\>)") == R"(\>)");
  CHECK(unescape(R"(\\\>)") == R"(\>)");
  CHECK(unescape(R"(\≥)") == R"(\≥)");
}

TEST_CASE("entities are the signs that they stand for, once") {
  CHECK(unescape(R"(\&gt;9 &lt;1)") == ">9 <1");
  CHECK(unescape("&#8805; 3 &amp;lt; R&D &unknown; &") == "≥ 3 &lt; R&D &unknown; &");
}
