// Large print: everything, on as many pages as it needs.

#include <catch2/catch.hpp>
#include <string>

#include "page/maker.hpp"
#include "page/sheet_checks.hpp"
#include "words/words.hpp"

using namespace trialsheet;
using namespace trialsheet::literals;

namespace {

struct LargePrint {
  FontSet fonts;
  Shaper shaper{fonts};
  Layout layout = built_in_layout("large-print");
  Words words{"en"};

  Fitted of(const Summary& summary, const std::string& paper = "letter") {
    return fit(summary, layout, paper, words, shaper).value;
  }

  Sheet checked(const Summary& summary, const std::string& paper = "letter") {
    auto sheet = of(summary, paper).sheet;
    tests::check_large_print(summary, layout, paper, sheet);
    return sheet;
  }
};

Summary with_rules(int criteria, int characters) {
  Maker maker(5);
  auto summary = maker.summary();
  auto block = maker.block(Answer::yes, 0);
  block.empty.clear();
  for (int i = 0; i < criteria; ++i) {
    Rule rule;
    rule.statement = maker.statement("rule", characters);
    rule.kind = "other";
    block.rules.push_back(rule);
  }
  summary.rule_blocks = {block};
  return summary;
}

}  // namespace

TEST_CASE("large print says everything, on whole pages, 18 points and more") {
  LargePrint print;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const auto summary = Maker(seed).summary();
    print.checked(summary, seed % 2 == 0 ? "a4" : "letter");
  }
}

TEST_CASE("large print of a record without rules ends with lines to write on") {
  LargePrint print;
  auto summary = Maker(2).summary();
  summary.rule_blocks = {Maker(1).block(Answer::yes, 0), Maker(1).block(Answer::no, 0)};
  print.checked(summary);
  CHECK(print.of(summary).choice.note_lines.front() >= 1);
}

TEST_CASE("large print of 120 criteria shows 120") {
  LargePrint print;
  const auto summary = with_rules(120, 80);
  const auto sheet = print.checked(summary);
  CHECK(sheet.pages.size() > 12);
  int frames = 0;
  for (const auto& page : sheet.pages)
    for (const auto& item : page.items)
      frames += std::holds_alternative<Frame>(item.mark) ? 1 : 0;
  CHECK(frames == 120);
}

TEST_CASE("a rule longer than a page goes on on the next one, with its heading again") {
  LargePrint print;
  auto summary = with_rules(3, 60);
  summary.rule_blocks[0].rules[1].statement = Maker(8).statement("long", 2000, 3000);
  const auto sheet = print.checked(summary);
  const tests::Tree tree(sheet);
  const auto parted = std::count_if(
      sheet.structure.begin(), sheet.structure.end(), [&](const Node& node) {
        const auto n = static_cast<std::size_t>(&node - sheet.structure.data());
        return node.role == Node::Role::body && tree.pages[n].size() > 1;
      });
  CHECK(parted == 1);
  CHECK(to_text(sheet).find("\"Who may join? (continued)\"") != std::string::npos);
  CHECK(tags_to_text(sheet).find("(continued)") == std::string::npos);
}

TEST_CASE("rules of one that leads to more than a page has room for are under it again") {
  LargePrint print;
  auto summary = with_rules(2, 60);
  auto& rule = summary.rule_blocks[0].rules[1];
  rule.statement.wordings = {{"Any one of these:", Tier::verbatim, {}}};
  for (int i = 0; i < 20; ++i)
    rule.children.push_back(summary.rule_blocks[0].rules[0]);
  const auto sheet = print.checked(summary);
  int led = 0;
  for (const auto& page : sheet.pages) {
    Sheet alone;
    alone.pages = {page};
    led += to_text(alone).find("\"Any one of these:\"") == std::string::npos ? 0 : 1;
  }
  CHECK(led > 1);
  const auto tags = tags_to_text(sheet);
  CHECK(tags.find("Any one of these:") == tags.rfind("Any one of these:"));
}

TEST_CASE("a title of 300 characters and words of 60 fit large print") {
  LargePrint print;
  auto summary = Maker(4).summary();
  summary.title.wordings = {{Maker(4).words(300), Tier::verbatim, {}}};
  summary.facts[2].value.wordings = {{std::string(60, 'W'), Tier::verbatim, {}}};
  summary.rule_blocks[0].rules[0].statement.wordings = {
      {"Anti" + std::string(56, 'o') + " antibodies", Tier::verbatim, {}}};
  print.checked(summary);
}

TEST_CASE("large print of a record that states next to nothing is two pages") {
  LargePrint print;
  auto summary = Maker(6).summary();
  summary.banner.reset();
  summary.what.clear();
  summary.facts.resize(1);
  summary.contacts.clear();
  summary.title.wordings = {{"Asthma", Tier::verbatim, {}}};
  summary.rule_blocks = {Maker(1).block(Answer::yes, 0), Maker(1).block(Answer::no, 0)};
  summary.questions.resize(2);
  const auto sheet = print.checked(summary);
  CHECK(sheet.pages.size() == 2);
}

TEST_CASE("large print leaves nothing out and notes nothing of the kind") {
  LargePrint print;
  const auto fitted =
      fit(with_rules(40, 120), print.layout, "letter", print.words, print.shaper);
  for (const auto& note : fitted.notes) {
    CHECK(note.kind != Note::Kind::left_out);
    CHECK(note.kind != Note::Kind::shortened);
  }
  CHECK(to_text(fitted.value.sheet).find("All 40 listed rules are shown.") !=
        std::string::npos);
}

TEST_CASE(
    "large print from right to left stays inside its margins, nothing over another") {
  LargePrint print;
  for (unsigned seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    auto summary = Maker(seed).summary();
    summary.language = "ar";
    const auto sheet = print.of(summary).sheet;
    for (const auto& page : sheet.pages)
      tests::check_texts(page, *print.layout.find_paper("letter"), 504_pt, 18_pt);
    tests::check_feet(sheet);
    tests::check_boxes(sheet);
  }
}

TEST_CASE("a page too low for what must stay together is refused") {
  LargePrint print;
  for (auto& paper : print.layout.papers)
    paper.text_height = 300_pt;
  print.of(with_rules(4, 60));
  print.layout.styles.detail.leading = 60_pt;
  CHECK_THROWS_WITH(
      print.of(with_rules(4, 60)),
      "layout \"large-print\": what must stay together needs more than a page; a higher "
      "text box, or smaller type, would hold it");
}

TEST_CASE("large print is the same with a cold memory and a warm one") {
  LargePrint warm;
  for (unsigned seed = 1; seed <= 5; ++seed) {
    LargePrint cold;
    const auto summary = Maker(seed).summary();
    CHECK(to_text(cold.of(summary).sheet) == to_text(warm.of(summary).sheet));
  }
}
