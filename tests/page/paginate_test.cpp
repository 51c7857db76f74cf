// Pages are filled in order, and only what no page holds is parted.

#include "page/paginate.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace trialsheet;
using namespace trialsheet::literals;

namespace {

Part part(int height, Tie tie = Tie::none) {
  Part made;
  made.height = Length::from_points(height);
  made.tie = tie;
  return made;
}

/// A text of so many lines of ten points, in a section that is named again on each page.
Part text(int lines, Tie tie = Tie::none) {
  auto made = part(10 * lines, tie);
  made.again = 15_pt;
  for (int line = 1; line < lines; ++line)
    made.cuts.push_back(Length::from_points(10 * line));
  return made;
}

/// "0 1:0-40 | 1:40-90": the parts of each page, and from where to where, if cut.
std::string pages_of(const std::vector<Part>& parts, int height = 100) {
  std::string pages;
  for (const auto& page : paginate(parts, Length::from_points(height))) {
    pages += pages.empty() ? "" : " |";
    for (const auto& slice : page) {
      pages += " " + std::to_string(slice.part);
      if (slice.to - slice.from != parts[slice.part].height)
        pages += ":" + std::to_string(slice.from.thousandths() / 1000) + "-" +
                 std::to_string(slice.to.thousandths() / 1000);
      CHECK(slice.end() <= Length::from_points(height));
    }
  }
  return pages.substr(pages.empty() ? 0 : 1);
}

}  // namespace

TEST_CASE("a part that has no room begins the next page") {
  CHECK(pages_of({part(40), part(40), part(40)}) == "0 1 | 2");
  CHECK(pages_of({part(100), part(100)}) == "0 | 1");
  CHECK(pages_of({part(1)}) == "0");
}

TEST_CASE("the space above a part is none on top of a page") {
  auto spaced = part(50);
  spaced.above = 1_pt;
  CHECK(pages_of({part(50), spaced}) == "0 | 1");
  CHECK(paginate({part(50), spaced}, 100_pt).back().front().top == Length());
}

TEST_CASE("what is tied together stays together, loosely if a page holds it") {
  CHECK(pages_of({part(60), part(20), part(30, Tie::close)}) == "0 | 1 2");
  CHECK(pages_of({part(60), part(20), part(30, Tie::loose)}) == "0 | 1 2");
  CHECK(pages_of({part(10), part(20), part(50, Tie::loose), part(50, Tie::loose)}) ==
        "0 1 2 | 3");
  CHECK(pages_of({part(70), part(10), part(30, Tie::close), part(70, Tie::loose)}) ==
        "0 | 1 2 | 3");
}

TEST_CASE("a section goes on below its name") {
  const auto pages = paginate({part(90), text(3), text(3)}, 100_pt);
  REQUIRE(pages.size() == 2);
  CHECK(pages[1].front().top == 15_pt);
  CHECK(pages_of({part(90), text(8), text(1)}) == "0 | 1 | 2");
}

TEST_CASE("what is longer than a page is cut between lines, two or more on a side") {
  CHECK(pages_of({text(12)}) == "0:0-80 | 0:80-120");
  CHECK(pages_of({text(9)}) == "0:0-70 | 0:70-90");  // not a line alone
  CHECK(pages_of({part(75), text(12)}) == "0 1:0-20 | 1:20-100 | 1:100-120");
  CHECK(pages_of({part(85), text(12)}) == "0 | 1:0-80 | 1:80-120");
  CHECK(pages_of({part(70), part(15), text(12, Tie::close)}) ==
        "0 | 1 2:0-80 | 2:80-120");
}

TEST_CASE("what is longer than a page and has no lines stands on a page of its own") {
  const auto pages = paginate({part(10), part(150), part(10)}, 100_pt);
  REQUIRE(pages.size() == 3);
  CHECK(pages[1].size() == 1);
}
