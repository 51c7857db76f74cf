// fit(): one page whatever the summary, nothing needed missing, nothing over anything
// else.

#include "page/fit.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "base/error.hpp"
#include "page/maker.hpp"
#include "words/words.hpp"

using namespace trialsheet;
using namespace trialsheet::literals;

namespace {

std::string all_text(const Sheet& sheet) {
  std::string text;
  for (const auto& item : sheet.pages.at(0).items)
    if (const auto* run = std::get_if<TextRun>(&item.mark))
      text += run->text + (run->text.ends_with(' ') ? "" : " ");
  return text;
}

/// `text` as it can be found in all_text(): spaces of any number are one.
std::string folded(const std::string& text) {
  std::string result;
  for (const char c : text)
    if (c != ' ' || (!result.empty() && result.back() != ' '))
      result += c;
  return result;
}

struct Band {
  Length left, right, baseline;
};

std::vector<Band> bands(const Page& page) {
  std::vector<Band> found;
  for (const auto& item : page.items)
    if (const auto* run = std::get_if<TextRun>(&item.mark))
      found.push_back(
          {run->baseline.x, run->baseline.x + run->glyphs.back().x, run->baseline.y});
  return found;
}

/// Whether two runs on different baselines stand closer than the tightest leading allows.
bool collide(const Band& a, const Band& b) {
  const auto apart = std::max(a.baseline, b.baseline) - std::min(a.baseline, b.baseline);
  return a.left < b.right && b.left < a.right && apart < 11_pt &&
         (apart > Length() || a.left != b.left);
}

void check_inside(const Page& page, const Paper& paper) {
  for (const auto& band : bands(page)) {
    CHECK(band.left >= paper.text_at.x);
    CHECK(band.right <= paper.text_at.x + 510_pt);
    CHECK(band.baseline <= paper.text_at.y + paper.text_height);
    CHECK(band.baseline >= paper.text_at.y);
  }
}

void check_apart(const Page& page) {
  const auto all = bands(page);
  int collisions = 0;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j)
      collisions += collide(all[i], all[j]) ? 1 : 0;
  CHECK(collisions == 0);
}

void check_sizes(const Page& page) {
  for (const auto& item : page.items)
    if (const auto* run = std::get_if<TextRun>(&item.mark)) {
      CHECK(run->size >= 10_pt);
      for (const auto& glyph : run->glyphs)
        CHECK(glyph.id != 0);
    }
}

void check_said(const Summary& summary, const Fitted& fitted) {
  const auto text = folded(all_text(fitted.sheet));
  const auto says = [&](const std::string& wanted) {
    CAPTURE(wanted);
    CHECK(text.find(folded(wanted)) != text.npos);
  };
  says(summary.title.wordings.front().text);
  says(summary.facts[0].value.wordings.front().text);
  says(summary.facts[2].value.wordings.front().text);
  says(summary.kicker);
  says("Source: ClinicalTrials.gov. This is not medical advice.");
  says("Printed 2 May 2026");
  says("Notes");
  if (summary.banner)
    says(summary.banner->headline.wordings.front().text);
  for (std::size_t b = 0; b < summary.rule_blocks.size(); ++b)
    for (std::size_t r = 0; r < summary.rule_blocks[b].rules.size(); ++r)
      if (const auto wording = fitted.choice.rules[b][r]; wording != not_shown)
        says(summary.rule_blocks[b]
                 .rules[r]
                 .statement.wordings[static_cast<std::size_t>(wording)]
                 .text);
  CHECK(std::count_if(fitted.choice.questions.begin(), fitted.choice.questions.end(),
                      [](int wording) { return wording >= 0; }) >= 5);
}

struct Tools {
  FontSet fonts;
  Shaper shaper{fonts};
  Layout layout = built_in_layout("standard");
  Words words{"en"};
};

/// All questions short but the first, of some `sentences`.
void make_first_question_long(Summary& summary, int sentences) {
  for (auto& question : summary.questions)
    question.statement.wordings = {{"Is this so?", Tier::fixed, {}}};
  std::string& text = summary.questions.front().statement.wordings.front().text;
  text.clear();
  for (int i = 0; i < sentences; ++i)
    text += "How many words stand on it? ";
}

}  // namespace

TEST_CASE("any summary fits one page, whole, inside the margins, nothing over another",
          "[long]") {
  Tools tools;
  const auto layout = GENERATE("standard", "self-check");
  tools.layout = built_in_layout(layout);
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(layout, seed);
    const auto summary = Maker(seed).summary();
    const std::string paper = seed % 2 == 0 ? "a4" : "letter";
    const auto fitted =
        fit(summary, tools.layout, paper, tools.words, tools.shaper).value;
    REQUIRE(fitted.sheet.pages.size() == 1);
    check_inside(fitted.sheet.pages[0], *tools.layout.find_paper(paper));
    check_apart(fitted.sheet.pages[0]);
    check_sizes(fitted.sheet.pages[0]);
    check_said(summary, fitted);
  }
}

TEST_CASE("what is left out is noted, one note a rule") {
  Tools tools;
  Maker maker(7);
  auto summary = maker.summary();
  summary.rule_blocks = {maker.block(Answer::yes, 30), maker.block(Answer::no, 30)};
  const auto fitted = fit(summary, tools.layout, "letter", tools.words, tools.shaper);
  int hidden = 0;
  for (const auto& block : fitted.value.choice.rules)
    hidden += static_cast<int>(std::count(block.begin(), block.end(), not_shown));
  CHECK(hidden > 0);
  CHECK(hidden ==
        std::count_if(fitted.notes.begin(), fitted.notes.end(), [](const Note& note) {
          return note.kind == Note::Kind::left_out && note.message.starts_with("rule ");
        }));
}

TEST_CASE("short of room, the rules of the highest rank stay") {
  Tools tools;
  Maker maker(3);
  auto summary = maker.summary();
  auto block = maker.block(Answer::yes, 0);
  block.empty.clear();
  for (int i = 0; i < 60; ++i) {
    Rule rule;
    rule.statement.wordings = {{"Rule number " + std::to_string(i), Tier::fixed, {}}};
    rule.rank = i;
    block.rules.push_back(rule);
  }
  summary.rule_blocks = {block};
  const auto fitted =
      fit(summary, tools.layout, "letter", tools.words, tools.shaper).value;
  const auto& shown = fitted.choice.rules.at(0);
  CHECK(std::is_sorted(shown.begin(), shown.end()));
  CHECK(std::count(shown.begin(), shown.end(), 0) >= 12);
}

TEST_CASE("a sheet with little to say is given larger type and writing lines") {
  Tools tools;
  auto summary = Maker(5).summary();
  summary.banner.reset();
  summary.title.wordings = {{"A short title", Tier::verbatim, {}}};
  summary.what.resize(0);
  summary.rule_blocks = {Maker(1).block(Answer::yes, 0)};
  summary.questions.resize(5);
  for (auto& question : summary.questions)
    question.statement.wordings = {{"Is this so?", Tier::fixed, {}}};
  summary.places.wordings = {{"Paris, France", Tier::fixed, {}}};
  const auto fitted = fit(summary, tools.layout, "a4", tools.words, tools.shaper).value;
  CHECK(fitted.choice.body < 2);
  CHECK(*std::max_element(fitted.choice.note_lines.begin(),
                          fitted.choice.note_lines.end()) >= 3);
}

TEST_CASE("a shorter description is explained, too, where there is room") {
  Tools tools;
  auto summary = Maker(5).summary();
  summary.banner.reset();
  const auto said = [](const std::string& last) {
    Statement statement;
    for (int i = 0; i < 3; ++i)
      statement.wordings.push_back(
          {std::string(static_cast<std::size_t>(900 - 300 * i), 'x') + last,
           Tier::fixed,
           {}});
    statement.wordings.push_back({"Short" + last, Tier::fixed, {}});
    return statement;
  };
  summary.what = {said("")};
  summary.what_explained = {said(" [explained]")};
  summary.rule_blocks = {Maker(1).block(Answer::yes, 1)};
  int shorter = 0;
  for (int rules = 4; rules < 24; ++rules) {
    Rule rule;
    rule.statement.wordings = {{"A rule that takes one line", Tier::fixed, {}}};
    rule.rank = 100;
    summary.rule_blocks[0].rules.assign(static_cast<std::size_t>(rules), rule);
    const auto choice =
        fit(summary, tools.layout, "letter", tools.words, tools.shaper).value.choice;
    shorter += choice.what < -1 ? 1 : 0;
  }
  CHECK(shorter > 0);
}

TEST_CASE("questions beyond the sixth give way to places that say enough") {
  Tools tools;
  auto summary = Maker(5).summary();
  summary.banner.reset();
  summary.what.resize(0);
  summary.rule_blocks = {Maker(1).block(Answer::yes, 0)};
  summary.places.wordings = {{"Paris, France: Example Hospital", Tier::fixed, {}},
                             {"Paris, France", Tier::fixed, {}}};
  summary.places_enough = 0;
  summary.questions.resize(8, summary.questions.front());
  int with_fewer = 0;
  for (int lines = 4; lines < 14; ++lines) {
    make_first_question_long(summary, lines);
    const auto choice =
        fit(summary, tools.layout, "letter", tools.words, tools.shaper).value.choice;
    const auto asked = std::count(choice.questions.begin(), choice.questions.end(), 0);
    CAPTURE(lines, asked);
    if (choice.places != 0)
      CHECK(asked <= 6);
    with_fewer += asked < 8 && choice.places == 0 ? 1 : 0;
  }
  CHECK(with_fewer > 0);
}

TEST_CASE("no question is left out for writing lines that stand below the rules") {
  Tools tools;
  auto summary = Maker(5).summary();
  summary.banner.reset();
  summary.title.wordings = {{"A short title", Tier::verbatim, {}}};
  summary.what.resize(0);
  summary.rule_blocks = {Maker(1).block(Answer::yes, 0)};
  summary.places.wordings = {{"Paris, France", Tier::fixed, {}}};
  summary.questions.resize(8, summary.questions.front());
  int with_some_left_out = 0;
  for (int lines = 4; lines < 14; ++lines) {
    make_first_question_long(summary, lines);
    const auto choice =
        fit(summary, tools.layout, "letter", tools.words, tools.shaper).value.choice;
    const auto talk = static_cast<std::size_t>(1);
    const auto& asked = choice.questions;
    const bool left_out = std::find(asked.begin(), asked.end(), -1) != asked.end();
    with_some_left_out += left_out ? 1 : 0;
    CAPTURE(lines);
    if (left_out && choice.note_lines[talk] == 0)
      CHECK(choice.stretch[talk] < 5_pt);
  }
  CHECK(with_some_left_out > 0);
}

TEST_CASE("what cannot fit is refused with the height that is missing") {
  Tools tools;
  auto summary = Maker(9).summary();
  summary.title.wordings = {{Maker(9).words(4000), Tier::verbatim, {}}};
  try {
    fit(summary, tools.layout, "letter", tools.words, tools.shaper);
    FAIL("a title of 4,000 characters cannot fit");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::overflow);
    CHECK(std::string(error.what())
              .starts_with("layout \"standard\": title, description and headings need "));
  }
}

TEST_CASE("a paper that the layout lacks is named with those it has") {
  Tools tools;
  CHECK_THROWS_WITH(
      fit(Maker(1).summary(), tools.layout, "a5", tools.words, tools.shaper),
      "paper: \"a5\" is none of the papers of layout \"standard\": letter, a4");
}

TEST_CASE("the same summary gives the same page, with a cold memory and a warm one") {
  Tools warm;
  for (unsigned seed = 1; seed <= 10; ++seed) {
    Tools cold;
    const auto summary = Maker(seed).summary();
    CHECK(to_text(
              fit(summary, cold.layout, "letter", cold.words, cold.shaper).value.sheet) ==
          to_text(
              fit(summary, warm.layout, "letter", warm.words, warm.shaper).value.sheet));
  }
}

TEST_CASE("boxes stand beside rules, not beside what only leads into them") {
  Tools tools;
  auto summary = Maker(11).summary();
  const auto rule = [](const std::string& text) {
    Rule made;
    made.statement.wordings = {{"“" + text + "”", Tier::verbatim, {}}};
    made.statement.wordings.front().said = text;
    made.kind = "other";
    return made;
  };
  auto block = Maker(1).block(Answer::yes, 0);
  block.empty.clear();
  block.rules = {rule("A rule"), rule("OTHER CRITERIA:"), rule("Any of these")};
  block.rules[2].children = {rule("one"), rule("two")};
  summary.rule_blocks = {block};
  const auto sheet =
      fit(summary, tools.layout, "letter", tools.words, tools.shaper).value.sheet;
  CHECK(std::count_if(sheet.pages[0].items.begin(), sheet.pages[0].items.end(),
                      [](const Item& item) {
                        return std::holds_alternative<Frame>(item.mark);
                      }) == 3);
}
