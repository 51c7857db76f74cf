// The painter: what mirroring moves and what it leaves, and which words are tagged with
// which language.

#include "page/painter.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "base/isolate.hpp"
#include "page/setter.hpp"

using namespace trialsheet;
using namespace trialsheet::literals;

namespace {

const FontSet& fonts() {
  static const FontSet set;
  return set;
}

TextStyle body() {
  TextStyle style;
  style.size = 12_pt;
  style.leading = 15_pt;
  return style;
}

constexpr Length paper = 600_pt;
constexpr Length column = 200_pt;

struct Painted {
  Sheet sheet;
  std::vector<TextRun> runs;
};

/// `text` as a node of `role` in a column that begins 100 pt from the edge it starts at.
Painted painted(const std::string& text, const std::string& language,
                Node::Role role = Node::Role::paragraph) {
  Painted made;
  made.sheet.language = language;
  made.sheet.structure.push_back({});
  const auto base = direction_of(language);
  Painter painter(made.sheet, "en", paper, base);
  painter.next_page(paper, 800_pt);
  Shaper shaper(fonts());
  const auto set = set_text(text, body(), column, shaper, base);
  painter.text(set, {100_pt, 50_pt}, painter.add_node(role, 0));
  for (const auto& item : made.sheet.pages.at(0).items)
    made.runs.push_back(std::get<TextRun>(item.mark));
  return made;
}

std::string tags(const std::string& text, Node::Role role = Node::Role::paragraph) {
  const auto all = tags_to_text(painted(text, "ar", role).sheet);
  return all.substr(all.find('\n') + 1);
}

Length left_of(const TextRun& run) {
  auto left = run.baseline.x + run.glyphs.front().x;
  for (const auto& glyph : run.glyphs)
    left = std::min(left, run.baseline.x + glyph.x);
  return left;
}

}  // namespace

TEST_CASE("words in the record's language are spans, explanations in them spans again") {
  CHECK(tags("ا " + isolated("drug [" + isolated("ب") + "]") + " ت") ==
        "  P \"ا  ت\"\n"
        "    Span lang=en \"drug []\"\n"
        "      Span lang=ar \"ب\"\n");
}

TEST_CASE("a paragraph all in the record's language is tagged itself") {
  CHECK(tags("“" + isolated("A drug.") + "”") == "  P lang=en \"“A drug.”\"\n");
  CHECK(tags(isolated("Drug A") + "، " + isolated("Drug B")) ==
        "  P lang=en \"Drug A، Drug B\"\n");
  // Further rules may stand below a list item's text, in the sheet's language.
  CHECK(tags(isolated("A drug."), Node::Role::body) ==
        "  LBody\n    Span lang=en \"A drug.\"\n");
}

TEST_CASE("what encloses words of another language is neither printed nor copied") {
  const auto text = "ا " + isolated("one two three four five six seven eight nine ten") +
                    " " + isolated("") + "ت";
  std::string copied;
  for (const auto& run : painted(text, "ar").runs)
    copied += run.text;
  CHECK(copied == without_isolates(text));
}

TEST_CASE("lines of a sheet from right to left end at its right edge") {
  const auto text =
      isolated("A registered title that takes more than one line (part 2).");
  for (const auto& run : painted(text, "ar").runs) {
    CHECK_FALSE(run.right_to_left);
    // The text box is 200 to 400 pt from the right edge of the paper.
    CHECK(left_of(run) >= paper - 100_pt - column);
    CHECK(run.baseline.x + run.glyphs.back().x <= paper - 100_pt);
  }
  const auto runs = painted("قصير", "ar").runs;
  if (runs.front().right_to_left) {
    CHECK(left_of(runs.front()) > paper - 100_pt - 40_pt);
  }
}

TEST_CASE("lines in the sheet's script stand as far apart as it needs, others do not") {
  Shaper shaper(fonts());
  Setter arabic(shaper, "ar");
  if (arabic.line_height().body == 0) {
    WARN("skipped: Noto Sans Arabic (fonts-noto-core) is not installed");
    return;
  }
  auto style = body();
  style.script_leading = 18_pt;
  CHECK(arabic.set("هل تناسبني هذه الدراسة؟", style, column).style.leading == 18_pt);
  CHECK(arabic.set("A registered title", style, column).style.leading == 15_pt);
  CHECK(Setter(shaper, "en").line_height().body == 0);
}

TEST_CASE("a mark that ends an English sentence stays at its end") {
  const auto runs = painted(isolated("Phase 2 (open)."), "ar").runs;
  REQUIRE(runs.size() == 1);
  CHECK(runs[0].text == "Phase 2 (open).");
  for (std::size_t i = 1; i < runs[0].glyphs.size(); ++i)
    CHECK(runs[0].glyphs[i].x > runs[0].glyphs[i - 1].x);
}

TEST_CASE("quotation marks around the record's words begin and end where these do") {
  const auto runs = painted("«" + isolated("Type 2 diabetes") + "»", "ar").runs;
  std::vector<std::pair<Length, std::string>> drawn;
  for (const auto& run : runs)
    drawn.emplace_back(left_of(run), run.text);
  CHECK(std::is_sorted(drawn.begin(), drawn.end()));
  CHECK(drawn.front().second.starts_with("«"));
  CHECK(drawn.back().second.ends_with("»"));
}

TEST_CASE("boxes are mirrored, the code only moved") {
  Sheet sheet;
  sheet.structure.push_back({});
  Painter painter(sheet, "en", paper, Direction::right_to_left);
  painter.next_page(paper, 800_pt);
  const std::vector<Box> boxes = {{{0_pt, 0_pt}, 2_pt, 1_pt}, {{5_pt, 0_pt}, 1_pt, 1_pt}};
  painter.fill(boxes, {});
  painter.drawing(boxes, {100_pt, 0_pt}, 10_pt, {}, 0);
  const auto& items = sheet.pages[0].items;
  CHECK(std::get<Fill>(items[0].mark).boxes[0].at.x == 598_pt);
  CHECK(std::get<Fill>(items[0].mark).boxes[1].at.x == 594_pt);
  CHECK(std::get<Fill>(items[1].mark).boxes[0].at.x == 490_pt);
  CHECK(std::get<Fill>(items[1].mark).boxes[1].at.x == 495_pt);
}
