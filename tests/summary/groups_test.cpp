// Who gets what: every group named, in full and where room is short.

#include <catch2/catch.hpp>

#include "trials.hpp"

namespace trialsheet {
namespace {

TEST_CASE("Where room is short every group is still named, and what all get only once") {
  Trial trial = plain_trial();
  trial.design.who_masked = {"PARTICIPANT"};
  for (const char* name : {"First name", "Second name", "Usual care"}) {
    const bool is_control = name == std::string("Usual care");
    add_arm(trial, is_control ? "ACTIVE_COMPARATOR" : "EXPERIMENTAL",
            {std::string("Drug: ") + name, "Drug: Usual care"});
  }
  CHECK(summary_of(trial).what[1].wordings.back().text ==
        "There are 3 groups. All get Usual care. They also get: First name; Second name; "
        "nothing.");
  trial.design.allocation = "RANDOMIZED";
  CHECK(
      texts_of(summary_of(trial).what[1])[1] ==
      "All get Usual care. Chance decides what more each gets: First name; Second name; "
      "nothing. People in it do not know what they get.");
  trial.arms.back() = {"Waiting", "NO_INTERVENTION", "", {}};
  CHECK(summary_of(trial).what[1].wordings.back().text ==
        "Chance decides who gets which: First name and Usual care; Second name and Usual "
        "care; no study treatment (it is called “Waiting”).");
}

TEST_CASE("Groups of which the same would be said are told apart by their labels") {
  Trial trial = plain_trial();
  trial.arms = {{"Early", "EXPERIMENTAL", "", {"Drug: Aspirin", "Drug: Placebo A"}},
                {"Late", "EXPERIMENTAL", "", {"Drug: Aspirin", "Drug: Placebo B"}}};
  CHECK(fullest(trial)[1].starts_with(
      "The record lists Aspirin and a placebo for each of the 2 groups. "
      "The groups are called “Early” and "
      "“Late”."));
}

TEST_CASE("Labels that only count are told with the doses, or the reader is to ask") {
  Trial trial = plain_trial();
  trial.arms = {{"Arm A", "EXPERIMENTAL", "Aspirin 5 mg a day", {"Drug: Aspirin"}},
                {"Arm B", "EXPERIMENTAL", "Aspirin 10 mg a day", {"Drug: Aspirin"}}};
  CHECK(
      fullest(trial)[1] ==
      "The record lists Aspirin for each of the 2 groups. The groups are called “Arm A” "
      "(“5 mg”) and “Arm B” (“10 mg”).");
  CHECK(summary_of(trial).what[1].wordings.back().text ==
        "The groups are called “Arm A” (“5 mg”) and “Arm B” (“10 mg”).");
  trial.arms[1].description = "Aspirin 5 mg twice a day";
  CHECK(
      fullest(trial)[1] ==
      "The record lists Aspirin for each of the 2 groups. The record says of them: “5 mg "
      "a day”; “5 mg twice a day”.");
  trial.arms[1].description = "";
  CHECK(
      fullest(trial)[1] ==
      "The record lists Aspirin for each of the 2 groups. Ask how these groups differ.");
  trial.arms[0].label = "Experimental group";
  trial.arms[1].label = "Active control";
  CHECK(summary_of(trial).what[1].wordings.back().text ==
        "There are 2 groups. Ask how these groups differ.");
}

TEST_CASE(
    "Groups whose names are long are called by their labels, however short the room") {
  Trial trial = plain_trial();
  for (const char* label : {"Calls", "Texts", "Visits"}) {
    add_arm(
        trial, "EXPERIMENTAL",
        {std::string("Behavioral: A program of six months to learn about asthma by ") +
         label});
    trial.arms.back().label = label;
  }
  CHECK(summary_of(trial).what[1].wordings.back().text ==
        "The groups are called “Calls”, “Texts” and “Visits”.");
}

TEST_CASE("Where one group is only named the others are named too") {
  Trial trial = plain_trial();
  trial.arms = {{"Before surgery", "EXPERIMENTAL", "", {"Drug: Aspirin"}},
                {"After surgery", "OTHER", "", {"Drug: No intervention"}}};
  CHECK(
      fullest(trial)[1] ==
      "One group gets Aspirin (“Before surgery”). The other is called “After surgery”.");
}

TEST_CASE("A placebo that only the description of a masked study names is asked about") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: Aspirin"});
  trial.brief_summary = "Twenty men get a pill or placebo.";
  CHECK(fullest(trial)[1] == "There is one group. Everyone in it gets Aspirin.");
  trial.design.masking = "DOUBLE";
  CHECK(summary_of(trial).what[1].wordings.back().text ==
        "The record’s text names a placebo. Ask if some get it.");
  trial.brief_summary = "There is no placebo, but a sham injection.";
  CHECK(summary_of(trial).what[1].wordings.back().text ==
        "The record’s text names a sham. Ask if some get it.");
}

TEST_CASE("A placebo with something active in it is not said to have nothing") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: Aspirin"});
  add_arm(trial, "PLACEBO_COMPARATOR", {"Drug: Placebo"});
  trial.interventions = {
      {"DRUG", "Placebo", "It contains 10% of the active ingredients", {}, {}}};
  for (const std::string& text : texts_of(summary_of(trial).what[1])) {
    CAPTURE(text);
    CHECK(text.find("othing active") == std::string::npos);
    CHECK(text.find("The record says this placebo has something active in it.") !=
          std::string::npos);
  }
  trial.interventions[0].description = "A pill with 0% of the active ingredients";
  CHECK(fullest(trial)[1].find("A placebo has nothing active in it.") !=
        std::string::npos);
}

TEST_CASE("What is only typed a placebo is none where everyone knows who gets what") {
  Trial trial = plain_trial();
  trial.design.masking = "NONE";
  trial.arms = {{"Banana", "EXPERIMENTAL", "", {"Dietary Supplement: Banana"}},
                {"Diet alone", "PLACEBO_COMPARATOR", "", {"Dietary Supplement: Banana"}}};
  CHECK(fullest(trial)[1] ==
        "One group gets Banana. The other is called “Diet alone”. The record calls one "
        "group a placebo group. Ask what it gets. Everyone knows who gets what.");
  trial.design.masking = "DOUBLE";
  CHECK(fullest(trial)[1].find("gets a placebo") != std::string::npos);
}

TEST_CASE("Drugs that are registered as one are told one by one") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL",
          {"Drug: Aspirin", "Drug: Heparin, Warfarin and Aspirin"});
  CHECK(fullest(trial).front() ==
        "This study tests Aspirin, Heparin and Warfarin. It is about Asthma.");
}

TEST_CASE("Where room is short as many names are told as one line or two can hold") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: Aspirin", "Drug: Heparin", "Drug: Warfarin"});
  CHECK(summary_of(trial).what[0].wordings.back().text ==
        "This study tests Aspirin, Heparin and Warfarin.");
  add_arm(trial, "ACTIVE_COMPARATOR", {"Drug: Clopidogrel"});
  CHECK(summary_of(trial).what[0].wordings.back().text ==
        "This study tests Aspirin, Heparin and Warfarin against Clopidogrel.");
}

TEST_CASE("Names lose the capitals of a heading where the record writes them without") {
  Trial trial = plain_trial();
  trial.conditions = {"Erectile Dysfunction"};
  trial.brief_summary = "A walking program for erectile dysfunction, or Viagra.";
  add_arm(trial, "EXPERIMENTAL", {"Behavioral: WALKING PROGRAM"});
  trial.interventions = {{"BEHAVIORAL", "WALKING PROGRAM", "", {}, {}}};
  CHECK(fullest(trial).front() ==
        "This study tests the walking program. It is about erectile dysfunction.");
  trial.conditions.push_back("Peyronie's Disease");
  trial.interventions.push_back({"DRUG", "Viagra", "", {}, {}});
  CHECK(fullest(trial).front() ==
        "This study tests the WALKING PROGRAM. It is about Erectile Dysfunction and "
        "Peyronie's "
        "Disease.");
}

TEST_CASE("An abbreviation is written out as the record does, else as the glossary") {
  Trial trial = plain_trial();
  trial.conditions = {"NSCLC"};
  CHECK(fullest(trial).front() ==
        "This study is about NSCLC [non-small cell lung cancer].");
  trial.conditions = {"Stage 2 XYZ"};
  CHECK(fullest(trial).front() == "This study is about Stage 2 XYZ.");
  trial.official_title = "Xylem Yellow Zone (XYZ)";
  CHECK(fullest(trial).front() == "This study is about Stage 2 XYZ (Xylem Yellow Zone).");
  trial.brief_title = "Xylem Yellow Zone of Stage 2";
  CHECK(fullest(trial).front() == "This study is about Stage 2 XYZ.");
}

TEST_CASE("A sham by its type alone does not hide a placebo that the texts tell of") {
  Trial trial = plain_trial();
  trial.design.masking = "DOUBLE";
  trial.interventions = {{"DRUG", "Examplin", "Examplin or placebo, in turn", {}, {}},
                         {"OTHER", "Single dose", "Examplin once", {}, {}}};
  trial.arms = {{"The ill", "EXPERIMENTAL", "", {"Drug: Examplin"}},
                {"The well", "SHAM_COMPARATOR", "Examplin once", {"Other: Single dose"}}};
  const std::string told = fullest(trial)[1];
  CHECK(told.find("pretend") == std::string::npos);
  CHECK(told.find("The record calls one group a sham group. Ask why. The record’s "
                  "text names a placebo.") != std::string::npos);
  trial.interventions[1].description = "A simulated dose";
  CHECK(fullest(trial)[1].find("pretend") != std::string::npos);
}

TEST_CASE("What a group by its type alone gets is asked only where it is not told") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Device: App", "Procedure: Scan"});
  add_arm(trial, "EXPERIMENTAL", {"Behavioral: Walks", "Procedure: Scan"});
  add_arm(trial, "SHAM_COMPARATOR", {"Procedure: Scan"});
  CHECK(fullest(trial)[1].ends_with("a sham group. Ask what it gets."));
  trial.arms[2].intervention_names.emplace_back("Behavioral: Lessons");
  CHECK(fullest(trial)[1].ends_with("a sham group. Ask why."));
}

TEST_CASE("What is given for a placebo is not what a crossover study tests") {
  Trial trial = plain_trial();
  trial.design.intervention_model = "CROSSOVER";
  trial.interventions = {{"DRUG", "Examplin", "", {}, {}},
                         {"OTHER", "Syrup", "", {"Placebo"}, {}}};
  trial.arms = {
      {"Examplin, then syrup", "EXPERIMENTAL", "", {"Drug: Examplin", "Syrup"}},
      {"Syrup, then Examplin", "PLACEBO_COMPARATOR", "", {"Examplin", "Syrup"}}};
  CHECK(fullest(trial)[0] == "This study tests Examplin. It is about Asthma.");
  CHECK(fullest(trial)[1].starts_with(
      "People get more than one of these, in turn: Examplin and a placebo (Syrup)."));
  trial.interventions[1].other_names.clear();
  CHECK(fullest(trial)[0] == "This study tests Examplin. It is about Asthma.");
}

TEST_CASE("What begins with a placebo is named last, forms to fill in not at all") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: Placebo at night and Examplin"});
  add_arm(trial, "EXPERIMENTAL", {"Drug: Testol and questionnaires"});
  add_arm(trial, "EXPERIMENTAL",
          {"Drug: Mixtan (made of 10 mg of Onesin, 20 mg of Twosin and 30 mg of Threesin "
           "in 100 mL of water)"});
  const auto texts = texts_of(summary_of(trial).what.at(0));
  CHECK(texts.front().starts_with("This study tests Testol, Mixtan (made of"));
  CHECK(std::find(texts.begin(), texts.end(),
                  "This study tests Testol, Mixtan and Placebo at night and Examplin.") !=
        texts.end());
}

TEST_CASE("Where parts of one body are compared, chance puts no one in a group") {
  Trial trial = plain_trial();
  trial.design.allocation = "RANDOMIZED";
  trial.eligibility.criteria = "Inclusion Criteria:\n\n* Any cough";
  add_arm(trial, "ACTIVE_COMPARATOR", {"Device: Lamp"});
  add_arm(trial, "ACTIVE_COMPARATOR", {"Device: Laser"});
  const auto says_chance = [&trial] {
    const Summary summary = summary_of(trial);
    bool says = false;
    for (const Statement& statement : summary.what) {
      for (const std::string& text : texts_of(statement)) {
        says = says || text.find("hance") != std::string::npos;
      }
    }
    return says ||
           std::any_of(summary.questions.begin(), summary.questions.end(),
                       [](const Question& each) { return each.topic == "random"; });
  };
  CHECK(says_chance());
  trial.official_title = "A Randomized, Intra-Patient Controlled Study of Lamps";
  CHECK_FALSE(says_chance());
  CHECK(
      fullest(trial)[1].starts_with("The record compares parts of one person’s body. Ask "
                                    "how."));
  trial.official_title.clear();
  trial.arms[0].label = "Left knee";
  trial.arms[1].label = "Right knee";
  CHECK_FALSE(says_chance());
}

}  // namespace
}  // namespace trialsheet
