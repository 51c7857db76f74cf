// SHA-256 by the examples of its makers.

#include "base/sha256.hpp"

#include <catch2/catch.hpp>

using namespace trialsheet;

TEST_CASE("the hash of a text is that of the standard") {
  // csrc.nist.gov, "Cryptographic Standards and Guidelines: Examples with Intermediate
  // Values", SHA256.
  CHECK(hex(sha256("abc")) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hex(sha256("")) ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a text in pieces has the hash of the whole") {
  Sha256Stream stream;
  stream.add("a");
  stream.add("");
  stream.add("bc");
  CHECK(stream.finish() == sha256("abc"));
}

TEST_CASE("a hash is read as it is written, and nothing else is one") {
  const auto text = hex(sha256("abc"));
  CHECK(parse_sha256(text) == sha256("abc"));
  CHECK(!parse_sha256(text.substr(1)));
  CHECK(!parse_sha256("B" + text.substr(1)));
}
