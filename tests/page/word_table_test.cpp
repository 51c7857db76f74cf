// What was shaped is found again, and forgetting is never seen.

#include "page/word_table.hpp"

#include <catch2/catch.hpp>

#include "page/lines.hpp"

using namespace trialsheet;
using namespace trialsheet::literals;

namespace {

constexpr auto rightwards = Direction::left_to_right;

WordTable::Key key(const std::string& text, int font = 0,
                   Direction direction = rightwards) {
  return {text, font, direction};
}

Shaped wide(MicroEm advance) {
  return {{}, advance};
}

}  // namespace

TEST_CASE("a word is found by its text, font and direction, however many there are") {
  WordTable table;
  const std::string text = "word";
  table.add(key(text), wide(1));
  table.add(key(text, 1), wide(2));
  table.add(key(text, 0, Direction::right_to_left), wide(3));
  for (int i = 0; i < 5'000; ++i) {
    const auto other = std::to_string(i);
    table.add(key(other), wide(100 + i));
  }
  CHECK(table.find(key(text))->advance == 1);
  CHECK(table.find(key(text, 1))->advance == 2);
  CHECK(table.find(key(text, 0, Direction::right_to_left))->advance == 3);
  const std::string last = "4999";
  CHECK(table.find(key(last))->advance == 5'099);
  CHECK(table.find(key(last, 1)) == nullptr);
}

TEST_CASE("words that were asked for again outlive the others, once") {
  WordTable table;
  for (int i = 0; i < 100; ++i) {
    const auto text = std::to_string(i);
    table.add(key(text), wide(i));
  }
  const std::string kept = "7";
  const std::string lost = "8";
  const auto before = table.bytes();
  table.find(key(kept));
  table.forget();
  REQUIRE(table.find(key(kept)) != nullptr);
  CHECK(table.find(key(kept))->advance == 7);
  CHECK(table.find(key(lost)) == nullptr);
  CHECK(table.size() == 1);
  CHECK(table.bytes() < before / 50);
  table.forget();  // one of one is more than half
  CHECK(table.size() == 0);
}

TEST_CASE("a shaper that had to forget sets texts as before") {
  const FontSet fonts;
  Shaper shaper(fonts);
  TextStyle style;
  style.size = 12_pt;
  style.leading = 15_pt;
  const auto glyphs = [&] {
    const auto set =
        set_text("Adults (≥ 18 years) with type 2 diabetes", style, 90_pt, shaper);
    std::vector<std::int64_t> places;
    for (int line = 0; line < set.lines(); ++line)
      for (const auto& run : line_runs(set, line, {}))
        for (const auto& glyph : run.glyphs)
          places.insert(places.end(), {glyph.id, glyph.x.thousandths()});
    return places;
  };
  const auto before = glyphs();
  for (std::size_t i = 0; i <= Shaper::most_words; ++i) {
    const auto word = std::to_string(i);
    shaper.shape(word, 0, rightwards);
  }
  shaper.forget_if_full();
  CHECK(glyphs() == before);
}
