// Tests of content streams, by the operators they hold.

#include "pdf/content.hpp"

#include <catch2/catch.hpp>
#include <charconv>
#include <cstdlib>

#include "pdf/font_program.hpp"
#include "pdf/images.hpp"
#include "pdf/sample.hpp"

namespace trialsheet {

namespace {

using namespace literals;
using sample::error_of;

/// Node 1 is a paragraph, 2 a link in it, 3 a figure.
Sheet sheet_of(std::vector<Item> items) {
  Sheet sheet = sample::paragraph("");
  sheet.structure.push_back(sample::node(Node::Role::link, 1));
  sheet.structure.push_back(sample::node(Node::Role::figure, 0));
  sheet.pages[0].height = 100_pt;
  sheet.pages[0].items = std::move(items);
  return sheet;
}

Content content_of(std::vector<Item> items) {
  const auto sheet = sheet_of(std::move(items));
  DocumentFonts fonts(sample::pdf_fonts());
  DocumentImages images;
  return page_content(sheet, sheet.pages[0], fonts, images);
}

/// The codes of ASCII characters are the same on every page, from 1 for the space on.
std::string codes(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += {'\0', static_cast<char>(c - ' ' + 1)};
  return out;
}

/// The first code that a page gives out itself.
std::string own_code() {
  return {'\0', static_cast<char>(sample::pdf_fonts().face(0).usual().size())};
}

}  // namespace

TEST_CASE(
    "marks of one node that follow each other are one sequence in one text object") {
  const auto content = content_of(
      {{sample::run("ab", {10_pt, 20_pt}), 1}, {sample::run("c", {10_pt, 35_pt}), 1}});
  CHECK(content.operators == "BT\n/P<</MCID 0>>BDC\n/F0 10 Tf\n10 80 Td\n[(" +
                                 codes("ab") + ")]TJ\n0 -15 Td\n[(" + codes("c") +
                                 ")]TJ\nEMC\nET\n");
  CHECK(content.nodes == std::vector<int>{1});
}

TEST_CASE("each change of node is a new sequence, and artifacts have no number") {
  const auto content = content_of({{sample::run("a"), 1},
                                   {sample::run("a"), 2},
                                   {sample::run("a"), artifact},
                                   {sample::run("a"), 1}});
  CHECK(content.nodes == std::vector<int>{1, 2, 1});
  CHECK(sample::count(content.operators, "BT\n") == 1);
  CHECK(sample::contains(content.operators, "EMC\n/Link<</MCID 1>>BDC\n"));
  CHECK(sample::contains(content.operators, "EMC\n/Artifact BMC\n"));
  CHECK(sample::contains(content.operators, "EMC\n/P<</MCID 2>>BDC\n"));
}

TEST_CASE("boxes are painted outside of text objects, as one path") {
  const Fill fill{{{{1_pt, 2_pt}, 3_pt, 4_pt}, {{5_pt, 90_pt}, 1.5_pt, 10_pt}},
                  {255, 0, 51}};
  const auto content = content_of({{sample::run("a"), 1}, {fill, 3}});
  CHECK(sample::contains(content.operators,
                         "EMC\nET\n/Figure<</MCID 1>>BDC\n1 0 .2 rg\n1 94 3 4 re\n"
                         "5 0 1.5 10 re\nf\nEMC\n"));
}

TEST_CASE("boxes on a grid are counted in its units") {
  Fill fill;
  for (int i = 0; i < 9; ++i)
    fill.boxes.push_back({{10_pt + i * 4.252_pt, 20_pt + i * 2.126_pt},
                          2.126_pt,
                          i == 8 ? 3 * 2.126_pt : 2.126_pt});
  const auto content = content_of({{fill, 3}});
  CHECK(content.operators.starts_with(
      "/Figure<</MCID 0>>BDC\nq 2.126 0 0 -2.126 10 80 cm\n0 0 1 1 re\n2 1 1 1 re\n"));
  CHECK(content.operators.ends_with("16 8 1 3 re\nf Q\nEMC\n"));
  // One box off the grid, and there is none.
  fill.boxes[4].at.x += 0.1_pt;
  CHECK_FALSE(sample::contains(content_of({{fill, 3}}).operators, "cm"));
}

TEST_CASE("a frame's line runs inside its box") {
  const Frame frame{{{{10_pt, 20_pt}, 9_pt, 9_pt}}, 1_pt, {}};
  CHECK(content_of({{frame, artifact}}).operators ==
        "/Artifact BMC\n10.5 71.5 8 8 re\nS\nEMC\n");
}

TEST_CASE("marks are raised and the line comes back down") {
  auto run = sample::run("abc");
  run.glyphs[1].y = 2_pt;
  CHECK(sample::contains(content_of({{run, 1}}).operators,
                         "[(" + codes("a") + ")]TJ\n2 Ts\n[(" + codes("b") +
                             ")]TJ\n0 Ts\n[(" + codes("c") + ")]TJ\n"));
}

TEST_CASE("a shared cluster gets a replacement text of its own sequence") {
  auto run = sample::run("a bc d");
  run.glyphs[3].cluster = run.glyphs[2].cluster;
  const auto content = content_of({{run, 1}});
  CHECK(content.nodes == std::vector<int>{1, 1, 1});
  CHECK(sample::contains(content.operators,
                         "EMC\n/Span<</MCID 1/ActualText<FEFF006200630020>>>BDC\n"));
}

TEST_CASE("a ligature from right to left gives each of its characters a code in order") {
  auto run = sample::run("ab");
  run.right_to_left = true;
  run.glyphs.resize(1);  // stands for both characters now
  const auto content = content_of({{run, 1}});
  const auto begin = content.operators.find('[');
  const auto shown = content.operators.substr(begin, content.operators.find(']') - begin);
  // The second is a glyph that draws nothing, back where the first began, and a fiftieth
  // of an em further left.
  const TrueType font(sample::fonts().face(0));
  CHECK(shown == "[(" + codes("a") + ")" +
                     std::to_string(font.advance(run.glyphs[0].id) + 20) + "(" +
                     own_code() + ")");
}

TEST_CASE("glyphs end up where layout put them, however long the run") {
  auto run = sample::run(std::string(500, 'a'));
  for (std::size_t i = 0; i < run.glyphs.size(); ++i)
    run.glyphs[i].x = Length::from_thousandths(static_cast<std::int64_t>(i) * 5437);
  const auto all = content_of({{run, 1}}).operators;
  const TrueType font(sample::fonts().face(0));
  const auto width = font.advance(run.glyphs[0].id);

  // Follows the pen through the TJ operator in hundredths of a thousandth of a point.
  std::int64_t pen = 0;
  std::size_t glyph = 0;
  for (auto at = all.find('[') + 1; all[at] != ']';) {
    if (all[at] != '(') {
      int correction = 0;
      at = static_cast<std::size_t>(
          std::from_chars(&all[at], &all[0] + all.size(), correction).ptr - &all[0]);
      pen -= correction * 10'000;
      continue;
    }
    for (++at; all[at] != ')'; at += 2, ++glyph) {
      CHECK(std::abs(pen - run.glyphs[glyph].x.thousandths() * 1000) <= 5'000);
      pen += width * 10'000;
    }
    ++at;
  }
  CHECK(glyph == 500);
}

TEST_CASE("codes that are brackets, backslashes or line ends are escaped") {
  // 94 different glyphs: their codes pass 0x0A, 0x0D, ( ) and backslash.
  std::string text;
  for (char c = '!'; c <= '~'; ++c)
    text += c;
  const auto all = content_of({{sample::run(text), 1}}).operators;
  const std::string zero(1, '\0');
  CHECK(sample::contains(all, zero + "\\r" + zero + "\x0E"));
  CHECK(sample::contains(all, zero + "\\(" + zero + "\\)" + zero + "*"));
  CHECK(sample::contains(all, zero + "\\\\" + zero + "]"));
}

TEST_CASE("what cannot be shown is an error") {
  CHECK(error_of([] {
          content_of({{sample::run("\u2265"), 1}});
        }) == "font NotoSans-Regular: a text asks for a glyph that it does not have");
  auto other = sample::run("a");
  other.font = 1000;
  CHECK(error_of([&] {
          content_of({{other, 1}});
        }) == "fonts: the page was laid out with other fonts than it is written with");
  auto flat = sample::run("a");
  flat.size = Length();
  CHECK(error_of([&] { content_of({{flat, 1}}); }) == "page: a text has no size: a");
}

}  // namespace trialsheet
