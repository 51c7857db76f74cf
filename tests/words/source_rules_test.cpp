// The list of 74 rules that questions.json was made from: what became of each.

#include <catch2/catch.hpp>
#include <set>

#include "words/impl.hpp"
#include "words/words.hpp"

namespace trialsheet {
namespace {

struct SourceRule {
  std::string id;
  std::vector<std::string> became;  ///< ids of questions.json
  std::string why;                  ///< where they ask otherwise than the list
};

const std::vector<SourceRule> source_rules = {
    {"U1", {"U1", "Z3"}, "past studies: of any study"},
    {"X2", {"X2", "X10"}, "what is still going on has a question on results"},
    {"X5", {"X5"}, ""},
    {"X4",
     {"X4", "X4s", "X4n", "X4g", "X6", "X7"},
     "split: completed, stopped, called off, over; results apart"},
    {"U2", {"U2", "U2o", "E3", "Z1"}, "who is only observed goes without nothing"},
    {"X3",
     {"X3", "X3n", "X3u", "X3b", "X3e", "X3s", "X3o", "X0"},
     "split by what it was last known to be, and by which date is past"},
    {"U3", {"U3", "E4", "U3c", "U3r"}, ""},
    {"E1", {"E1"}, ""},
    {"HV1",
     {"HV1", "HV1c"},
     "phase 1 alone: in phases 1 and 2 patients may be meant, and HV2 asks"},
    {"R2",
     {"R2", "R2x", "R2c", "R2d"},
     "some get a placebo only where an arm is registered as one"},
    {"R2b",
     {"R2b"},
     "asks what one would keep: few records say that all keep usual care"},
    {"P1", {"P1", "P1c", "P1r", "P12c"}, ""},
    {"C1", {"C1", "C1c", "C1d"}, "only where all are children"},
    {"R1", {"R1", "R1c", "R1d", "R1x"}, "not in a crossover, where R5 asks"},
    {"W3",
     {"W3", "W3c"},
     "only for women, and not where a pregnancy was lost or is hoped for"},
    {"R3", {"R3", "R3c"}, ""},
    {"M1",
     {"M1", "M1c", "M1r", "M1d"},
     "a time off is named; if the reader needs one is asked"},
    {"O1", {"O1", "O1r", "O1c", "O1d"}, "split: what looks back asks nothing of people"},
    {"W1", {"W1", "W1p", "W1c", "W1d"}, "split: birth control, or pregnancy alone"},
    {"S1", {"S1", "S0"}, "the place is named; if it is far is not known"},
    {"L1", {"L1", "L1s", "L1c"}, "split by number"},
    {"D1",
     {"D1", "D1c", "D1r", "D1s", "D1d"},
     "if it is put inside the body is asked, not presumed"},
    {"M2", {"M2", "M2c"}, ""},
    {"T1", {"T1", "T1c"}, ""},
    {"R4", {"R4", "R4u", "R4g", "R4c", "R4d", "R4e", "R4a", "R4f"}, ""},
    {"P3",
     {"P3", "P3c", "P3r", "P23", "P23c", "P23r"},
     "a study in phases 2 and 3 is called so"},
    {"G1", {"G1", "G1c", "G1e", "G1d"}, ""},
    {"P2", {"P2", "P2c", "P2r"}, ""},
    {"G2", {"G2", "G2o", "G2c", "G2d"}, "split: date of diagnosis, or of onset"},
    {"P1b", {"P1b"}, "that there were groups before is not presumed"},
    {"T2", {"T2", "T2c"}, "a gene is named; what the rule wants of it is not known"},
    {"O2", {"O2"}, ""},
    {"P4", {"P4", "P4c", "P4r"}, "if it is approved here is not known"},
    {"OA2", {"OA2", "OA2s", "OA2c", "OA2d"}, ""},
    {"R5", {"R5"}, ""},
    {"V1",
     {"V1", "V1i", "V1h", "V1v", "V1c"},
     "split: schedule, infusions, a stay; tablets taken daily cost no time"},
    {"B1", {"B1"}, ""},
    {"U4", {"U4", "Z8", "U4o"}, ""},
    {"O3", {"O3"}, ""},
    {"M3", {"M3", "M3v", "M3c"}, ""},
    {"D3",
     {"D3", "D3c", "D3r", "D3s", "D3d"},
     "by the registered type; words of surgery stand for much else"},
    {"D4", {"D4", "D4c", "D4r", "D4s"}, ""},
    {"C2", {"C2"}, ""},
    {"D5", {"D5", "D5t", "D5c"}, "split: the type GENETIC may be a test"},
    {"U5", {"U5", "Z7"}, ""},
    {"D9", {"D9", "D9p", "D9c"}, "split: a vaccine, or other prevention"},
    {"C3", {"C3", "C3c"}, "not where the oldest are 6"},
    {"D6", {"D6", "D6c"}, ""},
    {"HV2", {"HV2"}, ""},
    {"L2", {"L2", "L2i", "L2c"}, ""},
    {"U6", {"U6", "E6", "Z6"}, ""},
    {"D7", {"D7", "D7c", "M4"}, "a drug may mix badly too"},
    {"D8", {"D8", "D8c"}, ""},
    {"G3", {"G3", "G3c"}, ""},
    {"R6", {"R6"}, "only one group, for treatment or care"},
    {"S2", {"S2"}, ""},
    {"OA1", {"OA1", "OA1c"}, "only where all are older adults"},
    {"W2", {"W2", "W2c"}, ""},
    {"D2", {"D2"}, ""},
    {"T3", {"T3", "O3"}, ""},
    {"S3", {"S3"}, "only if the reader said where they are"},
    {"V2",
     {"V2", "V2c", "V2f", "V2d"},
     "by the times of outcomes: the dates of a study are not those of a person"},
    {"G4", {"G4"}, ""},
    {"G5", {"G5", "G5c"}, ""},
    {"G6", {"G6", "G6c"}, ""},
    {"X1", {"X1"}, ""},
    {"F1", {"F1"}, ""},
    {"F2", {"F2"}, ""},
    {"F3", {"F3"}, ""},
    {"F4", {"F4"}, ""},
    {"F5", {"F5"}, ""},
    {"B2", {"B2"}, ""},
    {"F6", {"F6"}, ""},
    {"E2", {"E2"}, ""},
};

TEST_CASE("Each rule of the list became one rule or several") {
  const Words words("en");
  std::set<std::string> there;
  for (const CompiledRule& compiled : *words.impl().questions) {
    there.insert(compiled.rule.id);
  }
  std::set<std::string> listed;
  for (const SourceRule& rule : source_rules) {
    CAPTURE(rule.id);
    listed.insert(rule.id);
    CHECK_FALSE(rule.became.empty());
    for (const std::string& id : rule.became) {
      CAPTURE(id);
      CHECK(there.contains(id));
    }
  }
  CHECK(listed.size() == 74);
  CHECK(source_rules.size() == 74);
}

}  // namespace
}  // namespace trialsheet
