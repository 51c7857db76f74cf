// Text: what is UTF-8, and what is left of a text when it is cleaned.

#include "base/text.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace trialsheet;

TEST_CASE("a character is read with its length") {
  CHECK(character_at("A", 0).code == U'A');
  CHECK(character_at("≥", 0).code == 0x2265);
  CHECK(character_at("≥", 0).length == 3);
  CHECK(character_at("\xF0\x9F\x98\x80", 0).code == 0x1F600);
}

TEST_CASE("bytes that are not UTF-8 read as U+FFFD of length 1") {
  for (const std::string bad :
       {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
        "\xF8\x88\x80\x80\x80", "\xE2\x89"}) {
    CHECK(character_at(bad, 0).code == 0xFFFD);
    CHECK(character_at(bad, 0).length == 1);
    CHECK(find_invalid_utf8("ab" + bad) == 2);
  }
  CHECK(find_invalid_utf8("a \xEF\xBF\xBD is a character like others") ==
        std::string::npos);
}

TEST_CASE("every code point survives the way to UTF-8 and back") {
  for (char32_t code = 1; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 97) {
    if (code >= 0xD800 && code <= 0xDFFF) {
      continue;
    }
    const std::string text = to_utf8(code);
    const Character read = character_at(text, 0);
    REQUIRE(read.code == code);
    REQUIRE(read.length == text.size());
  }
  CHECK(to_utf8(0xD800) == "\xEF\xBF\xBD");
  CHECK(to_utf8(0x110000) == "\xEF\xBF\xBD");
}

TEST_CASE("one line has single spaces and nothing unseen") {
  CHECK(one_line("  a \t\r\n b\u00A0\u2003c  ") == "a b c");
  CHECK(one_line("n\u200Bo\u202Et\u00AD\uFEFF") == "not");
  CHECK(one_line("a\x01\x7F\u0085b") == "a b");
  CHECK(one_line("bad \xFF byte") == "bad \xEF\xBF\xBD byte");
  CHECK(one_line("") == "");
  CHECK(one_line(" \n ") == "");
}

TEST_CASE("joiners stay where they are spelling") {
  CHECK(one_line("n\u200Dot") == "not");
  CHECK(one_line("می\u200Cشود") == "می\u200Cشود");
}

TEST_CASE("The words of any line stand one space apart") {
  const std::string signs[] = {"a", "~", "!", " ", " ", "\t", "é", "\x7F"};
  std::mt19937 chance(20261123);
  for (int made = 0; made < 20'000; ++made) {
    std::string text;
    std::string wanted;
    for (auto left = chance() % 40; left > 0; --left) {
      const std::string& sign = signs[chance() % std::size(signs)];
      text += sign;
      const bool space = sign == " " || sign == "\t";
      if (space && !wanted.empty() && wanted.back() != ' ')
        wanted += ' ';
      else if (!space && sign != "\x7F")
        wanted += sign;
    }
    if (wanted.ends_with(' '))
      wanted.pop_back();
    CAPTURE(text);
    REQUIRE(one_line(text) == wanted);
  }
}

TEST_CASE("kept lines keep their indentation") {
  CHECK(kept_lines("* a\r\n\r\n  * b  \r\n") == "* a\n\n  * b\n");
  CHECK(kept_lines("\ta\tb") == "    a b");
  CHECK(kept_lines("  \ta") == "    a");
  CHECK(kept_lines("a\u2028b") == "a\nb");
  CHECK(kept_lines("\u00A0\u00A0a\x02") == "  a");
}

TEST_CASE("only ASCII letters are lowered") {
  CHECK(lower_ascii("ÄB Ç-1") == "Äb Ç-1");
}
