// A record ten times as long costs some ten times as much, not a hundred.

#include <catch2/catch.hpp>
#include <ctime>

#include "page/fit.hpp"
#include "page/maker.hpp"
#include "words/words.hpp"

using namespace trialsheet;

namespace {

Summary with_rules(int rules) {
  Maker maker(1);
  auto summary = maker.summary();
  summary.rule_blocks = {maker.block(Answer::yes, rules / 2),
                         maker.block(Answer::no, rules / 2)};
  return summary;
}

/// One rule of so many characters, in words, or all in one.
Summary with_text(int characters, bool in_words) {
  Maker maker(1);
  auto summary = maker.summary();
  auto& wordings = summary.rule_blocks[0].rules.emplace_back().statement.wordings;
  wordings = {{in_words ? maker.words(characters)
                        : std::string(static_cast<std::size_t>(characters), 'm'),
               Tier::verbatim,
               {}}};
  return summary;
}

double seconds(const Summary& summary, const Layout& layout) {
  static const FontSet fonts;
  static const Words words("en");
  Shaper shaper(fonts);
  double least = 1e9;
  for (int turn = 0; turn < 3; ++turn) {
    const auto start = std::clock();
    const auto fitted = fit(summary, layout, "letter", words, shaper);
    least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    REQUIRE(!fitted.value.sheet.pages.empty());
  }
  return least;
}

}  // namespace

TEST_CASE("fitting grows no faster than the summary") {
  const auto layout = built_in_layout("standard");
  // A quadratic step would make it a hundred times as much; what does not grow at all
  // with the summary is little.
  CHECK(seconds(with_rules(3'000), layout) < 25 * seconds(with_rules(300), layout));
  CHECK(seconds(with_text(300'000, true), layout) <
        25 * seconds(with_text(30'000, true), layout));
  CHECK(seconds(with_text(300'000, false), layout) <
        25 * seconds(with_text(30'000, false), layout));
}
