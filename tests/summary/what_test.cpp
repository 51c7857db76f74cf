// What is being tested: who gets what is true and names every control.

#include <catch2/catch.hpp>

#include "summary/arms.hpp"
#include "trials.hpp"

namespace trialsheet {
namespace {

Trial placebo_trial() {
  Trial trial = plain_trial();
  trial.design.primary_purpose = "TREATMENT";
  trial.design.allocation = "RANDOMIZED";
  trial.design.intervention_model = "PARALLEL";
  add_arm(trial, "EXPERIMENTAL", {"Drug: Aspirin"});
  add_arm(trial, "PLACEBO_COMPARATOR", {"Drug: Placebo oral tablet"});
  return trial;
}

TEST_CASE("A treatment against a placebo") {
  Trial trial = placebo_trial();
  trial.design.masking = "DOUBLE";
  trial.design.who_masked = {"PARTICIPANT", "INVESTIGATOR"};
  CHECK(fullest(trial) ==
        std::vector<std::string>{
            "This study tests Aspirin as a treatment. It is about Asthma.",
            "One group gets Aspirin. The other gets a placebo. A placebo has nothing "
            "active "
            "in "
            "it. Chance decides who is in which group. Who gets what is hidden from the "
            "people in it and the researchers."});
  CHECK(texts_of(summary_of(trial).what[1])[1] ==
        "By chance, some get this, others a placebo (nothing active in it). People in it "
        "do not know what they get.");
  CHECK(summary_of(trial).what[1].wordings.back().text ==
        "By chance, some get this, others a placebo (nothing active in it).");
  trial.design.allocation = "";
  CHECK(summary_of(trial).what[1].wordings.back().text ==
        "Some get this, others get a placebo (nothing active in it).");
}

TEST_CASE("Where all get the same, there is nothing for some to know and others not") {
  Trial trial = plain_trial();
  trial.design.masking = "NONE";
  trial.design.intervention_model = "SINGLE_GROUP";
  add_arm(trial, "EXPERIMENTAL", {"Drug: Aspirin"});
  add_arm(trial, "EXPERIMENTAL", {"Drug: Aspirin"});
  for (const std::string& text : texts_of(summary_of(trial).what[1])) {
    CHECK(text.find("knows") == std::string::npos);
  }
}

TEST_CASE("A study that tells of chance or a placebo is not said only to observe") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  const auto observes = [&trial](const char* summary) {
    trial.brief_summary = summary;
    const Summary made = summary_of(trial);
    const bool told = made.what.back().wordings.front().text.find("does not choose") !=
                      std::string::npos;
    const bool asked = std::any_of(
        made.questions.begin(), made.questions.end(), [](const Question& question) {
          return question.because.find("only observes") != std::string::npos;
        });
    CHECK(told == asked);
    return told;
  };
  CHECK(observes("People with asthma are followed."));
  CHECK(observes("A prospective, non-randomized registry."));
  CHECK_FALSE(observes("The order of the gases is randomized."));
  CHECK_FALSE(observes("Oxygen is compared with placebo."));
  trial.interventions = {{"OTHER", "massage", "five sessions", {}, {}}};
  CHECK_FALSE(observes("People with asthma are followed."));
  CHECK(observes("People who get it in routine care are followed."));
  trial.interventions = {{"OTHER", "Test of breathing", "", {}, {}}};
  CHECK(observes("People with asthma are followed."));
  trial.official_title = "An Open-label Study of Examplin";
  CHECK_FALSE(observes("People with asthma are followed."));
}

TEST_CASE("A stopped study is told as a plan") {
  Trial trial = placebo_trial();
  trial.status = "WITHDRAWN";
  CHECK(fullest(trial) ==
        std::vector<std::string>{
            "This study set out to test Aspirin as a treatment. It was about Asthma.",
            "One group was to get Aspirin. The other was to get a placebo. A placebo has "
            "nothing active in it. Chance was to decide who is in which group."});
}

TEST_CASE("What all groups get is not what is tested") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: A", "Drug: B"});
  add_arm(trial, "ACTIVE_COMPARATOR", {"Drug: C", "Drug: B"});
  CHECK(fullest(trial) ==
        std::vector<std::string>{"This study tests A against C. It is about Asthma.",
                                 "One group gets A and B. The other gets C and B."});
}

TEST_CASE("A group without study treatment is named in every wording") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Behavioral: Yoga"});
  add_arm(trial, "NO_INTERVENTION", {});
  const Statement groups = summary_of(trial).what[1];
  CHECK(groups.wordings.front().text ==
        "One group gets Yoga. The other gets no study treatment.");
  for (const Wording& wording : groups.wordings) {
    CHECK(wording.text.find("no study treatment") != std::string::npos);
  }
}

TEST_CASE("What a group gets is named, or called what is tested, never this") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Behavioral: Yoga"});
  CHECK(fullest(trial)[1] == "There is one group. Everyone in it gets Yoga.");
  trial.arms[0].intervention_names = {"Behavioral: " + std::string(80, 'y')};
  CHECK(fullest(trial)[1] == "There is one group. Everyone in it gets what is tested.");
  add_arm(trial, "NO_INTERVENTION", {});
  CHECK(fullest(trial)[1] ==
        "One group gets what is tested. The other gets no study treatment.");
}

TEST_CASE("A choice between treatments is not told as all of them") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: Newtreat"});
  add_arm(trial, "ACTIVE_COMPARATOR", {"Drug: Lomustine", "Drug: Carboplatin"});
  const std::string all =
      "One group gets Newtreat. The other gets Lomustine and Carboplatin.";
  trial.arms[1].description = "Carboplatin on days 1 or 2 until progression or death";
  CHECK(
      fullest(trial)[0] ==
      "This study tests Newtreat against Lomustine and Carboplatin. It is about Asthma.");
  trial.arms[1].description = "Carboplatin and/or lomustine as the doctor chooses";
  CHECK(fullest(trial) ==
        std::vector<std::string>{
            "This study tests Newtreat against some of these: Lomustine and Carboplatin. "
            "It is about Asthma.",
            "One group gets Newtreat. The other gets some of these: Lomustine and "
            "Carboplatin."});
}

TEST_CASE("A group without study treatment may get usual care, or have to wait") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Behavioral: Yoga"});
  add_arm(trial, "NO_INTERVENTION", {});
  trial.arms[1].description = "Participants get standard of care.";
  CHECK(fullest(trial)[1] ==
        "One group gets Yoga. The other gets usual care, but no study treatment.");
  trial.arms[1].label = "Waitlist control";
  CHECK(fullest(trial)[1] ==
        "One group gets Yoga. The other gets no study treatment until later.");
}

TEST_CASE("What a sham group really gets is not called a pretence") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Device: Laser"});
  add_arm(trial, "SHAM_COMPARATOR", {"Other: Exercise"});
  trial.brief_summary = "People are compared with a sham group.";
  CHECK(fullest(trial)[1] ==
        "One group gets Laser. The other gets Exercise (this is the sham group: some or "
        "all of it may be pretended).");
}

TEST_CASE("A sham that the record files under placebo is told as a sham") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Device: Laser"});
  add_arm(trial, "PLACEBO_COMPARATOR", {"Device: Sham laser"});
  Intervention laser;
  laser.name = "Laser";
  Intervention sham;
  sham.name = "Sham laser";
  trial.interventions = {laser, sham};
  CHECK(fullest(trial)[1].find("lacebo") == std::string::npos);
  CHECK(fullest(trial)[1].find("sham") != std::string::npos);
  trial.arms[1].label = "Placebo";
  CHECK(fullest(trial)[1].find("lacebo") != std::string::npos);
}

TEST_CASE("A study is not said to look at no intervention") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  Intervention none;
  none.name = "No Intervention";
  trial.interventions = {none};
  for (const std::string& text : fullest(trial)) {
    CHECK(text.find("No Intervention") == std::string::npos);
  }
}

TEST_CASE("What names nothing is not said to be tested") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Device: Device treatment"});
  CHECK(fullest(trial) ==
        std::vector<std::string>{"This study is about Asthma.", "There is one group."});
  trial = plain_trial();
  for (const char* name : {"Breathing lessons", "control"}) {
    trial.interventions.push_back({"BEHAVIORAL", name, "", {}, {}});
  }
  CHECK(fullest(trial).front() ==
        "This study tests Breathing lessons against control. It is about Asthma.");
}

TEST_CASE("A sham that is registered for the wrong arm is told of the right one") {
  Trial trial = plain_trial();
  trial.arms.push_back(
      {"Stimulation", "EXPERIMENTAL", "", {"Procedure: Sham stimulation"}});
  trial.arms.push_back({"Sham device", "NO_INTERVENTION", "", {}});
  CHECK(fullest(trial) ==
        std::vector<std::string>{
            "This study tests Stimulation. It is about Asthma.",
            "One group gets Stimulation. The other gets a sham. A sham is a pretend "
            "treatment."});
}

TEST_CASE("A placebo or sham of which no word tells is asked about") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Device: App"});
  add_arm(trial, "PLACEBO_COMPARATOR", {"Behavioral: Lessons"});
  CHECK(fullest(trial)[1] ==
        "One group gets the App. The other gets Lessons. The record calls one group a "
        "placebo group. Ask why.");
  trial.arms[1].type = "SHAM_COMPARATOR";
  CHECK(summary_of(trial).what[1].wordings.back().text.ends_with(
      "The record calls one group a sham group. Ask why."));
}

TEST_CASE("A measure that is only a code is left out") {
  Trial trial = plain_trial();
  trial.primary_outcomes = {{"AE", "", ""}};
  CHECK(fullest(trial).front() == "This study is about Asthma.");
  trial.primary_outcomes = {{"Pain", "", ""}};
  CHECK(fullest(trial).front() ==
        "This study is about Asthma. The main thing it measures is “Pain”.");
}

TEST_CASE("A number of a list is no part of a name") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Device: 1). Laser"});
  add_arm(trial, "ACTIVE_COMPARATOR", {"Device: 2) Lamp"});
  CHECK(fullest(trial).front() ==
        "This study tests Laser against Lamp. It is about Asthma.");
}

TEST_CASE("Where groups follow each other, chance decides what people in them get") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: A"});
  add_arm(trial, "EXPERIMENTAL", {"Drug: B"});
  trial.design.allocation = "RANDOMIZED";
  trial.design.intervention_model = "SEQUENTIAL";
  for (const std::string& text : fullest(trial)) {
    CHECK(text.find("which group") == std::string::npos);
  }
}

TEST_CASE("A measure that is taken several times is counted once") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Behavioral: Yoga"});
  trial.primary_outcomes = {{"Peak flow", "", "1 week"}, {"Peak flow", "", "1 year"}};
  CHECK(fullest(trial)[0].ends_with("The main thing it measures is “Peak flow”."));
  trial.primary_outcomes.push_back({"Cough", "", ""});
  CHECK(fullest(trial)[0].ends_with(
      "One of the 2 main things it measures is “Peak flow”."));
}

TEST_CASE("Groups that get the same are told apart by short labels") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: Tadalafil"});
  add_arm(trial, "EXPERIMENTAL", {"Drug: Tadalafil"});
  add_arm(trial, "ACTIVE_COMPARATOR", {"Drug: Aspirin"});
  trial.arms[0].label = "2.5 mg";
  trial.arms[1].label = "5 mg";
  CHECK(fullest(trial)[1] ==
        "2 groups get Tadalafil (“2.5 mg” and “5 mg”). One group gets Aspirin.");
}

TEST_CASE("What is a placebo by its other name is told as one") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: Aspirin"});
  add_arm(trial, "PLACEBO_COMPARATOR", {"Other: Granulated Sugar"});
  trial.interventions.push_back({"OTHER", "Granulated Sugar", "", {"Placebo"}, {}});
  CHECK(fullest(trial)[1] ==
        "One group gets Aspirin. The other gets a placebo (Granulated Sugar). A placebo "
        "has nothing active in it.");
}

TEST_CASE("In a crossover study no group is said to get only one thing") {
  Trial trial = placebo_trial();
  trial.design.intervention_model = "CROSSOVER";
  CHECK(
      fullest(trial)[1] ==
      "People get more than one of these, in turn: Aspirin and a placebo. A placebo has "
      "nothing active in it. Chance decides the order.");
}

TEST_CASE(
    "What the record calls a placebo but describes as drugs is not called inactive") {
  Trial trial = placebo_trial();
  trial.arms[1].description = "oral tolterodine 4 mg plus tamsulosin 0.4 mg daily";
  CHECK_THAT(fullest(trial)[1],
             Catch::Contains("The record names a drug for the placebo group.") &&
                 !Catch::Contains("nothing active"));
  trial.arms[1].description = "placebo 4 mg plus placebo 0.4 mg daily";
  CHECK_THAT(fullest(trial)[1], Catch::Contains("nothing active"));
}

TEST_CASE("A placebo that is only named is still told") {
  Trial trial = plain_trial();
  trial.interventions.push_back({"DRUG", "Cyclosporin", "", {}, {}});
  trial.interventions.push_back({"DRUG", "Placebo", "", {}, {}});
  CHECK(fullest(trial) == std::vector<std::string>{
                              "This study tests Cyclosporin. It is about Asthma.",
                              "A placebo (nothing active in it) is part of this study."});
  trial.interventions.pop_back();
  trial.official_title = "A Randomized, Placebo-controlled Trial";
  CHECK(fullest(trial)[1] == "A placebo (nothing active in it) is part of this study.");
}

TEST_CASE("A placebo group for which the record lists the drug keeps both") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: Viagra"});
  add_arm(trial, "PLACEBO_COMPARATOR", {"Drug: Viagra"});
  CHECK(fullest(trial)[1] ==
        "One group gets Viagra. The other gets a placebo (the record also lists Viagra "
        "here). A placebo has nothing active in it.");
}

TEST_CASE("Many groups are counted, many names shortened") {
  Trial trial = plain_trial();
  for (const char* name : {"A", "B", "C", "D", "E"}) {
    add_arm(trial, "EXPERIMENTAL", {std::string("Drug: Substance ") + name});
  }
  const Summary summary = summary_of(trial);
  CHECK(summary.what[1].wordings.front().text == "There are 5 groups.");
  CHECK(texts_of(summary.what[0])[1] ==
        "This study tests Substance A, Substance B, Substance C and 2 more. It is about "
        "Asthma.");
}

TEST_CASE("An observational study is said to choose no treatment") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  trial.design.time_perspective = "PROSPECTIVE";
  trial.design.target_duration = "2 Years";
  CHECK(fullest(trial) == std::vector<std::string>{
                              "This study looks at Asthma.",
                              "It does not choose anyone’s treatment. It follows people "
                              "over time. It follows each person for 2 years."});
}

TEST_CASE("Without a type or a name nothing is said to be tested") {
  Trial trial = plain_trial();
  CHECK(fullest(trial) == std::vector<std::string>{"This study is about Asthma."});
  trial.design.study_type = "";
  CHECK(fullest(trial) == std::vector<std::string>{"This study is about Asthma."});
  trial.conditions.clear();
  CHECK(fullest(trial) ==
        std::vector<std::string>{"The full record says what this study is about."});
}

TEST_CASE("Names are read for placebo and sham with care") {
  CHECK(role_of("Placebo") == Role::placebo);
  CHECK(role_of("Enalapril matching placebo") == Role::placebo);
  CHECK(role_of("Placebo QHS and sildenafil") == Role::treatment);
  CHECK(role_of("Sham tDCS") == Role::sham);
  CHECK(role_of("Shampoo") == Role::treatment);
  CHECK(role_of("Aspirin") == Role::treatment);
}

TEST_CASE("A record without a brief title is called by its official one") {
  Trial trial = plain_trial();
  trial.official_title = "A Randomized Trial";
  CHECK(summary_of(trial).title.wordings.front().text == "A Study of Asthma");
  trial.brief_title.clear();
  const Summary summary = summary_of(trial);
  CHECK(texts_of(summary.title) == std::vector<std::string>{"A Randomized Trial"});
  CHECK(summary.title.source == "/protocolSection/identificationModule/officialTitle");
  CHECK(summary.document_title.find("A Randomized Trial") != std::string::npos);
}

}  // namespace
}  // namespace trialsheet
