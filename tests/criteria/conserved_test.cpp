// Conserved: what may be reworded, what must not, and that a gloss only adds.

#include "criteria/conserved.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"

using namespace trialsheet;

namespace {

const Equivalents& table() {
  static const Words words("en");
  return equivalents(words);
}

std::string shown(const std::vector<Difference>& differences) {
  std::string text;
  for (const Difference& difference : differences) {
    text += difference.kind + ": \"" + difference.lost + "\" -> \"" + difference.gained +
            "\"\n";
  }
  return text;
}

struct Pair {
  const char* source;
  const char* wording;
};

constexpr Pair good[] = {
    {"Age ≥ 18 years", "Age at least 18 years"},
    {"Age ≥ 18 years", "You are at least 18 years old"},
    {"Age >= 18 years", "You are 18 years or older"},
    {"Age >/= 18 years", "You are 18 or older, in years"},
    {"Age > or = 18 years", "18 years of age or older"},
    {"Age greater than or equal to 18 years", "Aged 18 years and over"},
    {"Patients must not be younger than 18 years", "You are 18 years or older"},
    {"Age > 18 years", "You are over 18 years old"},
    {"Age < 65 years", "You are younger than 65 years"},
    {"Ages 18-65 years", "Age from 18 to 65 years"},
    {"Age between 18 and 65 years", "Age 18 – 65 years"},
    {"ANC ≥ 1,500/mm3", "ANC at least 1500 per mm3"},
    {"Platelets ≥ 100 x 10^9/L", "Platelets at least 100 x 109/L"},
    {"Platelets ≥ 100 × 10⁹/L", "Platelets no less than 100 x10^9 per L"},
    {"Bilirubin ≤ 1.5 x ULN",
     "Bilirubin no more than 1.5 times the upper limit of normal"},
    {"AST </= 2.5 × ULN", "AST at most 2.5 times ULN"},
    {"AST no greater than twice ULN", "AST up to 2 times ULN"},
    {"Serum creatinine <= .5 mg/dL", "Serum creatinine at most 0.5 mg per dL"},
    {"BMI 20 - 35 kg/m²", "BMI 20 to 35 kg/m2"},
    {"NYHA class III-IV", "NYHA class III to IV"},
    {"Stage IIIB disease", "Stage 3B disease"},
    {"Women who are pregnant or lactating", "You are pregnant or breastfeeding"},
    {"Pregnancy or nursing", "You are pregnant or breast-feeding"},
    {"Women of childbearing potential", "Women who could become pregnant"},
    {"Unresectable melanoma", "Melanoma that cannot be removed by surgery"},
    {"Able to give informed consent", "You can agree in writing to join"},
    {"Inability to swallow tablets", "You are not able to swallow tablets"},
    {"Subjects who cannot swallow", "You are unable to swallow"},
    {"Unwilling to use contraception", "You are not willing to use birth control"},
    {"No prior chemotherapy", "You have not had earlier chemo"},
    {"Patients without brain metastases", "No brain metastases"},
    {"Absence of active infection", "You do not have an active infection"},
    {"Chemotherapy within 4 weeks prior to randomisation",
     "You had chemotherapy in the 4 weeks before randomization"},
    {"Myocardial infarction in the last 6 months",
     "You have had a heart attack within the past six months"},
    {"History of stroke", "You have had a stroke"},
    {"Known hypersensitivity to paclitaxel", "Known allergy to paclitaxel"},
    {"HIV infection", "Infection with human immunodeficiency virus"},
    {"Any cancer other than skin cancer", "Any cancer except skin cancer"},
    {"Steroids are permitted", "Steroids are allowed"},
    {"4 weeks or 5 half-lives, whichever is longer",
     "4 weeks or 5 half-lives (whichever is the longer)"},
    {"2 drinks per day", "Two drinks a day"},
    {"Received an investigational drug in another clinical trial",
     "You have received an experimental medicine in another study"},
    {"Previously untreated NSCLC", "Earlier untreated non-small cell lung cancer"},
    {"Hepatitis A", "hepatitis A"},
    {"Pregnant or nursing women", "You are pregnant or breastfeeding"},
    {"Women who are pregnant", "You are pregnant"},
    {"Eastern Cooperative Oncology Group (ECOG) performance status 0-2",
     "Your activity level (ECOG score) is 0 to 2"},
    {"BMI > 35 kg/m2", "Your body mass index (BMI) is more than 35 kg/m2"},
    {"Body Mass Index between 20-30", "Your BMI is between 20 and 30"},
    {"Participation in another clinical trial in the past 30 days",
     "You were in another study in the last 30 days"},
    {"English-speaking", "You can speak English"},
    {"NO PRIOR surgery OR chemotherapy", "no PRIOR surgery or chemotherapy"},
};

constexpr Pair bad[] = {
    // A rule turned round, or with its exception lost.
    {"No prior chemotherapy", "Prior chemotherapy"},
    {"Prior chemotherapy", "No prior chemotherapy"},
    {"Any malignancy except skin cancer", "Any cancer"},
    {"Any cancer other than cervical cancer", "Any cancer, cervical cancer"},
    {"Substance use disorder other than tobacco", "Substance use disorder"},
    {"Brain metastases unless stable", "Brain metastases that are stable"},
    {"Brain metastases, unless treated and stable for 4 weeks",
     "Brain metastases, unless treated for 4 weeks"},
    {"Low-dose heparins are permitted", "Low-dose heparins"},
    {"Controlled HIV is allowed", "Controlled HIV"},
    {"Controlled HIV is allowed", "Controlled HIV is not allowed"},
    {"Able to swallow", "Unable to swallow"},
    {"Unwilling to use birth control", "Willing to use birth control"},
    {"Uncontrolled hypertension", "Controlled high blood pressure"},
    {"Unstable angina", "Stable angina"},
    {"HER2-negative", "HER2-positive"},
    {"ER- breast cancer", "ER breast cancer"},
    {"Hepatitis B negative", "Not hepatitis B"},
    {"Diabetes and no hypertension", "No diabetes and hypertension"},
    {"Neither diabetes nor stroke", "Diabetes or stroke"},
    {"Never smoked", "Smoked"},
    // Comparisons.
    {"Age ≥ 18 years", "Age > 18 years"},
    {"Age > 18 years", "Age 18 years or older"},
    {"Age ≥ 18 years", "Age ≤ 18 years"},
    {"Hemoglobin less than 9 g/dL", "Hemoglobin at most 9 g/dL"},
    {"Hemoglobin no less than 9 g/dL", "Hemoglobin less than 9 g/dL"},
    {"QTc > 470 ms", "QTc 470 ms"},
    {"ALT ≤ 3 x ULN and bilirubin < 2 x ULN", "ALT < 3 x ULN and bilirubin ≤ 2 x ULN"},
    {"ALT ≤ 3 x ULN and AST ≤ 5 x ULN", "ALT ≤ 5 x ULN and AST ≤ 3 x ULN"},
    {"ALT ≤ 3 x ULN and AST ≤ 5 x ULN", "AST ≤ 3 x ULN and ALT ≤ 5 x ULN"},
    {"BMI < 20 or > 35", "BMI 20 to 35"},
    {"ECOG 0-2", "ECOG 0, 2"},
    {"ECOG 0-2", "Karnofsky 0-2"},
    {"Between 35.5°C and 37.7°C", "35.5°C and 37.7°C"},
    {"ECOG 2 or better", "ECOG 2 or more"},
    {"Over 18 years and younger than 70 years", "Over 18 years or younger than 70 years"},
    // Numbers.
    {"Bilirubin ≤ 1.5 mg/dL", "Bilirubin ≤ 15 mg/dL"},
    {"Platelets < 50.000", "Platelets < 50"},
    {"Creatinine 1,5 mg/dL", "Creatinine 15 mg/dL"},
    {"Creatinine 1,5 mg/dL", "Creatinine 1,500 mg/dL"},
    {"ANC ≥ 1.5x109/L", "ANC ≥ 1.5x1012/L"},
    {"Platelets 100 x 10^9/L", "Platelets 100"},
    {"Platelets 100 x 10⁹/L", "Platelets 100 x 10⁶/L"},
    {"Age 18 to 65", "Age 18 to 56"},
    {"NYHA class III-IV", "NYHA class III"},
    {"NYHA class III or IV", "NYHA class II or IV"},
    {"Stage IIIA or IIIB", "Stage IIIA or III"},
    {"Grade 3a lymphoma", "Grade 3 lymphoma"},
    {"At least two prior lines", "At least three prior lines"},
    {"Twice the ULN", "The ULN"},
    {"Day -28", "Day 28"},
    {"T-score < -2.5", "T-score < 2.5"},
    {"Titre 1:100", "Titre 1:10"},
    {"1/2 of the dose", "1 or 2 of the dose"},
    {"Phase II trial", "Phase III trial"},
    {"IV antibiotics", "antibiotics"},
    // Units.
    {"Within 4 weeks", "Within 4 days"},
    {"3 weeks or 5 months", "3 months or 5 weeks"},
    {"Hemoglobin ≥ 9 g/dL", "Hemoglobin ≥ 9 g/L"},
    {"Dose of 5 mg", "Dose of 5 g"},
    {"Dose of 5mg", "Dose of 5"},
    {"AST ≤ 3 x ULN", "AST ≤ 3"},
    {"AST ≤ 3 x ULN", "AST ≤ 3 x LLN"},
    {"Weight loss > 10%", "Weight loss > 10 kg"},
    {"4 weeks or 5 half-lives", "4 weeks or 5 days"},
    {"2 drinks per day", "2 drinks per week"},
    {"BMI over 35 kg/m2", "BMI over 35"},
    {"HIV RNA < 50 copies/mL", "HIV RNA < 50 IU/mL"},
    {"QTc 470 ms", "QTc 470 MS"},
    // And, or.
    {"Pregnant or breastfeeding", "Pregnant and breastfeeding"},
    {"Diabetes and/or stroke", "Diabetes and stroke"},
    {"Diabetes and/or stroke", "Diabetes or stroke"},
    {"AST/ALT", "AST and ALT"},
    {"Either diabetes or stroke", "Both diabetes or stroke"},
    {"Pregnant or lactating", "Pregnant"},
    {"Pregnant, lactating or planning pregnancy", "Pregnant or lactating"},
    {"Any of the following: diabetes, stroke", "All of the following: diabetes, stroke"},
    {"Any of: diabetes, stroke, epilepsy", "Any of: diabetes, epilepsy"},
    {"At least one of: diabetes, stroke", "At least two of: diabetes, stroke"},
    {"One or more of the following", "More than one of the following"},
    // Time.
    {"Surgery within 30 days before screening", "Surgery within 30 days after screening"},
    {"Surgery within 30 days of screening", "Surgery in the 30 days before screening"},
    {"Within 30 days before the first dose", "Within 30 days before screening"},
    {"Within 30 days before the first dose", "Within 30 days before the last dose"},
    {"Surgery before randomisation", "Surgery before consent"},
    {"4 weeks or 5 half-lives, whichever is longer", "4 weeks or 5 half-lives"},
    {"4 weeks or 5 half-lives, whichever is longer",
     "4 weeks or 5 half-lives, whichever is shorter"},
    {"During treatment and until 6 months after the last dose", "During treatment"},
    {"Stroke in the last 6 months", "Stroke in the next 6 months"},
    {"Stroke within 6 months", "Stroke more than 6 months"},
    {"Planned surgery", "Surgery"},
    {"Planned surgery within 4 weeks", "You had surgery within 4 weeks"},
    {"History of stroke", "Stroke"},
    {"Stroke", "You have had a stroke"},
    {"Since diagnosis", "Before diagnosis"},
    // Conditions and how certain or severe.
    {"Heparin is allowed if stable", "Heparin is allowed and stable"},
    {"Allowed provided that the dose is stable", "Allowed, the dose is stable"},
    {"Allowed when stable", "Allowed if stable"},
    {"Known HIV infection", "HIV infection"},
    {"Known or suspected allergy", "Known allergy"},
    {"Active infection", "Infection"},
    {"Severe asthma", "Asthma"},
    {"Severe asthma", "Mild asthma"},
    {"Chronic hepatitis B", "Acute hepatitis B"},
    {"Only if stable", "If stable"},
    {"Approximately 5 mg", "5 mg"},
    // Words that look like one another, and other things.
    {"Resectable melanoma", "Unresectable melanoma"},
    {"Unresectable melanoma", "Melanoma that can be removed by surgery"},
    {"Hyperthyroidism", "Hypothyroidism"},
    {"Hypertension", "Low blood pressure"},
    {"Hypoglycemia", "Hyperglycemia"},
    {"Neoadjuvant chemotherapy", "Adjuvant chemotherapy"},
    {"NSCLC", "SCLC"},
    {"Non-small cell lung cancer", "Small cell lung cancer"},
    {"Non-metastatic cancer", "Metastatic cancer"},
    {"Dysphagia", "Dysphasia"},
    {"EGFR ≥ 60", "eGFR ≥ 60"},
    {"ALL in remission", "all in remission"},
    {"Hepatitis A", "Hepatitis B"},
    {"Vitamin A and B12", "Vitamin and B12"},
    {"Allergy to paclitaxel", "Allergy to docetaxel"},
    {"Allergy to paclitaxel or its parts", "Allergy to paclitaxel"},
    {"Live vaccine", "Vaccine"},
    {"Diabetes", "Type 2 diabetes"},
    {"Creatinine clearance ≥ 50 mL/min", "Creatinine ≥ 50 mL/min"},
    {"Type 1 diabetes", "Type 2 diabetes"},
    {"Interleukin 6", "Interleukin 2"},
    {"Women who are not pregnant", "Not pregnant"},
    {"No evidence of disease", "No disease"},
    {"Positive HIV antibody", "Positive HIV RNA"},
    {"Patients with diabetes", ""},
    {"", "Diabetes"},
};

}  // namespace

TEST_CASE("A wording in other words conserves its rule") {
  for (const Pair& pair : good) {
    INFO(pair.source << "\n" << pair.wording);
    CHECK(shown(differences(table(), pair.source, pair.wording)).empty());
    CHECK(conserves(table(), pair.wording, pair.source));
  }
}

TEST_CASE("What a wording changes of its rule is told") {
  for (const Pair& pair : bad) {
    INFO(pair.source << "\n" << pair.wording);
    CHECK_FALSE(conserves(table(), pair.source, pair.wording));
    CHECK_FALSE(conserves(table(), pair.wording, pair.source));
  }
}

TEST_CASE("A difference says what was lost and what was gained") {
  const auto told = [](const char* source, const char* wording) {
    return shown(differences(table(), source, wording));
  };
  CHECK(told("Within 28 days", "Within days") == "number: \"28\" -> \"\"\n");
  CHECK(told("Age ≥ 18", "Age > 18") == "comparison: \"at least\" -> \"more than\"\n");
  CHECK(told("4 weeks before", "4 days before") == "unit: \"week\" -> \"day\"\n");
  CHECK(told("pregnant or nursing", "pregnant and nursing") ==
        "connective: \"or\" -> \"and\"\n");
  CHECK(told("no prior stroke", "prior stroke") == "negation: \"not\" -> \"\"\n");
  CHECK(told("asthma", "asthma unless mild") ==
        "exception: \"\" -> \"unless\"\nquality: \"\" -> \"mild\"\n");
  CHECK(told("no asthma and stroke", "asthma and no stroke") ==
        "order: \"not\" -> \"asthma\"\n");
}

TEST_CASE("All words of an equivalent say the same, and nothing that another says") {
  const auto sentence = [](const Equivalent& equivalent, const std::string& words) {
    using Only = Equivalent::Only;
    return equivalent.only == Only::before_number  ? "aspirin " + words + " 5 mg"
           : equivalent.only == Only::after_number ? "aspirin 5 mg " + words
                                                   : "aspirin " + words + " sleeps";
  };
  const std::vector<Equivalent>& all = table().all();
  for (const Equivalent& one : all) {
    for (const std::string& words : one.words) {
      INFO(words);
      CHECK(shown(differences(table(), sentence(one, one.words.front()),
                              sentence(one, words)))
                .empty());
    }
    for (const Equivalent& other : all) {
      // "History of stroke" is a stroke that one has had.
      const bool past =
          (one.words.front() == "had" || other.words.front() == "had") &&
          (one.words.front() == "history of" || other.words.front() == "history of");
      const bool differ = one.means != other.means && one.only == other.only && !past;
      if (differ && conserves(table(), sentence(one, one.words.front()),
                              sentence(other, other.words.front()))) {
        FAIL_CHECK(one.words.front() << " reads as " << other.words.front());
      }
    }
  }
}

TEST_CASE("A mistake in the equivalents is told with its place") {
  const auto complaint = [](const std::string& item) -> std::string {
    try {
      const Equivalents read("f.json", R"({"equivalents": [)" + item + "]}");
      return "";
    } catch (const Error& error) {
      return error.what();
    }
  };
  CHECK(complaint(R"({"means": ["time before"], "words": ["before"]})").empty());
  CHECK(complaint(R"({"means": ["tme before"], "words": ["before"]})") ==
        "f.json#/equivalents/0/means/0: must be a kind and what it says, such as \"time "
        "before\"");
  CHECK(complaint(R"({"means": [], "words": ["a", "a"]})") ==
        "f.json#/equivalents/0/words/1: stands in the file twice");
  CHECK(complaint(R"({"means": [], "words": ["a"], "only": "here"})") ==
        "f.json#/equivalents/0/only: must be \"before a number\" or \"after a number\"");
  CHECK(complaint(R"({"means": [], "words": ["pregnan*"]})") ==
        "f.json#/equivalents/0/words/0: must be whole words: an ending can turn the "
        "sense");
}

TEST_CASE("A gloss only adds") {
  const char* source = "ALT [a] and AST";
  CHECK(inserted_only(source, source, {}));
  CHECK(inserted_only(source, "ALT [a] [a] and AST", {" [a]"}));
  CHECK(inserted_only(source, "ALT [a] and AST [a]", {" [a]"}));
  CHECK(inserted_only(source, "ALT [a] and AST [b] [c]", {" [b]", " [c]"}));
  CHECK_FALSE(inserted_only(source, "ALT [a] and AST [c] [b]", {" [b]", " [c]"}));
  CHECK_FALSE(inserted_only(source, "ALT [a] and AST [b]", {}));
  CHECK_FALSE(inserted_only(source, "ALT [a] or AST [b]", {" [b]"}));
  CHECK_FALSE(inserted_only(source, source, {" [b]"}));
  CHECK_FALSE(inserted_only(source, "ALT and AST", {}));
  CHECK_FALSE(inserted_only(source, "ALT [a] and AST, not", {", not"}));
  CHECK(inserted_only("", " [b]", {" [b]"}));
}
