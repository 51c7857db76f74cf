// The cover of a bundle, looked up on the Sheet itself.

#include "page/cover.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "page/sheet_checks.hpp"
#include "words/words.hpp"

namespace trialsheet {

namespace {

CoverOrder order_of(int trials) {
  CoverOrder order;
  for (int i = 0; i < trials; ++i)
    order.rows.push_back(
        {"NCT9000000" + std::to_string(i % 10),
         "An Invented Trial of Number " + std::to_string(i) + " in Quite Some People",
         {"Open to new people", "Treatment study, phase 2", "18 years old or older",
          "Springfield, United States and 12 more"},
         1 + 2 * i});
  order.footer = {"Source: ClinicalTrials.gov.", "This is not medical advice."};
  return order;
}

Sheet cover_of(const CoverOrder& order, const std::string& layout,
               const std::string& language = "en") {
  static const FontSet fonts;
  Shaper shaper(fonts);
  return make_cover(order, built_in_layout(layout), "letter", Words(language), shaper);
}

std::map<Node::Role, int> roles_of(const Sheet& sheet) {
  std::map<Node::Role, int> roles;
  for (const auto& node : sheet.structure)
    ++roles[node.role];
  return roles;
}

}  // namespace

TEST_CASE("a cover is one table whose heads come once for a reader of tags") {
  const auto sheet = cover_of(order_of(40), "standard");
  CHECK(sheet.pages.size() >= 3);
  auto roles = roles_of(sheet);
  CHECK(roles[Node::Role::table] == 1);
  CHECK(roles[Node::Role::table_head] == 1);
  CHECK(roles[Node::Role::table_body] == 1);
  CHECK(roles[Node::Role::column_head] == 6);
  CHECK(roles[Node::Role::row] == 41);
  CHECK(roles[Node::Role::row_head] == 40);
  CHECK(roles[Node::Role::cell] == 5 * 40);
  // For the eye they are on every page.
  for (const auto& page : sheet.pages) {
    int heads = 0;
    for (const auto& item : page.items)
      if (const auto* run = std::get_if<TextRun>(&item.mark))
        heads += run->text == "Ages" ? 1 : 0;
    CHECK(heads == 1);
  }
}

TEST_CASE("every row of a cover leads to its sheet, by its title and its page") {
  for (const std::string layout : {"standard", "large-print"}) {
    const auto sheet = cover_of(order_of(25), layout);
    std::map<int, int> links;
    for (const auto& page : sheet.pages)
      for (const auto& item : page.items)
        if (const auto* area = std::get_if<LinkArea>(&item.mark)) {
          ++links[area->to_sheet];
          CHECK(sheet.structure[static_cast<std::size_t>(item.node)].role ==
                Node::Role::link);
          CHECK(area->description.find("on page " +
                                       std::to_string(1 + 2 * area->to_sheet)) !=
                area->description.npos);
        }
    CHECK(links.size() == 25);
    for (const auto& [to, count] : links)
      CHECK(count == 2);
  }
}

TEST_CASE("nothing on a cover overlaps or stands out, in any layout") {
  for (const std::string layout : {"standard", "self-check", "large-print"}) {
    CAPTURE(layout);
    const auto built = built_in_layout(layout);
    auto order = order_of(30);
    order.rows[3].title = fmt::format("{:x>200} {:y>100}", "", "");
    order.rows[4].glance.place =
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
    const auto sheet = cover_of(order, layout);
    for (const auto& page : sheet.pages)
      tests::check_texts(page, *built.find_paper("letter"), Length::from_points(511),
                         built.styles.detail.size);
  }
}

TEST_CASE("a cover in another language has its title in English and is mirrored") {
  auto order = order_of(2);
  order.rows[0].title = "\u2068" + order.rows[0].title + "\u2069";
  const auto sheet = cover_of(order, "standard", "ar");
  CHECK(sheet.right_to_left);
  CHECK_THAT(tags_to_text(sheet), Catch::Contains("lang=en \"An Invented Trial"));
  CHECK(sheet.title == Words("ar").plural("bundle.title", 2));
}

TEST_CASE("page numbers of a bundle are for the eye alone") {
  auto sheet = cover_of(order_of(40), "standard");
  const auto nodes = sheet.structure.size();
  static const FontSet fonts;
  Shaper shaper(fonts);
  number_pages(sheet, 17, built_in_layout("standard"), "letter", shaper);
  CHECK(sheet.structure.size() == nodes);
  int number = 17;
  for (const auto& page : sheet.pages) {
    CHECK(page.items.back().node == artifact);
    const auto& run = std::get<TextRun>(page.items.back().mark);
    CHECK(run.text == std::to_string(number++));
    CHECK(run.baseline.y < page.height - Length::from_points(18));
  }
}

}  // namespace trialsheet
