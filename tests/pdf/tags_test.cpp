// Tests of the structure tree in the written file.

#include "pdf/tags.hpp"

#include <catch2/catch.hpp>

#include "pdf/pdf.hpp"
#include "pdf/sample.hpp"

namespace trialsheet {

namespace {

using namespace literals;
using sample::contains;
using sample::count;
using sample::error_of;
using Role = Node::Role;

std::string written(const Sheet& sheet) {
  return sample::readable(sheet);
}

/// The text of the structure element of type `type`: objects have a line each.
std::string element(const std::string& file, const std::string& type) {
  const auto at = file.find("<<\n/S/" + type + "/");
  return at == file.npos ? "" : file.substr(at, file.find('\n', at + 3) - at);
}

}  // namespace

TEST_CASE("nodes without marks are left out, those above a mark are not") {
  Sheet sheet = sample::paragraph("Hello");
  sheet.structure = {{},
                     sample::node(Role::part, 0),
                     sample::node(Role::part, 0),
                     sample::node(Role::heading, 2)};
  sheet.pages[0].items[0].node = 3;
  const auto file = written(sheet);
  CHECK(count(file, "<<\n/S/Sect/") == 1);
  CHECK(count(file, "<<\n/S/H2/") == 1);
  CHECK(count(file, "<<\n/S/") == 3);
}

TEST_CASE("a link stands among the marks of its sentence and holds its annotation") {
  Sheet sheet = sample::paragraph("See ");
  sheet.structure.push_back(sample::node(Role::link, 1));
  const LinkArea area{
      {{40_pt, 40_pt}, 60_pt, 12_pt}, "https://x.org/(a)?\u00E9", "The record"};
  auto& items = sheet.pages[0].items;
  items.push_back({sample::run("here"), 2});
  items.push_back({area, 2});
  items.push_back({sample::run(" now"), 1});
  const auto file = written(sheet);
  CHECK(contains(element(file, "Link"), "/K[1<</Type/OBJR/Pg "));
  const auto paragraph = element(file, "P");
  const auto kids = paragraph.substr(paragraph.find("/K["));
  CHECK(kids.starts_with("/K[0 "));
  CHECK(contains(kids, " 0 R 2]"));
  CHECK(contains(file, "/Rect[40 789.89 100 801.89]"));
  CHECK(contains(file, "/A<</S/URI/URI(https://x.org/\\(a\\)?%C3%A9)>>"));
  CHECK(contains(file, "/Contents(The record)"));
  CHECK(contains(file, "/StructParent 1>>"));
}

TEST_CASE("a node that runs over two pages names the page of each mark") {
  Sheet sheet = sample::paragraph("One ");
  sheet.pages.push_back(sample::page());
  sheet.pages[1].items = {{sample::run("two"), 1}};
  const auto file = written(sheet);
  CHECK(contains(element(file, "P"), "/K[0<</Type/MCR/Pg "));
  CHECK(contains(file, "/StructParents 1/"));
  CHECK(contains(file, "/Count 2"));
}

TEST_CASE("alternatives, languages and replacements reach the elements") {
  Sheet sheet = sample::paragraph("10 mg");
  sheet.structure[1].language = "es";
  sheet.structure[1].actual_text = "diez miligramos";
  sheet.structure.push_back(sample::node(Role::figure, 0));
  sheet.structure[2].alt_text = "QR code";
  const Fill fill{{{{10_pt, 10_pt}, 5_pt, 5_pt}, {{20_pt, 30_pt}, 5_pt, 5_pt}}, {}};
  sheet.pages[0].items.push_back({fill, 2});
  const auto file = written(sheet);
  CHECK(contains(element(file, "P"), "/Lang(es)"));
  CHECK(contains(element(file, "P"), "/ActualText(diez miligramos)"));
  CHECK(contains(element(file, "Figure"), "/Alt(QR code)"));
  CHECK(contains(element(file, "Figure"), "/BBox[10 806.89 25 831.89]"));
}

TEST_CASE("how a list is numbered is read off its labels") {
  struct Row {
    const char* label;
    const char* numbering;
  };
  for (const auto& [label, numbering] :
       {Row{"\u2022", "Disc"}, {"1.", "Decimal"}, {"Yes", "None"}}) {
    Sheet sheet = sample::paragraph(label);
    sheet.structure = {{},
                       sample::node(Role::list, 0),
                       sample::node(Role::item, 1),
                       sample::node(Role::label, 2)};
    sheet.pages[0].items[0].node = 3;
    CHECK(contains(element(written(sheet), "L"),
                   std::string("/A<</O/List/ListNumbering/") + numbering + ">>"));
  }
}

TEST_CASE("a structure that is no tree is an error") {
  Sheet sheet = sample::paragraph("Hello");
  sheet.structure[1].parent = 1;
  CHECK(error_of([&] { written(sheet); }) ==
        "page: a structure node stands before its parent");
  sheet = sample::paragraph("Hello");
  sheet.pages[0].items[0].node = 2;
  CHECK(error_of([&] { written(sheet); }) ==
        "page: an item belongs to no structure node");
  sheet = sample::paragraph("Hello");
  sheet.pages[0].items.push_back({LinkArea{}, 1});
  CHECK(error_of([&] { written(sheet); }) ==
        "page: a live area belongs to a node of role link");
}

}  // namespace trialsheet
