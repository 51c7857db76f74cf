// What the layouts promise holds of real records: of each 40th, or with TRIALSHEET_ALL of
// every one (tests/run --all).

#include <catch2/catch.hpp>
#include <cstdlib>

#include "files.hpp"
#include "page/sheet_checks.hpp"
#include "words/words.hpp"

using namespace trialsheet;

namespace {

struct World {
  FontSet fonts;
  Shaper shaper{fonts};
  Words words{"en"};
};

std::vector<std::filesystem::path> some_records() {
  const auto folder = tests::records_folder();
  if (folder.empty()) {
    WARN("skipped: TRIALSHEET_RECORDS names no folder of records");
    return {};
  }
  const auto all = tests::files_in(folder, ".json");
  if (std::getenv("TRIALSHEET_ALL") != nullptr)
    return all;
  std::vector<std::filesystem::path> some;
  for (std::size_t i = 0; i < all.size(); i += 40)
    some.push_back(all[i]);
  return some;
}

Summary summary_of(const std::filesystem::path& path, const Words& words) {
  const auto trial = read_trial(tests::read_file(path)).value;
  return summarize(trial, parse_criteria(trial.eligibility.criteria), words,
                   {Date{2026, 7, 14}})
      .value;
}

}  // namespace

TEST_CASE("large print of real records says everything, on whole pages") {
  World world;
  const auto layout = built_in_layout("large-print");
  for (const auto& path : some_records())
    for (const std::string paper : {"letter", "a4"}) {
      CAPTURE(path.string(), paper);
      world.shaper.forget_if_full();
      const auto summary = summary_of(path, world.words);
      const auto fitted = fit(summary, layout, paper, world.words, world.shaper);
      tests::check_large_print(summary, layout, paper, fitted.value.sheet);
    }
}

TEST_CASE("the self-check of real records is one page with the rules before the rest") {
  World world;
  const auto layout = built_in_layout("self-check");
  for (const auto& path : some_records())
    for (const std::string paper : {"letter", "a4"}) {
      CAPTURE(path.string(), paper);
      world.shaper.forget_if_full();
      const auto summary = summary_of(path, world.words);
      const auto sheet =
          fit(summary, layout, paper, world.words, world.shaper).value.sheet;
      REQUIRE(sheet.pages.size() == 1);
      tests::check_texts(sheet.pages.front(), *layout.find_paper(paper),
                         Length::from_points(510), Length::from_points(10));
      tests::check_boxes(sheet);
      const auto tags = tags_to_text(sheet);
      CHECK(tags.find(summary.rule_blocks.front().heading) <
            tags.find(summary.what_heading));
      CHECK(tags.find(summary.what_heading) < tags.find(summary.labels.questions));
    }
}
