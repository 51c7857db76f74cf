// The fuzz target of layouts: any bytes are a layout or an Error, and what a layout
// promises holds of the page that is made with it.

#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "page/fit.hpp"
#include "page/layout.hpp"
#include "targets.hpp"
#include "words/words.hpp"

namespace trialsheet::fuzz {

inline Statement said(const std::string& id, const std::vector<std::string>& texts) {
  Statement statement{id, "", {}};
  for (const std::string& text : texts) {
    statement.wordings.push_back({text, Tier::fixed, {}});
  }
  return statement;
}

inline Rule rule(const std::string& text, int rank) {
  Rule made;
  made.statement = said("rule", {text});
  made.kind = "tests";
  made.rank = rank;
  return made;
}

inline RuleBlock inclusion() {
  RuleBlock block{"inclusion", "Who may join?", "All should be true.", Answer::yes, {},
                  "",          "No room here."};
  block.rules = {rule("“Aged 18 years or older with type 2 diabetes”", 9),
                 rule("“HbA1c from 7.0 % to 10.5 % on two occasions”", 5),
                 rule("“One of these:”", 3), rule("“Named by the age”", 1)};
  block.rules[2].children = {rule("“Metformin of 1,500 mg/day or more for 8 weeks”", 0),
                             rule("“Diet and exercise”", 0), rule("“as agreed”", 0)};
  block.rules[2].children[2].remark = true;
  block.rules[2].statement.wordings.push_back(
      {"Metformin of 1,500 mg/day or more, or diet", Tier::grammar, {}});
  block.rules[2].run_in = 1;
  block.rules[3].covered = true;
  return block;
}

inline RuleBlock exclusion() {
  RuleBlock block{
      "exclusion", "Who may not join?", "None should be true.", Answer::no, {},
      "",          "No room here."};
  for (int i = 0; i < 9; ++i) {
    block.rules.push_back(
        rule("“Acute electroencephalographically confirmed illness, 5 days”", 20 - i));
  }
  block.rules.push_back(rule("Some tests outside a range", 30));
  block.rules.back().stands_for = {1, 2, 3};
  block.rules.back().counted = false;
  return block;
}

inline std::vector<Question> questions() {
  std::vector<Question> questions;
  for (int i = 0; i < 9; ++i) {
    questions.push_back(
        {said("question", {"What is known of the risks of what is tested here?",
                           "What are the risks?"}),
         "topic", i < 2 ? "" : "Because some get a placebo", 90 - i});
  }
  return questions;
}

inline Labels labels() {
  return {"Yes",
          "No",
          "Ask",
          "Full record:\nscan or type",
          "QR code",
          "The record",
          "Always worth asking",
          "Questions to ask",
          "Where is it?",
          "Whom to call",
          "Notes"};
}

inline Summary small_summary() {
  Summary made;
  made.language = "en";
  made.nct = "NCT90000000";
  made.url = "https://clinicaltrials.gov/study/NCT90000000";
  made.document_title = "Made up";
  made.banner = Banner{said("headline", {"This study has ended."}),
                       said("next", {"It ended in May 2026.", "It ended."})};
  made.kicker = "Clinical trial NCT90000000";
  made.how_to_use = "Tick it at home.";
  made.title = said("title", {"Immunotherapy against Placebo in People with Asthma"});
  made.what_heading = "What is being tested?";
  made.what = {said("what", {"A drug and a placebo are compared.", "A drug."})};
  made.facts = {{"Status", said("status", {"Ended"}), true, true},
                {"Sponsor", said("sponsor", {"Example University Hospital"})},
                {"Results", said("results", {"None are posted"}), false}};
  made.rule_blocks = {inclusion(), exclusion()};
  made.questions = questions();
  made.places = said("places", {"12 sites in France, Germany and Italy", "12 sites"});
  made.contacts = {{"800-633-1610", "A. N. Example", "someone@example.org"}};
  made.no_contact = "The record does not say.";
  made.footer_left = {"Source: ClinicalTrials.gov.", "This is not medical advice."};
  made.footer_right = {"Data of 1 May 2026", "Printed 2 May 2026"};
  made.labels = labels();
  return made;
}

inline void check_on_paper(const Page& page, const Box& box) {
  require(box.at.x >= Length() && box.at.y >= Length());
  require(box.width >= Length() && box.height >= Length());
  require(box.at.x + box.width <= page.width && box.at.y + box.height <= page.height);
}

/// From the foot of the leftmost glyph to the head of the rightmost.
inline Box box_of(const TextRun& run) {
  const auto height = 7 * run.size / 10;  // of capitals
  Length width;
  for (const auto& glyph : run.glyphs) {
    width = std::max(width, glyph.x);
  }
  return {{run.baseline.x, run.baseline.y - height}, width, height};
}

inline bool overlap(const Box& a, const Box& b) {
  return a.at.x < b.at.x + b.width && b.at.x < a.at.x + a.width &&
         a.at.y < b.at.y + b.height && b.at.y < a.at.y + a.height;
}

/// Every mark is on the paper, and no text over another.
inline void check_page(const Page& page) {
  std::vector<Box> texts;
  for (const Item& item : page.items) {
    if (const auto* run = std::get_if<TextRun>(&item.mark)) {
      require(!run->glyphs.empty());
      texts.push_back(box_of(*run));
      check_on_paper(page, texts.back());
    } else if (const auto* fill = std::get_if<Fill>(&item.mark)) {
      std::for_each(fill->boxes.begin(), fill->boxes.end(),
                    [&](const Box& box) { check_on_paper(page, box); });
    } else if (const auto* frame = std::get_if<Frame>(&item.mark)) {
      std::for_each(frame->boxes.begin(), frame->boxes.end(),
                    [&](const Box& box) { check_on_paper(page, box); });
    } else if (const auto* image = std::get_if<Image>(&item.mark)) {
      check_on_paper(page, image->box);
    } else {
      check_on_paper(page, std::get<LinkArea>(item.mark).box);
    }
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      require(!overlap(texts[i], texts[j]));
    }
  }
}

/// Pages of `layout`, or an Error that says that it has no room.
inline void check_fitting(const Layout& layout, std::string_view paper) {
  static const FontSet fonts;
  static const Words words("en");
  static const Summary summary = small_summary();
  static Shaper shaper(fonts);
  shaper.forget_if_full();
  try {
    const Sheet sheet = fit(summary, layout, paper, words, shaper).value.sheet;
    require(sheet.pages.size() == 1 || layout.pages == Pages::any);
    for (const Page& page : sheet.pages) {
      require(!page.items.empty());
      check_page(page);
    }
  } catch (const Error& error) {
    check_error(error, Fault::overflow, "layout \"" + layout.name + "\"");
  }
}

/// Any bytes are a layout or an Error that tells of the file.
inline void layout(std::string_view bytes) {
  check_reading([&] {
    const Layout layout = read_layout(bytes, "mine.json");
    const Paper* letter = layout.find_paper("letter");
    check_fitting(layout, letter ? letter->name : layout.papers.front().name);
  });
}

}  // namespace trialsheet::fuzz
