// What is measured and painted the quick way is what HarfBuzz makes of whole words.

#include "page/plain_cut.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "base/embedded.hpp"
#include "files.hpp"
#include "page/packed_faces.hpp"
#include "page/setter.hpp"

using namespace trialsheet;
using namespace trialsheet::literals;

namespace {

const FontSet& fonts() {
  static const FontSet set;
  return set;
}

/// Words of any printable ASCII, as they are written and as they are not.
std::set<std::string> made_up_words() {
  std::minstd_rand random(1);
  std::set<std::string> words;
  for (int i = 0; i < 3'000; ++i) {
    std::string word;
    for (auto length = 1 + random() % 12; length > 0; --length)
      word += static_cast<char>(random() % 3 == 0 ? '!' + random() % 94
                                                  : 'a' + random() % 26);
    words.insert(word);
  }
  return words;
}

/// What stands between quotation marks, line ends and spaces in each 20th record.
std::set<std::string> parts_of_records(std::string_view ends, std::size_t longest) {
  std::set<std::string> parts;
  std::size_t turn = 0;
  for (const auto& path : tests::files_in(tests::records_folder(), ".json")) {
    if (turn++ % 20 != 0)
      continue;
    const auto text = tests::read_file(path);
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find_first_of(ends, at), text.size());
      if (end > at && end - at < longest)
        parts.insert(text.substr(at, end - at));
      at = end + 1;
    }
  }
  return parts;
}

MicroEm advance_of(const Shaped& shaped) {
  MicroEm sum = 0;
  for (const auto& glyph : shaped.glyphs)
    sum += glyph.advance;
  return sum;
}

bool is_same(PlainFace& face, const std::string& word, const Shaped& whole) {
  std::size_t i = 0;
  bool same = face.advance(word) == whole.advance && advance_of(whole) == whole.advance &&
              whole.glyphs.size() == word.size();
  face.visit(word, [&](std::uint16_t glyph, MicroEm advance) {
    same = same && whole.glyphs[i].id == glyph && whole.glyphs[i].advance == advance &&
           whole.glyphs[i].cluster == i && whole.glyphs[i].x == 0 &&
           whole.glyphs[i].y == 0;
    ++i;
  });
  return same && i == word.size();
}

bool is_same(const Shaped& a, const Shaped& b) {
  return a.advance == b.advance &&
         std::equal(a.glyphs.begin(), a.glyphs.end(), b.glyphs.begin(), b.glyphs.end(),
                    [](const ShapedGlyph& one, const ShapedGlyph& other) {
                      return one.id == other.id && one.cluster == other.cluster &&
                             one.advance == other.advance && one.x == other.x &&
                             one.y == other.y;
                    });
}

TextStyle style_of(Weight weight, Length tracking = {}) {
  TextStyle style;
  style.size = 10.5_pt;
  style.leading = 15_pt;
  style.weight = weight;
  style.tracking = tracking;
  return style;
}

bool is_same(const LineRun& a, const LineRun& b) {
  return a.text == b.text && a.font == b.font && a.baseline.x == b.baseline.x &&
         a.isolate == b.isolate && a.right_to_left == b.right_to_left &&
         std::equal(a.glyphs.begin(), a.glyphs.end(), b.glyphs.begin(), b.glyphs.end(),
                    [](const Glyph& one, const Glyph& other) {
                      return one.id == other.id && one.cluster == other.cluster &&
                             one.x == other.x && one.y == other.y;
                    });
}

/// Whether two ways of setting a text give the same lines and glyphs.
bool is_same(const SetText& a, const SetText& b) {
  if (a.line_ends != b.line_ends)
    return false;
  for (int line = 0; line < a.lines(); ++line) {
    const auto one = line_runs(a, line, {}), other = line_runs(b, line, {});
    if (line_width(a, line) != line_width(b, line) || one.size() != other.size())
      return false;
    for (std::size_t i = 0; i < one.size(); ++i)
      if (!is_same(one[i], other[i]))
        return false;
  }
  return true;
}

const std::vector<std::string> texts = {
    "Is 18 to 65 years of age, and weighs ≥ 50 kg (110 lb)",
    "“What’s first?” — five difficult fluffy offices, Müller’s naïve café",
    "  leads and  ends  with spaces  ",
    "CYP3A4/CYP2D6-inhibitors,ketoconazole;itraconazole/clarithromycin 5 mg",
    "",
    " ",
    "one line\nand another",
    "日本語 with Latin",
    "مرحبا 12",
    "\u2068isolated\u2069 words",
    "μ, 10^9/L, ½, x\u00ADy, a\u0301",
    "a control\x01 or \x7F sign",
    "\x7F",
    "twelve bytes\x1F",
    "12345678é",
    "1234567é",
    "\xFF broken \xC3",
};

}  // namespace

TEST_CASE("words measured by pairs of characters are as wide as HarfBuzz makes them") {
  Shaper shaper(fonts());
  auto words = made_up_words();
  if (!tests::records_folder().empty())
    words.merge(parts_of_records(" \"\n\\", 40));
  std::size_t plain = 0;
  for (const auto weight : {Weight::regular, Weight::bold}) {
    const int font = shaper.font_for('a', weight, -1);
    auto& face = *shaper.plain_face(font);
    for (const auto& word : words) {
      if (face.advance(word) == PlainFace::not_plain)
        continue;
      ++plain;
      CAPTURE(word, font);
      if (!is_same(face, word, shaper.shape_anew(word, font, Direction::left_to_right)))
        FAIL("differs");
    }
  }
  CHECK(plain > words.size());
}

TEST_CASE("words in quotation marks are shaped as HarfBuzz shapes them whole") {
  Shaper shaper(fonts());
  std::set<std::string> words = {"“", "”", "“”", "”.", "(“A”)", "2.5 mg/dL”", "60-100%”"};
  auto bare = made_up_words();
  if (!tests::records_folder().empty())
    bare.merge(parts_of_records(" \"\n\\", 40));
  for (const auto& word : bare)
    words.merge(std::set<std::string>{word, "“" + word, word + "”", word + "“" + word});
  std::size_t known = 0;
  for (const auto weight : {Weight::regular, Weight::bold}) {
    const int font = shaper.font_for('a', weight, -1);
    for (const auto& word : words) {
      const auto quick = shaper.plain_face(font)->shape(word);
      known += quick ? 1 : 0;
      const auto whole = shaper.shape_anew(word, font, Direction::left_to_right);
      CAPTURE(word, font);
      if (quick && !is_same(*quick, whole))
        FAIL("differs");
    }
  }
  CHECK(known > words.size());
}

TEST_CASE("what the program holds of plain words is what HarfBuzz says of them now") {
  CHECK((embedded_file("packed/plain_faces") == Shaper(fonts()).asked_of_plain_words()));
}

TEST_CASE("what the program knows of faces is what fonts.json says") {
  CHECK((embedded_file("packed/face_entries") ==
         packed_face_entries(embedded_file("fonts/fonts.json"))));
}

TEST_CASE("ligatures, marks and other scripts are left to HarfBuzz") {
  Shaper shaper(fonts());
  auto& face = *shaper.plain_face(shaper.font_for('a', Weight::regular, -1));
  CHECK(face.advance("office") == PlainFace::not_plain);
  CHECK(face.advance("naïve") == PlainFace::not_plain);
  CHECK(face.advance("plain") > 0);
}

TEST_CASE("texts set the quick way have the lines and glyphs of the long way") {
  Shaper shaper(fonts());
  std::set<std::string> all(texts.begin(), texts.end());
  if (!tests::records_folder().empty())
    all.merge(parts_of_records("\"\\", 2'000));
  std::size_t quick = 0;
  for (const auto& style :
       {style_of(Weight::regular), style_of(Weight::bold, Length::from_thousandths(700))})
    for (const auto& text : all) {
      CAPTURE(text);
      Setter setter(shaper, "en");
      const auto& set = setter.set(text, style, 170_pt);
      quick += set.cut->plain.shaper != nullptr ? 1 : 0;
      if (!is_same(set, set_text(text, style, 170_pt, shaper)))
        FAIL("differs");
    }
  CHECK(quick > texts.size() / 2);
}

TEST_CASE("a text whose lead is bold is set the quick way as the long way") {
  Shaper shaper(fonts());
  const std::string text = "This sheet shows  6 of fluffy é rules. Others are on record.";
  std::size_t quick = 0;
  for (std::size_t end = 0; end <= text.size() + 1; ++end)
    for (const auto& style : {style_of(Weight::regular), style_of(Weight::bold, 1_pt)}) {
      CAPTURE(end);
      Setter setter(shaper, "en");
      const std::vector<Stretch> lead = {{end, Weight::bold}};
      const auto& set = setter.set(text, style, 90_pt, lead);
      quick += set.cut->plain.shaper != nullptr ? 1 : 0;
      CHECK(is_same(
          set, set_text(text, style, 90_pt, shaper, Direction::left_to_right, lead)));
    }
  CHECK(quick > 2 * text.size());
}
