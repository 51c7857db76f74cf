// Directions: what stays whole in a line from right to left. '<' and '>' mark the parts.

#include "page/directions.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace trialsheet;

namespace {

std::string with_marks(const std::string& text) {
  auto marked = text;
  auto parts = left_to_right_parts(text, 0, text.size());
  for (auto part = parts.rbegin(); part != parts.rend(); ++part)
    marked.insert(part->end, ">").insert(part->begin, "<");
  return marked;
}

std::string without_marks(std::string marked) {
  std::erase_if(marked, [](char c) { return c == '{' || c == '}'; });
  return marked;
}

std::string braced(std::string marked) {
  for (char& c : marked)
    c = c == '<' ? '{' : c == '>' ? '}' : c;
  return marked;
}

/// The text as drawn, from left to right.
std::u32string drawn(const std::u32string& letters, Direction base) {
  std::string text;
  for (const auto letter : letters)
    text +=
        letter < 0x80 ? std::string(1, static_cast<char>(letter)) : std::string("\u0627");
  std::vector<std::uint8_t> levels;
  const auto of_bytes = levels_of(text, base, {}, {});
  for (std::size_t i = 0, at = 0; i < letters.size(); at += letters[i++] < 0x80 ? 1 : 2)
    levels.push_back(of_bytes[at]);
  std::u32string result;
  for (const auto i : visual_order(levels))
    result += letters[i];
  return result;
}

}  // namespace

TEST_CASE("numbers, units, signs, addresses and telephone numbers stay whole") {
  const std::string marked =
      GENERATE(as<std::string>{},          //
               "العمر {≥ 18} سنة",         //
               "من {50 kg} أو أكثر",       //
               "اتصل: {+33 1 42 34 56}.",  //
               "({800-633-1610})",         //
               "«{NCT05153070}»",          //
               "انظر {https://a.org/b}؟",  //
               "أقل من {10^9/L}",          //
               "المرحلة {2} {NCT05153070}", "إنترلوكين-2", "لا أحد");
  CHECK(braced(with_marks(without_marks(marked))) == marked);
}

TEST_CASE("in a line from right to left, numbers are not turned around") {
  using namespace std::string_literals;
  // Any letter beyond ASCII stands for an Arabic one.
  CHECK(drawn(U"ابت 1.5-3 ابت"s, Direction::right_to_left) == U"تبا 1.5-3 تبا"s);
  CHECK(drawn(U"ابت +33 1 423456."s, Direction::right_to_left) == U".+33 1 423456 تبا"s);
  CHECK(drawn(U"ابت (mg/kg)"s, Direction::right_to_left) == U")mg/kg( تبا"s);
}

TEST_CASE("the direction of a language is that of its script") {
  CHECK(direction_of("ar") == Direction::right_to_left);
  CHECK(direction_of("fa") == Direction::right_to_left);
  CHECK(direction_of("uz-Arab") == Direction::right_to_left);
  CHECK(direction_of("zh-Hans") == Direction::left_to_right);
  CHECK(direction_of("en") == Direction::left_to_right);
  CHECK(direction_of("no such tag") == Direction::left_to_right);
}
