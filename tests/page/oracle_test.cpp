// A slow and obvious second opinion on fit(): paint it and look where the marks are.
//
// fit() adds heights up; this looks at the lowest mark of each painted column instead. On
// small worlds it tries every rule that was left out: none may have had room.

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "page/composer.hpp"
#include "page/fit.hpp"
#include "words/words.hpp"

using namespace trialsheet;
using namespace trialsheet::literals;

namespace {

struct World {
  FontSet fonts;
  Shaper shaper{fonts};
  Layout layout = built_in_layout("standard");
  Words words{"en"};
};

Statement said(const std::string& text) {
  Statement statement;
  statement.wordings = {{text, Tier::fixed, {}}};
  return statement;
}

/// `count` rules of one to nine lines, of distinct ranks.
RuleBlock rules(int count, std::minstd_rand& random) {
  RuleBlock block;
  block.heading = "Who may join?";
  block.condition = "All should be true.";
  block.none_shown = "No room here.";
  for (int i = 0; i < count; ++i) {
    std::string text = "Rule " + std::to_string(i) + ".";
    for (auto words = random() % 60; words > 0; --words)
      text += " word";
    block.rules.push_back({});
    block.rules.back().statement = said(text);
    block.rules.back().rank = static_cast<int>(random() % 1000);
    block.rules.back().kind = "other";
  }
  return block;
}

Summary small_summary(unsigned seed) {
  std::minstd_rand random(seed);
  Summary summary;
  summary.language = "en";
  summary.nct = "NCT90000000";
  summary.url = "https://clinicaltrials.gov/study/NCT90000000";
  summary.kicker = "Clinical trial";
  summary.how_to_use = "Tick.";
  summary.title = said("A title of some length that takes two lines or so of the page");
  summary.what_heading = "What is being tested?";
  summary.what = {said("This study tests one thing or another.")};
  summary.facts = {{"Status", said("Open"), true, true}};
  summary.rule_blocks = {rules(4 + static_cast<int>(random() % 8), random),
                         rules(4 + static_cast<int>(random() % 8), random)};
  for (int i = 0; i < 6; ++i)
    summary.questions.push_back(
        {said("Is this so, and what of that?"), "topic", "Because", 9});
  summary.places = said("Paris, France");
  summary.no_contact = "The record does not say.";
  summary.footer_left = {"Source."};
  summary.footer_right = {"Data of today"};
  summary.labels = {"Yes",    "No",        "Ask",    "Full record", "QR",   "Link",
                    "Always", "Questions", "Where?", "Call",        "Notes"};
  return summary;
}

/// The lowest mark of the column of rules above the footer's rule, and where that rule
/// is.
struct Edges {
  Length lowest;
  Length footer;
};

Edges story_edges(const Sheet& sheet, const Paper& paper, const Column& column) {
  const auto right = paper.text_at.x + column.left + column.width;
  Edges edges;
  std::vector<Length> bottoms;
  for (const auto& item : sheet.pages.at(0).items) {
    if (const auto* fill = std::get_if<Fill>(&item.mark)) {
      const auto& box = fill->boxes.front();
      if (fill->boxes.size() == 1 && box.at.x < right && box.height == 1.2_pt)
        edges.footer = std::max(edges.footer, box.at.y);
    }
  }
  for (const auto& item : sheet.pages.at(0).items)
    if (const auto* run = std::get_if<TextRun>(&item.mark))
      if (run->baseline.x < right && run->text != "Source.")
        edges.lowest = std::max(edges.lowest, run->baseline.y);
  return edges;
}

}  // namespace

TEST_CASE("no rule is left out that would have had room") {
  World world;
  int hidden = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const auto summary = small_summary(seed);
    const auto* paper = world.layout.find_paper("letter");
    const auto fitted =
        fit(summary, world.layout, "letter", world.words, world.shaper).value;
    const auto edges = story_edges(fitted.sheet, *paper, world.layout.columns[0]);
    CHECK(edges.lowest < edges.footer);

    Setter setter(world.shaper, "en");
    const Composer composer(summary, world.layout, *paper, world.words, setter);
    for (std::size_t b = 0; b < fitted.choice.rules.size(); ++b)
      for (std::size_t r = 0; r < fitted.choice.rules[b].size(); ++r) {
        if (fitted.choice.rules[b][r] != not_shown)
          continue;
        ++hidden;
        auto more = fitted.choice;
        more.rules[b][r] = 0;
        more.air.assign(more.air.size(), 0);
        more.stretch.assign(more.stretch.size(), Length());
        more.note_lines.assign(more.note_lines.size(), 0);
        const auto tried =
            story_edges(composer.paint(more), *paper, world.layout.columns[0]);
        CAPTURE(b, r);
        // The last line's descent and the gap above the footer's rule belong to the
        // column.
        CHECK(tried.lowest + 3_pt + 9_pt > tried.footer);
      }
  }
  CHECK(hidden > 50);
}
