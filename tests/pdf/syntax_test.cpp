// Tests of PDF syntax and of the hash.

#include "pdf/syntax.hpp"

#include <catch2/catch.hpp>

#include "base/hash.hpp"

namespace trialsheet {

TEST_CASE("a real has its exact thousandths and no more digits than it needs") {
  struct Row {
    std::int64_t thousandths;
    const char* text;
  };
  for (const auto& [thousandths, text] : {Row{0, "0"},
                                          {595276, "595.276"},
                                          {841890, "841.89"},
                                          {500, ".5"},
                                          {5, ".005"},
                                          {12000, "12"},
                                          {-250, "-.25"},
                                          {-1001, "-1.001"},
                                          {10, ".01"}})
    CHECK(Syntax().real(Length::from_thousandths(thousandths)).str() == text);
}

TEST_CASE("tokens are kept apart where PDF needs it") {
  CHECK(Syntax().integer(1).integer(-2).word("Td").str() == "1 -2 Td");
  CHECK(Syntax().raw("[").integer(1).literal("a").integer(2).raw("]TJ").str() ==
        "[1(a)2]TJ");
  CHECK(Syntax().name("A").reference(Id(7)).str() == "/A 7 0 R");
}

TEST_CASE("any bytes survive in a literal string") {
  CHECK(Syntax().literal("a(b)c\\d").str() == "(a\\(b\\)c\\\\d)");
  CHECK(Syntax().literal("\r\n").str() == "(\\r\n)");
  CHECK(Syntax().literal(std::string_view("\0\xFF", 2)).str() ==
        std::string("(\0\xFF)", 4));
}

TEST_CASE("text strings are UTF-16 with surrogates, and bad bytes are replaced") {
  CHECK(Syntax().text("A\u00E9\U0001F600").str() == "<FEFF004100E9D83DDE00>");
  CHECK(Syntax().text("\xFF").str() == "<FEFFFFFD>");
}

TEST_CASE("the hash is MurmurHash3_x64_128") {
  CHECK(hash("") == Hash{0, 0});
  CHECK(hash("hello") == Hash{0xcbd8a7b341bd9b02, 0x5b1e906a48ae1d19});
  CHECK(hash("The quick brown fox jumps over the lazy dog") ==
        Hash{0xe34bbc7bbc071b6c, 0x7a433ca9c49a9347});
  CHECK(bytes_of({0x0102030405060708, 0x090A0B0C0D0E0F10}) ==
        std::string("\1\2\3\4\5\6\7\x08\x09\x0A\x0B\x0C\x0D\x0E\x0F\x10"));
}

}  // namespace trialsheet
