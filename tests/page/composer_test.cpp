// What a choice is weighed with is what its strips take.

#include "page/composer.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "page/maker.hpp"
#include "words/words.hpp"

using namespace trialsheet;

namespace {

/// A choice of anything that the summary and the layout have.
Choice any_choice(const Summary& summary, const Layout& layout, Maker& chance) {
  auto choice = everything(summary, layout);
  const auto one_of = [&](std::size_t count) {
    return chance.up_to(static_cast<int>(count) - 1);
  };
  choice.body = one_of(layout.bodies.size());
  choice.title = one_of(layout.titles.size() + 1) - 1;
  choice.what = chance.up_to(1);
  choice.places = one_of(summary.places.wordings.size());
  choice.contact = static_cast<ContactDepth>(chance.up_to(2));
  choice.optional_facts = chance.up_to(1) == 1;
  choice.small_facts = chance.up_to(1) == 1;
  for (std::size_t i = 0; i < choice.questions.size(); ++i)
    choice.questions[i] = one_of(summary.questions[i].statement.wordings.size() + 1) - 1;
  const bool shows_rules = chance.up_to(3) > 0;
  for (std::size_t b = 0; b < choice.rules.size(); ++b)
    for (std::size_t r = 0; r < choice.rules[b].size(); ++r) {
      const auto& rule = summary.rule_blocks[b].rules[r];
      choice.rules[b][r] =
          shows_rules ? one_of(rule.statement.wordings.size() + 1) - 1 : not_shown;
    }
  for (auto& air : choice.air)
    air = chance.up_to(most_air);
  return choice;
}

}  // namespace

TEST_CASE("blocks take what their strips take, for whatever choices were asked before") {
  FontSet fonts;
  Shaper shaper(fonts);
  const Words words("en");
  int gaps = 0;
  for (const std::string name : {"standard", "self-check"}) {
    const auto layout = built_in_layout(name);
    for (unsigned seed = 1; seed <= 12; ++seed) {
      Maker maker(seed);
      const auto summary = maker.summary();
      Setter setter(shaper, "en");
      const Composer composer(summary, layout, *layout.find_paper("a4"), words, setter);
      for (int turn = 0; turn < 20; ++turn) {
        const auto choice = any_choice(summary, layout, maker);
        const auto scene = composer.scene(choice);
        for (std::size_t b = 0; b < layout.blocks.size(); ++b) {
          const auto& block = layout.blocks[b];
          if (block.column < 0)
            continue;
          CAPTURE(name, seed, turn, b);
          const auto taken = composer.extent(scene, b);
          const auto painted = extent_of(block_strips(scene, block.kind, block.column));
          CHECK(taken.is_empty() == painted.is_empty());
          CHECK(taken.above == painted.above);
          CHECK(taken.height == painted.height);
          CHECK(taken.gaps == painted.gaps);
          CHECK(taken.section_rule == painted.section_rule);
          gaps += taken.gaps;
        }
      }
    }
  }
  CHECK(gaps > 1000);
}
