// Explained: which texts say what abbreviations mean, and the sentences with
// explanations.

#include <catch2/catch.hpp>

#include "summary/definitions.hpp"
#include "trials.hpp"

namespace trialsheet {
namespace {

TEST_CASE("Every text of a record may say what an abbreviation means") {
  Trial trial = plain_trial();
  trial.detailed_description = "The Breath Count Test (BCT) is done.";
  trial.primary_outcomes = {{"Night Cough Score (NCS)", "", ""}};
  trial.arms = {{"Group", "", "gets Slow Air Training (SAT)", {}}};
  const Definitions found = definitions_in(trial);
  CHECK(found.at("BCT") == "Breath Count Test");
  CHECK(found.at("NCS") == "Night Cough Score");
  CHECK(found.at("SAT") == "Slow Air Training");
}

TEST_CASE("An abbreviation that no text explains may stand for a condition") {
  Trial trial = plain_trial();
  trial.conditions = {"Growth Hormone Deficiency", "Heart Failure", "T Cell Type 2"};
  CHECK(definitions_in(trial) == Definitions{{"GHD", "Growth Hormone Deficiency"}});
  trial.brief_summary = "A guided home diary (GHD) is kept.";
  CHECK(definitions_in(trial).at("GHD") == "guided home diary");
  trial.brief_summary = "";
  trial.keywords = {"Great Heart Disease"};
  CHECK(definitions_in(trial).at("GHD").empty());
}

TEST_CASE("Sentences have a wording with explanations of what no rule explains") {
  Trial trial = plain_trial();
  trial.conditions = {"Myelopathy"};
  trial.interventions = {{"DRUG", "drug A", "", {}, {}}};
  const Summary summary = summary_of(trial);
  REQUIRE(summary.what_explained.size() == summary.what.size());
  CHECK(summary.what_explained.front().wordings.front().text.find(
            "Myelopathy [damage to the spinal cord]") != std::string::npos);
  CHECK(summary.what.front().wordings.front().text.find('[') == std::string::npos);
  trial.conditions = {"Asthma"};
  CHECK(summary_of(trial).what_explained.empty());
}

TEST_CASE("Shorter sentences have a wording with explanations, too") {
  Trial trial = plain_trial();
  trial.conditions = {"Myelopathy"};
  trial.interventions = {{"DRUG", "drug A", "", {}, {}}};
  trial.design.primary_purpose = "TREATMENT";
  const Summary summary = summary_of(trial);
  const std::vector<Wording>& plain = summary.what.front().wordings;
  const std::vector<Wording>& told = summary.what_explained.front().wordings;
  REQUIRE(plain.size() > 1);
  REQUIRE(told.size() >= plain.size());
  for (std::size_t depth = 0; depth < plain.size(); ++depth) {
    const bool named = plain[depth].text.find("Myelopathy") != std::string::npos;
    CHECK((told[depth].text.find("Myelopathy [") != std::string::npos) == named);
  }
}

}  // namespace
}  // namespace trialsheet
