// Texts set into columns: nothing lost, nothing outside, glyphs where they belong.

#include "page/lines.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace trialsheet;
using namespace trialsheet::literals;

namespace {

TextStyle body() {
  TextStyle style;
  style.size = 12_pt;
  style.leading = 15_pt;
  return style;
}

std::string text_of(const SetText& set) {
  std::string text;
  for (int line = 0; line < set.lines(); ++line)
    for (const auto& run : line_runs(set, line, {}))
      text += run.text;
  return text;
}

const FontSet& fonts() {
  static const FontSet set;
  return set;
}

const std::string paragraph =
    "“Participants who received live attenuated vaccination within 30 days prior to the "
    "first dose (≥ 5 half-lives, whichever is longer), or who weigh < 50 kg”";

}  // namespace

TEST_CASE("every line stays in its column and the text is whole") {
  Shaper shaper(fonts());
  const auto width = Length::from_points(GENERATE(60, 90, 158, 263, 334, 510));
  const auto set = set_text(paragraph, body(), width, shaper);
  CHECK(text_of(set) == paragraph);
  CHECK(set.height() == set.lines() * 15_pt);
  for (int line = 0; line < set.lines(); ++line)
    CHECK(line_width(set, line).thousandths() <= width.thousandths());
}

TEST_CASE("a word wider than its column is broken, not lost") {
  Shaper shaper(fonts());
  const auto word =
      GENERATE(std::string(300, 'm'),
               std::string("very.long.address.of.someone@hospital.example.org"));
  const auto set = set_text(word, body(), 100_pt, shaper);
  CHECK(text_of(set) == word);
  for (int line = 0; line < set.lines(); ++line)
    CHECK(line_width(set, line) <= 100_pt);
}

TEST_CASE("glyphs of a line stand where the words before them end") {
  Shaper shaper(fonts());
  const auto set = set_text("AA AA", body(), 200_pt, shaper);
  const auto runs = line_runs(set, 0, {10_pt, 20_pt});
  REQUIRE(runs.size() == 1);
  REQUIRE(runs[0].glyphs.size() == 5);
  // Noto Sans: A is 639 and the space 260 of 1000 units wide.
  CHECK(runs[0].glyphs[1].x.thousandths() == 639 * 12);
  CHECK(runs[0].glyphs[3].x.thousandths() == (639 + 639 + 260) * 12);
  CHECK(runs[0].baseline.x == 10_pt);
}

TEST_CASE("a title's lines are balanced without more of them") {
  Shaper shaper(fonts());
  auto style = body();
  const std::string title = "A study of two medicines for people who have had a stroke";
  const auto ragged = set_text(title, style, 300_pt, shaper);
  style.balanced = true;
  const auto balanced = set_text(title, style, 300_pt, shaper);
  REQUIRE(balanced.lines() == ragged.lines());
  CHECK(line_width(balanced, balanced.lines() - 1) >
        line_width(ragged, ragged.lines() - 1));
}

TEST_CASE("no last line of one short word if that costs no line") {
  Shaper shaper(fonts());
  const std::string text = "Anyone who had a heart attack in the last year and knows it";
  const auto last_line = [&](const SetText& set) {
    return line_runs(set, set.lines() - 1, {}).front().text;
  };
  int mended = 0;
  for (int points = 150; points <= 340; ++points) {
    const auto set = set_text(text, body(), Length::from_points(points), shaper);
    const bool orphan = last_line(set) == "it";
    for (int narrower = points - 6; orphan && narrower > points * 3 / 4; narrower -= 6) {
      const auto other = set_text(text, body(), Length::from_points(narrower), shaper);
      CHECK((other.lines() > set.lines() || last_line(other) == "it"));
    }
    mended += last_line(set) == "knows it" ? 1 : 0;
  }
  CHECK(mended > 0);
}

TEST_CASE("no line of one or two Chinese characters is left over if that costs no line") {
  Shaper shaper(fonts());
  const std::string text = "我还有哪些选择？不参加会怎样？";  // 14 in a line of 158 pt
  const auto set = set_text(text, body(), 168_pt, shaper);
  REQUIRE(set.lines() == 2);
  CHECK(line_width(set, 1) > 168_pt / 5);
}

TEST_CASE("a character that no font has is printed as its code and noted") {
  Shaper shaper(fonts());
  const auto set = set_text("dose \xEF\x83\x92 5", body(), 300_pt, shaper);
  CHECK(text_of(set) == "dose [U+F0D2] 5");
  const auto notes = shaper.take_notes();
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == Note::Kind::replaced);
  CHECK(notes[0].message == "no font has the character; it is printed as [U+F0D2]");
  CHECK(shaper.take_notes().empty());
}

TEST_CASE("no text is ever shown with the empty box") {
  Shaper shaper(fonts());
  const auto set = set_text("≥ ≤ → − × µ µg/mL ½ é ﬁ ™ ® ‰ ① Ⅱ \xF0\x9F\x98\x80 中 א",
                            body(), 400_pt, shaper);
  for (int line = 0; line < set.lines(); ++line)
    for (const auto& run : line_runs(set, line, {}))
      for (const auto& glyph : run.glyphs)
        CHECK(glyph.id != 0);
}

TEST_CASE("Hebrew runs from right to left, its text in logical order") {
  Shaper shaper(fonts());
  const auto set = set_text("site שלום 12", body(), 300_pt, shaper);
  std::vector<TextRun> hebrew;
  for (auto& run : line_runs(set, 0, {}))
    if (run.right_to_left)
      hebrew.push_back(run);
  if (hebrew.empty()) {
    WARN("skipped: Noto Sans Hebrew (fonts-noto-core) is not installed");
    return;
  }
  REQUIRE(hebrew[0].text == "שלום");
  CHECK(hebrew[0].glyphs.front().x > hebrew[0].glyphs.back().x);
  CHECK(hebrew[0].glyphs.front().cluster < hebrew[0].glyphs.back().cluster);
}

TEST_CASE("weights change in the middle of a text") {
  Shaper shaper(fonts());
  const auto set = set_text("bold plain", body(), 300_pt, shaper,
                            Direction::left_to_right, {{5, Weight::bold}});
  const auto runs = line_runs(set, 0, {});
  REQUIRE(runs.size() == 2);
  CHECK(fonts().face(runs[0].font).name == "Noto Sans Bold");
  CHECK(runs[0].text == "bold ");
  CHECK(fonts().face(runs[1].font).name == "Noto Sans");
}
