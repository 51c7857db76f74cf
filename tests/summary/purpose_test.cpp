// Purpose: what the first paragraph says a study is for.

#include <catch2/catch.hpp>

#include "trials.hpp"

namespace trialsheet {
namespace {

TEST_CASE("Where names tell little of the purpose the record gives its aim") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  trial.interventions = {{"OTHER", "Questionnaires", "", {}, {}}};
  trial.brief_summary =
      "Asthma is common.\n\nThe aim of this study is to compare how people with asthma "
      "sleep\nin summer and in winter. It takes a year.";
  CHECK(fullest(trial)[0] ==
        "This study looks at asthma. The record gives the aim: "
        "“to compare how people with asthma sleep in summer and in winter”.");
  for (const char* claims :
       {"The aim is to show that people with asthma sleep badly in winter.",
        "The aim is to evaluate a novel way to sleep well with asthma in winter.",
        "The secondary aim is to compare how people with asthma sleep.",
        "The aim is to compare these two groups with asthma in the winter."}) {
    trial.brief_summary = claims;
    CHECK(fullest(trial)[0] == "This study looks at asthma.");
  }
  trial.brief_summary = "To compare how people with asthma sleep; to count their dreams";
  CHECK(fullest(trial)[0].ends_with("“to compare how people with asthma sleep”."));
  trial.brief_summary =
      "This study will explore how people with asthma sleep. It is small.";
  CHECK(fullest(trial)[0].ends_with(
      "“This study will explore how people with asthma sleep”."));
  trial.design.study_type = "INTERVENTIONAL";
  trial.design.primary_purpose = "TREATMENT";
  add_arm(trial, "EXPERIMENTAL", {"Drug: Examplin"});
  trial.brief_summary = "The aim is to compare how people with asthma sleep.";
  CHECK(fullest(trial)[0].find("gives the aim") == std::string::npos);
}

TEST_CASE("Abbreviations in what is measured are explained") {
  Trial trial = plain_trial();
  trial.interventions = {{"DRUG", "Pill", "", {}, {}}};
  trial.primary_outcomes = {{"Change in NYHA class", "", ""}};
  CHECK(fullest(trial)[0] ==
        "This study tests Pill. It is about Asthma. The main thing it measures is "
        "“Change in "
        "NYHA [heart failure class; IV is worst] class”.");
  trial.primary_outcomes[0].measure = "NYHA class after placebo";
  CHECK(fullest(trial)[0].ends_with("“NYHA class after placebo”."));
}

TEST_CASE("What a study is about is not said twice, and stages are told in one go") {
  Trial trial = plain_trial();
  trial.interventions = {{"DEVICE", "An app for asthma", "", {}, {}}};
  CHECK(fullest(trial)[0] == "This study tests An app for asthma.");
  trial.conditions = {"Asthma",
                      "Thyroid Cancer Stage IIIB",
                      "Thyroid Cancer Stage IIIC",
                      "Thyroid Cancer Stage IV",
                      "Stage IV Melanoma",
                      "Part"};
  CHECK(fullest(trial)[0] ==
        "This study tests An app for asthma. It is about Thyroid Cancer Stage "
        "IIIB/IIIC/IV, "
        "Stage IV Melanoma and Part.");
}

TEST_CASE("Two doses with long names that are compared are both told") {
  Trial trial = plain_trial();
  const std::string high = "0.143 mg/kg Examplin or 10 mg Examplin";
  const std::string low = "0.0143 mg/kg Examplin or 1 mg Examplin";
  trial.interventions = {{"DRUG", high, "", {}, {}}, {"DRUG", low, "", {}, {}}};
  add_arm(trial, "ACTIVE_COMPARATOR", {"Drug: " + high});
  add_arm(trial, "ACTIVE_COMPARATOR", {"Drug: " + low});
  for (const Statement& statement : summary_of(trial).what) {
    for (const std::string& text : texts_of(statement)) {
      CHECK(text.find("1 more") == std::string::npos);
    }
  }
}

TEST_CASE("A study that only observes is not said to look at its questionnaires") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  trial.interventions = {{"OTHER", "Questionnaires", "", {}, {}}};
  CHECK(fullest(trial)[0] == "This study looks at Asthma.");
  trial.interventions.push_back({"DRUG", "Examplin", "", {}, {}});
  CHECK(fullest(trial)[0].find("Examplin") != std::string::npos);
}

TEST_CASE("An aim is told where groups or purpose would be missing or misleading") {
  Trial trial = plain_trial();
  trial.design.primary_purpose = "TREATMENT";
  add_arm(trial, "EXPERIMENTAL", {"Drug: Examplin"});
  trial.brief_summary = "The aim is to compare Examplin with a warm bath in asthma.";
  const auto gives_aim = [&trial] {
    return fullest(trial)[0].find("gives the aim") != std::string::npos;
  };
  CHECK_FALSE(gives_aim());
  trial.design.phases = {"PHASE1"};
  CHECK(gives_aim());
  CHECK(fullest(trial)[0].starts_with("This study tests Examplin. "));
  trial.design.phases = {"PHASE3"};
  trial.design.primary_purpose = "PREVENTION";
  CHECK(gives_aim());
  CHECK(fullest(trial)[0].find("health problem") == std::string::npos);
  trial.design.primary_purpose = "TREATMENT";
  trial.brief_summary = "The aim is to assess the long-term safety of Examplin.";
  CHECK(gives_aim());
  trial.brief_summary = "The aim is to compare Examplin with a warm bath in asthma.";
  trial.arms.clear();
  trial.interventions = {{"DRUG", "Examplin", "", {}, {}}};
  CHECK(gives_aim());
}

TEST_CASE("An aim ends where its sentence does, and a long one where another begins") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  const auto told = [&trial](const std::string& summary) {
    trial.brief_summary = summary;
    return fullest(trial)[0];
  };
  CHECK(told("The aim is to compare sleep in adults (over 20).Adults were asked.")
            .ends_with("“to compare sleep in adults (over 20)”."));
  CHECK(told("The aim is to compare the sleep of m. erector spinae and others.")
            .find("gives the aim") == std::string::npos);
  CHECK(told("The aim is to learn if drug ABC works to treat severe asthma.")
            .find("gives the aim") == std::string::npos);
  CHECK(told("The aims are to compare how people with gout sleep, as well as to " +
             std::string(240, 'x') + ".")
            .ends_with("“to compare how people with gout sleep”."));
  CHECK(told("This research will compare how people with asthma sleep.")
            .ends_with("“This research will compare how people with asthma sleep”."));
  CHECK(told("This is a small crossover study to compare how people sleep in winter.")
            .ends_with("“to compare how people sleep in winter”."));
}

TEST_CASE("For want of an aim the longer title is told") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  trial.official_title = "How Adults With Long-Standing Asthma Sleep in Winter";
  CHECK(fullest(trial)[0] ==
        "This study looks at Asthma. Its longer title: “How Adults With Long-Standing "
        "Asthma Sleep in Winter”.");
  for (const std::string& wording : texts_of(summary_of(trial).what.front())) {
    CHECK(wording.starts_with("This study looks at Asthma."));
  }
  trial.official_title = "A Study of Asthma: A Cohort";
  CHECK(fullest(trial)[0] == "This study looks at Asthma.");
}

TEST_CASE("What is only looked with is not said to be tested or looked at") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  trial.interventions = {{"DIAGNOSTIC_TEST", "Lung function test", "", {}, {}}};
  CHECK(fullest(trial)[0] ==
        "This study looks at Asthma. Its tests: Lung function test.");
  trial.design.study_type = "INTERVENTIONAL";
  trial.design.primary_purpose = "DIAGNOSTIC";
  trial.interventions = {{"RADIATION", "MRI scan", "", {}, {}}};
  CHECK(fullest(trial)[0].starts_with("This study is about Asthma. Its tests: MRI"));
  trial.brief_title = "MRI of Asthma";
  CHECK(fullest(trial)[0].starts_with("This study tests MRI"));
}

TEST_CASE("Names of an index are said as one says them") {
  Trial trial = plain_trial();
  const auto about = [&trial](const char* condition) {
    trial.conditions = {condition};
    return fullest(trial)[0];
  };
  CHECK(about("Asthma, Chronic") == "This study is about Chronic Asthma.");
  CHECK(about("Leukemia, Myeloid, Acute") ==
        "This study is about Acute Myeloid Leukemia.");
  CHECK(about("Diabetes Mellitus, Type 2") ==
        "This study is about Type 2 Diabetes Mellitus.");
  CHECK(about("Leukemia, Other") == "This study is about Leukemia.");
  CHECK(about("Asthma, Cough") == "This study is about “Asthma, Cough”.");
  CHECK(about("Alcohol, Withdrawal") == "This study is about “Alcohol, Withdrawal”.");
}

TEST_CASE("A page never names what is tested without a word for what") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: Examplin"});
  CHECK(summary_of(trial).what[0].wordings.back().text == "This study tests Examplin.");
  trial.brief_title = "A Study of Examplin";
  CHECK(summary_of(trial).what[0].wordings.back().text ==
        "This study tests Examplin. It is about Asthma.");
}

TEST_CASE("Things that are tested have an article, and no letters put in their names") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Behavioral: Breathing program"});
  CHECK(fullest(trial)[0].starts_with("This study tests the Breathing program."));
  trial.arms[0].intervention_names = {"Behavioral: ACT1VE"};
  trial.keywords = {"Acceptance and Commitment Therapy (ACT)"};
  CHECK(fullest(trial)[0].starts_with("This study tests ACT1VE."));
  trial.arms[0].intervention_names = {"Drug: Examplin"};
  trial.conditions = {"Stage IV Asthma"};
  trial.brief_summary = "Examplin is given intravenously (IV).";
  CHECK(fullest(trial)[0].find("(intravenously)") == std::string::npos);
}

TEST_CASE("A measure that only names what is tested again is passed over") {
  Trial trial = plain_trial();
  add_arm(trial, "EXPERIMENTAL", {"Drug: Examplin"});
  trial.primary_outcomes = {{"Effectiveness of Examplin", "", ""}};
  CHECK(fullest(trial)[0] == "This study tests Examplin. It is about Asthma.");
  trial.primary_outcomes = {{"Baseline peak flow", "", ""}, {"Peak flow", "", ""}};
  CHECK(fullest(trial)[0].ends_with(
      "One of the 2 main things it measures is “Peak flow”."));
}

TEST_CASE("What only measures is not told as tested beside a treatment") {
  Trial trial = plain_trial();
  trial.design.primary_purpose = "TREATMENT";
  for (const char* name :
       {"Computed Tomography (CT)", "Examplin", "Pharmacokinetic sampling", "Biopsy"}) {
    trial.interventions.push_back({"OTHER", name, "", {}, {}});
  }
  trial.interventions.push_back({"DIAGNOSTIC_TEST", "Fasting sugar", "", {}, {}});
  CHECK(fullest(trial)[0].starts_with("This study tests Examplin as a treatment."));
  trial.official_title = "Treatment after fasting sugar";
  CHECK(fullest(trial)[0].starts_with("This study tests Examplin and Fasting sugar"));
  trial.design.primary_purpose = "DIAGNOSTIC";
  CHECK(fullest(trial)[0].find("Computed Tomography (CT)") != std::string::npos);
}

TEST_CASE("What is only measured is not said to be tested as a treatment") {
  Trial trial = plain_trial();
  trial.design.primary_purpose = "TREATMENT";
  trial.official_title = "Effects of Examplin on Sugar Levels in Tears of Adults";
  trial.interventions = {{"PROCEDURE", "Measuring sugar in tears", "", {}, {}}};
  CHECK(fullest(trial)[0] ==
        "This study is about Asthma. Its tests: Measuring sugar in tears. Its longer "
        "title: “Effects of Examplin on Sugar Levels in Tears of Adults”.");
}

TEST_CASE("What a group is called by what it gets is told without the group") {
  Trial trial = plain_trial();
  trial.arms = {{"Yoga group", "EXPERIMENTAL", "", {"Other: Yoga Group"}},
                {"Support group", "ACTIVE_COMPARATOR", "", {"Other: Support Group"}}};
  CHECK(fullest(trial)[0].starts_with("This study tests Yoga against Support Group."));
}

TEST_CASE("What is registered as one group is not told as one thing against another") {
  Trial trial = plain_trial();
  trial.design.intervention_model = "SINGLE_GROUP";
  trial.interventions = {{"DRUG", "First", "", {}, {}}, {"DRUG", "Second", "", {}, {}}};
  add_arm(trial, "EXPERIMENTAL", {"Drug: First"});
  add_arm(trial, "ACTIVE_COMPARATOR", {"Drug: Second"});
  CHECK(fullest(trial)[0].starts_with("This study tests First and Second."));
  trial.design.allocation = "RANDOMIZED";
  CHECK(fullest(trial)[0].starts_with("This study tests First against Second."));
}

TEST_CASE("An aim that is no question is told of the study alone, and promises nothing") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  const auto aim = [&trial](const char* summary) {
    trial.brief_summary = summary;
    const std::string text = fullest(trial)[0];
    const std::size_t at = text.find("“");
    return at == text.npos ? std::string() : text.substr(at);
  };
  CHECK(aim("The purpose of this study is to place records of asthma in a registry.") ==
        "“to place records of asthma in a registry”.");
  CHECK(aim("The purpose of this study is to improve the care of asthma in towns.")
            .empty());
  CHECK(aim("Tea is a drink whose goal is to loosen what is stiff in the body.").empty());
  CHECK(aim("The aim is to describe what patients and their doctors think of tea.") ==
        "“to describe what patients and their doctors think of tea”.");
  CHECK(
      aim("The aim is to describe what their doctors think of tea as a drink.").empty());
  CHECK(aim("Objective: Evaluating the effect of tea on asthma. Men: To be asked.") ==
        "“Evaluating the effect of tea on asthma”.");
  CHECK(aim("Secondary aim: To evaluate the effect of tea on asthma.").empty());
  CHECK(aim("Analyse the impact of tea on asthma in towns") ==
        "“Analyse the impact of tea on asthma in towns”.");
}

TEST_CASE("For want of an aim and a longer title a sentence tells what a study is for") {
  Trial trial = plain_trial();
  trial.design.study_type = "OBSERVATIONAL";
  trial.brief_summary =
      "Asthma is common. This is a small study measuring sleep through sensors.";
  const char* sentence =
      "This study looks at Asthma. The record gives the aim: “This is a small study "
      "measuring sleep through sensors”.";
  CHECK(fullest(trial)[0] == sentence);
  trial.official_title = "Slaap Meten met Sensoren bij Mensen met Astma";
  CHECK(fullest(trial)[0] == sentence);
  trial.official_title =
      "Measuring the Sleep of People With Asthma Through Small Sensors";
  CHECK(fullest(trial)[0].find("Its longer title: ") != std::string::npos);
}

TEST_CASE("A name that is an effect or a use has an article") {
  Trial trial = plain_trial();
  trial.interventions = {{"OTHER", "Impact of Tea on Sleep", "", {}, {}}};
  CHECK(fullest(trial)[0].starts_with("This study tests the impact of Tea on Sleep."));
}

TEST_CASE("Of many conditions those come first that a title names") {
  Trial trial = plain_trial();
  trial.interventions = {{"OTHER", "Tea", "", {}, {}}};
  trial.brief_title = "Tea at Night";
  trial.official_title = "Tea at Night for Long Coughs";
  trial.conditions = {"Bronchial Asthma of Adults", "Smoking of Many Years", "Coughs"};
  CHECK(summary_of(trial).what[0].wordings.back().text ==
        "This study tests Tea. It is about Coughs and 2 more.");
  CHECK(fullest(trial)[0] ==
        "This study tests Tea. It is about Bronchial Asthma of Adults, Smoking of Many "
        "Years and Coughs.");
}

}  // namespace
}  // namespace trialsheet
