// The cover of a bundle, looked up on the Sheet itself.

#include "page/cover.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "files.hpp"
#include "languages/chance_trial.hpp"
#include "page/breaks.hpp"
#include "page/cover_columns.hpp"
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

/// A row as a bundle has it of this trial.
CoverRow row_of(const Trial& trial, const Words& words, SummaryOptions options = {}) {
  const auto summary =
      summarize(trial, parse_criteria(trial.eligibility.criteria), words, options).value;
  return {summary.nct, summary.title.wordings.front().text,
          at_a_glance(trial, words, options), 1};
}

/// A text of a cover, and where its lines end in it.
struct SetLines {
  std::string text;
  std::vector<std::size_t> ends;
  std::int64_t baseline = 0;

  void add(const TextRun& run) {
    if (!text.empty() && run.baseline.y.thousandths() != baseline)
      ends.push_back(text.size());
    baseline = run.baseline.y.thousandths();
    text += run.text;
  }
};

/// The node itself, or where it is a part of a text that of all of it.
int paragraph_of(const Sheet& sheet, int node) {
  const auto role_of = [&](int of) {
    return sheet.structure[static_cast<std::size_t>(of)].role;
  };
  while (role_of(node) == Node::Role::span || role_of(node) == Node::Role::link)
    node = sheet.structure[static_cast<std::size_t>(node)].parent;
  return node;
}

/// Letters of a word that the column of titles may be too narrow for.
constexpr std::size_t too_long = 26;

/// What stands between spaces around `at`.
std::string_view word_at(std::string_view text, std::size_t at) {
  const auto begin = text.rfind(' ', at) + 1;
  return text.substr(begin, text.find(' ', at) - begin);
}

/// The texts of a cover in which a word is on two lines, and where it is cut.
std::vector<std::string> cut_words(const Sheet& sheet) {
  std::vector<std::string> cut;
  for (const auto& page : sheet.pages) {
    std::map<int, SetLines> texts;
    for (const auto& item : page.items)
      if (const auto* run = std::get_if<TextRun>(&item.mark);
          run && item.node != artifact)
        texts[paragraph_of(sheet, item.node)].add(*run);
    for (const auto& [node, lines] : texts) {
      const auto may_end = break_offsets(lines.text);
      for (const auto end : lines.ends)
        if (std::find(may_end.begin(), may_end.end(), end) == may_end.end() &&
            word_at(lines.text, end).size() < too_long)
          cut.push_back(lines.text.substr(0, end) + "|" + lines.text.substr(end));
    }
  }
  return cut;
}

}  // namespace

TEST_CASE("columns that lack room get it from those that can spare it") {
  const auto points = [](int n) { return Length::from_points(n); };
  using Widths = std::vector<Length>;
  CHECK(column_widths({{points(100), points(60)}, {points(50), points(50)}}) ==
        Widths{points(100), points(50)});
  CHECK(column_widths({{points(100), points(60)},
                       {points(50), points(65)},
                       {points(30), points(10)}}) ==
        Widths{points(90), points(65), points(25)});
  // Only where it must be is a word cut, and of a column that says it may.
  const std::vector<ColumnNeed> crowded = {{points(100), points(300), points(60)},
                                           {points(50), points(65)},
                                           {points(60), points(40)}};
  CHECK(column_widths(crowded) == Widths{points(90), points(65), points(55)});
  CHECK(column_widths({{points(100), points(130)}, {points(50), points(40)}}) ==
        std::nullopt);
}

TEST_CASE("no word of a cover is cut that its column could hold") {
  auto order = order_of(8);
  order.rows[0].glance = {"Completed, not open", "Observational study", "6 to 24 months",
                          "Oberschweinbach, Switzerland"};
  order.rows[1].title = "Deoxyribonucleoprotein-Immunoelectrophoresis in Volunteers";
  order.rows[2].glance.status = "Not open: its status is not known";
  order.rows[3].page = 10'000;
  for (const std::string layout : {"standard", "self-check", "large-print"})
    for (const bool is_near : {false, true}) {
      order.is_near = is_near;
      CAPTURE(layout);
      CHECK(cut_words(cover_of(order, layout)) == std::vector<std::string>());
    }
}

TEST_CASE("no word of a cover of chance trials is cut, in any language") {
  tests::Chance chance(20'260'714);
  for (const std::string language : {"en", "es", "ar", "zh-Hans", "vi"}) {
    const Words words(language);
    for (int i = 0; i < 6; ++i) {
      CoverOrder order;
      for (int row = 0; row < 10; ++row)
        order.rows.push_back(row_of(tests::chance_trial(chance), words));
      for (const std::string layout : {"standard", "large-print"}) {
        CAPTURE(language, layout, i);
        CHECK(cut_words(cover_of(order, layout, language)) == std::vector<std::string>());
      }
    }
  }
}

TEST_CASE("no word of a cover of real trials is cut, in any language") {
  const auto folder = tests::records_folder();
  if (folder.empty()) {
    WARN("skipped: TRIALSHEET_RECORDS names no folder of records");
    return;
  }
  const auto all = tests::files_in(folder, ".json");
  const std::size_t step = std::getenv("TRIALSHEET_ALL") != nullptr ? 1 : 20;
  for (const std::string language : {"en", "es", "ar", "zh-Hans", "vi"}) {
    const Words words(language);
    CoverOrder order;
    for (std::size_t i = 0; i < all.size(); i += step)
      order.rows.push_back(
          row_of(read_trial(tests::read_file(all[i])).value, words, {Date{2026, 7, 14}}));
    for (const std::string layout : {"standard", "large-print"}) {
      CAPTURE(language, layout);
      CHECK(cut_words(cover_of(order, layout, language)) == std::vector<std::string>());
    }
  }
}

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

TEST_CASE("a cover may have nothing to say at its foot, in any direction of writing") {
  auto order = order_of(2);
  order.footer.clear();
  for (const std::string language : {"en", "ar"})
    CHECK(cover_of(order, "standard", language).pages.size() == 1);
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
