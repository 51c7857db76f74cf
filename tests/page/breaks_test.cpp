// Where lines may end. '|' marks each break in the cases.

#include "page/breaks.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace trialsheet;

namespace {

std::string with_marks(const std::string& text) {
  auto marked = text;
  const auto offsets = break_offsets(text);
  for (auto offset = offsets.rbegin(); offset != offsets.rend(); ++offset)
    marked.insert(*offset, "|");
  return marked;
}

std::string without_marks(std::string marked) {
  std::erase(marked, '|');
  return marked;
}

}  // namespace

TEST_CASE("lines end after spaces, never between a number and what it counts") {
  const std::string marked =
      GENERATE(as<std::string>{},                                         //
               "Type 1 |diabetes|", "a |phase 2, |open |study|",          //
               "Age |≥ 18 years|",                                        //
               "at |least |500 mg |a |day|",                              //
               "0, |1 |or |2|",                                           //
               "INR |≤ 1.5 x ULN|",                                       //
               "weight |of |50-90 kg |now|",                              //
               "in |2019, |weeks |passed|",                               //
               "and |sperm |(4 rules)|", "tinh |trùng |(4 điều |kiện)|",  //
               "“≥ 10 mg” |daily|", "«past |4 weeks»|",                   //
               "below |30 ml/min |or |45 minutes |a |day|",               //
               "one |word|");
  CHECK(with_marks(without_marks(marked)) == marked);
}

TEST_CASE("hyphens and slashes end lines in long tokens only") {
  CHECK(with_marks("non-small-cell") == "non-small-cell|");
  CHECK(with_marks("immunohistochemistry-confirmed") ==
        "immunohistochemistry-|confirmed|");
  CHECK(with_marks("carboplatin/paclitaxel") == "carboplatin/|paclitaxel|");
  CHECK(with_marks("https://example.org/a") == "https://|example.org/a|");
}

TEST_CASE("telephone numbers and addresses are typed in one go") {
  CHECK(with_marks("+49-30-1234-5678-90 or") == "+49-30-1234-5678-90 |or|");
  CHECK(with_marks("clinical-trials@big-hospital.example") ==
        "clinical-trials@|big-hospital.example|");
  CHECK(with_marks("clinical-trials-office@") == "clinical-trials-office@|");
}

TEST_CASE("a line feed ends a line even where the words belong together") {
  CHECK(with_marks("18\nyears") == "18\n|years|");
}

TEST_CASE("Chinese breaks between characters, but not before its punctuation") {
  CHECK(with_marks("脾胃虚弱，患者") == "脾|胃|虚|弱，|患|者|");
}

TEST_CASE("Chinese keeps numbers with what they count, and English words whole") {
  CHECK(with_marks("年龄18岁以上") == "年|龄|18岁|以|上|");
  CHECK(with_marks("第2期研究") == "第2期|研|究|");
  CHECK(with_marks("研究（aflibercept-ziv-placebo）。") ==
        "研|究|（aflibercept-|ziv-|placebo）。|");
  CHECK(with_marks("本研究检测IL-2，以及insulin") ==
        "本|研|究|检|测|IL-2，|以|及|insulin|");
  CHECK(with_marks("“研究药物”《指南》、“对照”组") ==
        "“研|究|药|物”|《指|南》、|“对|照”|组|");
  CHECK(with_marks("患者’s 不能") == "患|者’s |不|能|");
}

TEST_CASE("an empty text has one break, at its end") {
  CHECK(break_offsets("") == std::vector<std::size_t>{0});
}
