// Brand files: what a clinic gets told of a mistake, and what of its words is printed.

#include "page/brand.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "base/error.hpp"
#include "files.hpp"
#include "page/contrast.hpp"
#include "page/fit.hpp"
#include "page/maker.hpp"
#include "words/words.hpp"

namespace trialsheet {

namespace {

using Catch::Contains;

std::string read_nothing(const std::string& name) {
  throw Error(Fault::setup, name, "is not there");
}

Brand brand_of(const std::string& json) {
  return read_brand(json, "clinic.json", read_nothing);
}

Brand sample(const std::string& name) {
  const auto folder = tests::folder("samples/brands");
  return read_brand(tests::read_file(folder / name), name, [&](const std::string& file) {
    return tests::read_file(folder / file);
  });
}

/// As long as a brand may be.
Brand longest() {
  auto brand = sample("river-valley.json");
  const auto text = [](std::size_t characters) {
    std::string words;
    while (words.size() < characters)
      words += "Wordy ";
    return words.substr(0, characters - 1) + "x";
  };
  brand.name = text(80);
  brand.department = text(80);
  brand.address = text(140);
  brand.phone = text(40);
  brand.hours = text(80);
  brand.footer = text(140);
  brand.assistance.assign(4, {"es", text(160)});
  brand.assistance_page.clear();
  return brand;
}

const FontSet& fonts() {
  static const FontSet set;
  return set;
}

Noted<Fitted> fitted(const Summary& summary, const std::string& layout,
                     const std::string& paper, const Brand* brand) {
  static const Words words("en");
  Shaper shaper(fonts());
  return fit(summary, built_in_layout(layout), paper, words, shaper, brand);
}

std::set<std::string> texts_on(const Sheet& sheet) {
  std::set<std::string> texts;
  for (const auto& page : sheet.pages)
    for (const auto& item : page.items)
      if (const auto* run = std::get_if<TextRun>(&item.mark))
        texts.insert(run->text);
  return texts;
}

std::string all_text(const Sheet& sheet) {
  std::string text;
  for (const auto& page : sheet.pages)
    for (const auto& item : page.items)
      if (const auto* run = std::get_if<TextRun>(&item.mark))
        text += run->text;
  return text;
}

}  // namespace

TEST_CASE("a broken brand is told its place and what would be right") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "clinic.json:1:1: the JSON text ends too early"},
      {"[]", "clinic.json:1:1 /: should be an object"},
      {"{}", "needs \"language\""},
      {R"({"language": "en"})", "needs \"name\""},
      {R"({"language": "english please", "name": "A"})",
       "clinic.json:1:14 /language: should be the tag of a language"},
      {R"({"language": "en", "name": ""})", "/name: should be a text, not an empty one"},
      {R"({"language": "en", "name": 7})", "/name: should be a text, not number"},
      {R"({"language": "en", "name": "A", "adress": "x"})",
       "clinic.json:1:33 /adress: is no key of this object; should it be \"address\"?"},
      {R"({"language": "en", "name": "A", "name": "B"})", "/name: is there twice"},
      {R"({"language": "en", "name": "A", "hide": ["status"]})", "/hide: is no key"},
      {R"({"language": "en", "name": ")" + std::string(81, 'a') + R"("})",
       "/name: should have at most 80 characters, not 81"},
      {R"({"language": "en", "name": "A", "accent": "teal"})",
       "/accent: should be a colour such as \"#0F3460\""},
      {R"({"language": "en", "name": "A", "logo": {"file": "logo.png"}})",
       "/logo: needs \"alt\""},
      {R"({"language": "en", "name": "A", "logo": {"alt": "A", "file": "no.png"}})",
       "no.png: is not there"},
      {R"({"language": "en", "name": "A", "language_assistance": {"notice": []}})",
       "/language_assistance/notice: should be a list of at least one item"},
      {R"({"language": "en", "name": "A", "language_assistance": {"notice": ["Hola"]}})",
       "/language_assistance/notice/0: should be an object with language, text"},
      {R"({"language": "en", "name": "A", "defaults": {"layout": "tiny"}})",
       "/defaults/layout: \"tiny\" is none of the layouts: large-print"},
      {R"({"language": "en", "name": "A", "defaults": {"attach": false}})",
       "/defaults/attach: is no key of this object"},
  };
  for (const auto& [json, message] : cases) {
    CAPTURE(json);
    CHECK_THROWS_WITH(brand_of(json), Contains(message));
  }
}

TEST_CASE("a logo that cannot be read is told with the place of its name") {
  const auto read = [](const std::string&) { return std::string("GIF89a"); };
  CHECK_THROWS_WITH(
      read_brand("{\"language\": \"en\", \"name\": \"A\",\n \"logo\": {\"alt\": \"A\", "
                 "\"file\": \"logo.gif\"}}",
                 "clinic.json", read),
      Catch::Equals("clinic.json:2:31 /logo/file: logo.gif is neither PNG nor JPEG, "
                    "whatever it is called; save it as PNG"));
}

TEST_CASE("a colour that is too light is refused with the nearest that passes") {
  CHECK_THROWS_WITH(
      brand_of(R"({"language": "en", "name": "A", "accent": "#00A0E0"})"),
      Catch::Equals("clinic.json:1:43 /accent: has a contrast of 2.9:1 on white, and 7:1 "
                    "is needed; \"#005F85\" is the nearest that has it"));
  // What is offered is accepted, and a step lighter would not be.
  for (const Color light : {Color{0, 160, 224}, Color{255, 0, 0}, Color{250, 250, 10},
                            Color{255, 255, 255}, Color{120, 119, 118}}) {
    const auto dark = dark_enough(light);
    CAPTURE(hex_of(light), hex_of(dark));
    CHECK(contrast_on_white(dark) >= least_contrast);
    CHECK(contrast_on_white({static_cast<std::uint8_t>(dark.red + 3),
                             static_cast<std::uint8_t>(dark.green + 3),
                             static_cast<std::uint8_t>(dark.blue + 3)}) < least_contrast);
    const auto json =
        R"({"language": "en", "name": "A", "accent": ")" + hex_of(dark) + "\"}";
    CHECK(brand_of(json).accent == dark);
  }
}

TEST_CASE("the sample brands are good and all of their words are printed") {
  const auto summary = Maker(7).summary();
  for (const std::string name :
       {"river-valley.json", "clinica-ejemplo.json", "family-practice.json"}) {
    CAPTURE(name);
    const auto brand = sample(name);
    for (const std::string layout : {"standard", "large-print", "self-check"}) {
      const auto sheet = fitted(summary, layout, "a4", &brand).value.sheet;
      const auto text = all_text(sheet);
      std::string alt;
      for (const auto& node : sheet.structure)
        alt += node.alt_text;
      for (const auto& own : texts_of(brand)) {
        // Lines end where they end: the first words are enough.
        const auto words = own.text.substr(0, own.text.find(' ', 12));
        CAPTURE(layout, own.source, words);
        CHECK((text + alt).find(words) != std::string::npos);
      }
    }
  }
}

TEST_CASE("a brand keeps nothing off the page and its sheet is one page") {
  const auto brand = longest();
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const auto summary = Maker(seed).summary();
    for (const std::string paper : {"letter", "a4"}) {
      CAPTURE(seed, paper);
      const auto made = fitted(summary, "standard", paper, &brand);
      REQUIRE(made.value.sheet.pages.size() ==
              (made.value.brand == BrandExtent::apart ? 2 : 1));
      const auto texts = texts_on(made.value.sheet);
      for (const std::string must :
           {"Clinical trial NCT90000000", "Status", "Sponsor", "Notes",
            "Source: ClinicalTrials.gov. This is not medical advice."})
        CHECK(all_text(made.value.sheet).find(must) != std::string::npos);
      // The code: the one fill of many boxes.
      const auto codes = [](const Sheet& sheet) {
        return std::count_if(sheet.pages[0].items.begin(), sheet.pages[0].items.end(),
                             [](const Item& item) {
                               const auto* fill = std::get_if<Fill>(&item.mark);
                               return fill != nullptr && fill->boxes.size() > 100;
                             });
      };
      CHECK(codes(made.value.sheet) == 1);
      const auto shortened =
          std::any_of(made.notes.begin(), made.notes.end(),
                      [](const Note& note) { return note.source == "brand"; });
      CHECK(shortened == (made.value.brand != BrandExtent::all));
      // The notice is never lost.
      CHECK(all_text(made.value.sheet).find("Wordy Wordy") != std::string::npos);
    }
  }
}

TEST_CASE("nothing of a branded page overlaps") {
  const auto brand = sample("river-valley.json");
  const auto summary = Maker(4).summary();
  const auto sheet = fitted(summary, "standard", "letter", &brand).value.sheet;
  std::vector<Box> boxes;
  for (const auto& item : sheet.pages[0].items)
    if (const auto* image = std::get_if<Image>(&item.mark)) {
      boxes.push_back(image->box);
      CHECK(image->box.height <= Length::from_points(36));
      CHECK(image->box.width <= Length::from_points(120));
    }
  REQUIRE(boxes.size() == 1);
  for (const auto& item : sheet.pages[0].items)
    if (const auto* run = std::get_if<TextRun>(&item.mark)) {
      const bool is_beside =
          run->baseline.x >= boxes[0].at.x + boxes[0].width ||
          run->baseline.y - run->size > boxes[0].at.y + boxes[0].height;
      CAPTURE(run->text);
      CHECK(is_beside);
    }
}

TEST_CASE(
    "each text of a brand is tagged with its own language, the logo with its text") {
  const auto brand = sample("river-valley.json");
  const auto summary = Maker(4).summary();
  const auto tags =
      tags_to_text(fitted(summary, "standard", "letter", &brand).value.sheet);
  CHECK_THAT(tags, Contains("P lang=es \"Español: "));
  CHECK_THAT(tags, Contains("P lang=ar"));
  CHECK_THAT(tags, Contains("H2 lang=vi \"Trợ giúp"));
  CHECK_THAT(
      tags,
      Contains("Figure lang=en alt=\"River Valley Hospital: a sun over two waves\""));
  // The letterhead is read first.
  CHECK(tags.find("River Valley Hospital\"") < tags.find("Clinical trial"));
}

TEST_CASE("the accent takes the place of the layout's own and of nothing else") {
  const auto brand = brand_of(R"({"language": "en", "name": "A", "accent": "#6B1F3A"})");
  const auto summary = Maker(4).summary();
  const auto sheet = fitted(summary, "standard", "letter", &brand).value.sheet;
  const Color accent{0x6B, 0x1F, 0x3A};
  std::set<std::string> colors;
  for (const auto& item : sheet.pages[0].items)
    if (const auto* run = std::get_if<TextRun>(&item.mark))
      colors.insert(hex_of(run->color));
  CHECK(colors == std::set<std::string>{"#000000", hex_of(accent)});
}

}  // namespace trialsheet
