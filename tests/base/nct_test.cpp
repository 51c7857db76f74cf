// What is understood as an NCT number, and what is not guessed at.

#include "base/nct.hpp"

#include <catch2/catch.hpp>

using namespace trialsheet;

TEST_CASE("an NCT number is NCT and eight digits") {
  CHECK(is_nct_number("NCT05153070"));
  for (const char* other :
       {"", "NCT", "nct05153070", "NCT0515307", "NCT051530700", "NCT0515307O",
        " NCT05153070", "NCT05153070\n", "NCT0515/070"}) {
    CAPTURE(other);
    CHECK_FALSE(is_nct_number(other));
  }
}

TEST_CASE("a number is found in what people type and paste") {
  for (const char* typed :
       {"NCT05153070", "nct05153070", " nct 0515 3070\n", "NCT-05153070",
        "NCT: 0515-3070", "NCT#05153070", "05153070", " 0515 3070 ", "NCTO5153O7O",
        "https://clinicaltrials.gov/study/NCT05153070",
        "clinicaltrials.gov/ct2/show/nct05153070?term=a&rank=1#more",
        "https://clinicaltrials.gov/api/v2/studies/NCT05153070?format=json",
        "ClinicalTrials.gov Identifier: NCT05153070.", "NCT05153070 (see NCT05153070)",
        "\xEF\xBC\xAE\xEF\xBC\xA3\xEF\xBC\xB4 \xEF\xBC\x90\xEF\xBC\x95"
        "15\xE2\x80\x93"
        "3070",
        "NCT\xD9\xA0\xD9\xA5\xD9\xA1\xD9\xA5\xD9\xA3\xD9\xA0\xD9\xA7\xD9\xA0"}) {
    CAPTURE(typed);
    CHECK(find_nct_number(typed) == "NCT05153070");
  }
}

TEST_CASE("no number is guessed") {
  for (const char* typed :
       {"", "NCT", "NCT0515307", "NCT051530700", "NCT05153070 or NCT05153071", "0515307",
        "051530701", "call 0515 3070", "05153070 12", "ISRCTN05153070", "NCT0515/3070",
        "NCT0515    3070", "records/12345678.json", "diabetes"}) {
    CAPTURE(typed);
    CHECK_FALSE(find_nct_number(typed));
  }
  CHECK_FALSE(find_nct_number("NCT05153070" + std::string(3000, ' ')));
}
