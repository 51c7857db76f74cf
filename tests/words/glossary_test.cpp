// Glossary: the right explanation at the right place, nothing else changed.

#include "words/glossary.hpp"

#include <catch2/catch.hpp>

#include "base/error.hpp"
#include "words/terms.hpp"
#include "words/words.hpp"

namespace trialsheet {
namespace {

const Words& english() {
  static const Words words("en");
  return words;
}

std::string glossed(const std::string& text, const Explained& already = {}) {
  return gloss(english(), text, already).text;
}

struct Line {
  const char* text;
  const char* glossed;
};

TEST_CASE("A term is explained where it stands") {
  const auto line = GENERATE(
      Line{"ECOG 0 to 2", "ECOG [activity score; 0 is best] 0 to 2"},
      Line{"ECOG performance status ≤ 2",
           "ECOG performance status [activity score; 0 is best] ≤ 2"},
      Line{"ECOG≤2", "ECOG [activity score; 0 is best]≤2"},
      Line{"alanine aminotransferase (ALT) below 40",
           "alanine aminotransferase (ALT) [a liver blood test] below 40"},
      Line{"AST (SGOT) < 40", "AST (SGOT) [a liver blood test] < 40"},
      Line{"AST/ALT ≤ 2.5 x ULN",
           "AST/ALT [liver blood tests] ≤ 2.5 x ULN [top of the normal range]"},
      Line{"the investigator's opinion", "the investigator's [study doctor] opinion"},
      Line{"eGFR < 30 mL/min", "eGFR [how well the kidneys filter blood] < 30 mL/min"},
      Line{"EGFR mutation", "EGFR [a gene in some cancers] mutation [change in a gene]"},
      Line{"MI or stroke", "MI [heart attack] or stroke"},
      Line{"Metastatic or non-metastatic disease",
           "Metastatic [spread to other parts of the body] or non-metastatic disease"},
      Line{"Digital therapeutics for adults",
           "Digital therapeutics [treatment by software, such as an app] for adults"},
      Line{"Wharton's jelly cells",
           "Wharton's jelly [tissue of the umbilical cord] cells"},
      Line{"signs of Disk Herniated Lumbar",
           "signs of Disk Herniated Lumbar [a slipped disc in the lower back]"},
      Line{"pain of the upper trapezius muscle",
           "pain of the upper trapezius muscle [a muscle of the neck and shoulder]"},
      Line{"18 to 75 years, inclusive", "18 to 75 years, inclusive [both ends count]"});
  CHECK(glossed(line.text) == line.glossed);
}

TEST_CASE("What may mean something else, or is explained already, is left alone") {
  const char* text = GENERATE(
      // Other meanings.
      "ECOG-ACRIN trial group", "stage IV disease", "ALL of the following",
      "EGFR < 30 mL/min", "TB ≤ 1.5 × ULN of the", "platelet-rich plasma injections",
      "non-metastatic disease", "ALK PHOS", "PT-Cy", "PT twice a week",
      "seafood, FISH or meat allergy", "MI sessions with a coach",
      "AF, RA, AD, UC, CD, CI, AC, AS, ED", "PD-L1-negative",
      "PSA in psoriasis and arthritis", "GM-CSF support", "diabetic macular edema",
      "delirium tremens", "intra-articular fracture", "sublingual gland",
      "opioids and other substance use", "refractory to aspirin",
      "ANC visit of pregnant women", "T1D stage", "470 MS", "primary biliary cirrhosis",
      "hypersensitivity pneumonitis", "LDH at lumbar level L5",
      "diagnosed with LDH by MR", "first surgery for LDH",
      "arterial uptake, then washout of contrast", "international randomized ratio",
      "cardiac arrest", "return to level at baseline", "ambulatory surgery",
      "informed consent form", "cooperate with investigational procedures",
      // Explained by the record.
      "TB, a lung infection", "ANC (a count of cells)", "ECOG (Eastern Cooperative)",
      "active tuberculosis (TB)", "postmenopausal is defined as 12 months",
      "postmenopausal, defined as 12 months", "heart attack or myocardial infarction",
      "[ascites]", "values [see ascites]");
  if (std::string(text).find("ULN") != std::string::npos) {
    CHECK(glossed(text).find("TB [") == std::string::npos);
  } else {
    CHECK(glossed(text) == text);
  }
}

TEST_CASE("Two explanations a rule at most, each term once") {
  const Glossed result =
      gloss(english(), "dyspnea, ascites, sepsis and dyspnea", Explained());
  CHECK(result.text ==
        "dyspnea [shortness of breath], ascites [fluid build-up in the belly], sepsis "
        "and dyspnea");
  CHECK(result.inserted == std::vector<std::string>{" [shortness of breath]",
                                                    " [fluid build-up in the belly]"});
  CHECK(result.terms == std::vector<std::string>{"dyspnea", "ascites"});
  Explained explained;
  explained.add(result.terms);
  CHECK(glossed("dyspnea or sepsis", explained) ==
        "dyspnea or sepsis [life-threatening reaction to infection]");
}

TEST_CASE("Where two are too few, terms that few people know are explained first") {
  const Glossed hard =
      gloss(english(), "malignancy, biopsy, ascites, dyspnea, sepsis and malignancy", {});
  CHECK(
      hard.text ==
      "malignancy, biopsy, ascites [fluid build-up in the belly], dyspnea [shortness of "
      "breath], sepsis and malignancy");
  CHECK(hard.terms == std::vector<std::string>{"ascites", "dyspnea"});
  CHECK(hard.hard);
  const Glossed easy = gloss(english(), "malignancy, biopsy or edema", {});
  CHECK(easy.text ==
        "malignancy [cancer], biopsy [small tissue sample taken for tests] or edema");
  CHECK(!easy.hard);
}

TEST_CASE("The longer of two terms is explained, the shorter in it is not") {
  CHECK(glossed("creatinine clearance") ==
        "creatinine clearance [how well the kidneys clean the blood]");
  CHECK(glossed("serum creatinine") == "serum creatinine [a kidney blood test]");
}

TEST_CASE("What explains two terms leaves neither open") {
  const Glossed pair = gloss(english(), "AST and ALT", Explained());
  Explained explained;
  explained.add(pair.terms);
  CHECK(glossed("ALT < 40", explained) == "ALT < 40");
  CHECK(glossed("ALT/AST", explained) == "ALT/AST");
}

TEST_CASE("A term that the study is about is not explained") {
  const Explained diabetes(english(), {"Type 1 Diabetes"}, harvest(""));
  CHECK(glossed("autoimmune disease", diabetes) == "autoimmune disease");
  const Explained metastatic(english(), {"Metastatic Breast Cancer"}, harvest(""));
  CHECK(glossed("metastatic disease", metastatic) == "metastatic disease");
  CHECK(glossed("ascites", metastatic) == "ascites [fluid build-up in the belly]");
}

TEST_CASE("An abbreviation is explained though what it stands for is studied") {
  const Explained record(english(), {"International Index of Erectile Function"}, {});
  CHECK(glossed("IIEF below 22", record) == "IIEF [erection score] below 22");
}

TEST_CASE("An abbreviation of many meanings is explained where a study makes it sure") {
  const Explained record(english(), {"Erectile Dysfunction"}, {});
  CHECK(glossed("severe ED", record) == "severe ED [erectile dysfunction]");
  CHECK(glossed("visits to the ED", record) == "visits to the ED");
  CHECK(glossed("severe ED") == "severe ED");
}

TEST_CASE("What the title of the page writes out is not written out again") {
  Explained record(english(), {}, harvest("Growth Test (GT). Hand Test (HT)."));
  record.add_title("The Growth Test (GT) at School");
  CHECK(glossed("GT and HT", record) == "GT and HT [Hand Test]");
}

TEST_CASE("In sentences of the page what is studied is explained, if few know it") {
  Explained record(english(), {"Myelopathy", "Malignancy"}, {});
  CHECK(glossed("myelopathy", record) == "myelopathy");
  record.go_on_to_sentences();
  CHECK(glossed("about malignancy and myelopathy", record) ==
        "about malignancy and myelopathy [damage to the spinal cord]");
}

TEST_CASE("The study's own illness is written out where it is only named in short") {
  const Explained record(english(), {"NSCLC"}, harvest(""));
  CHECK(glossed("recurrent NSCLC", record) ==
        "recurrent NSCLC [non-small cell lung cancer]");
}

TEST_CASE("What the record says of its abbreviations is told at their first use") {
  const Explained record(english(), {},
                         harvest("Has relapsing-remitting multiple sclerosis (RRMS)"));
  CHECK(glossed("RRMS for 2 years", record) ==
        "RRMS [relapsing-remitting multiple sclerosis] for 2 years");
  CHECK(glossed("Relapsing remitting multiple sclerosis (RRMS)", record) ==
        "Relapsing remitting multiple sclerosis (RRMS)");
}

TEST_CASE("The record's own meaning of an abbreviation beats ours") {
  const Explained other(english(), {}, harvest("Alternative lengthening test (ALT)"));
  CHECK(glossed("ALT done", other) == "ALT [Alternative lengthening test] done");
  const Explained same(english(), {}, harvest("alanine aminotransferase (ALT)"));
  CHECK(glossed("ALT done", same) == "ALT [a liver blood test] done");
  const Explained doubtful(english(), {},
                           harvest("Pulmonary embolism (PE). Plasma exchange (PE)."));
  CHECK(glossed("PE", doubtful) == "PE");
  const Explained clear(english(), {}, harvest("Pulmonary embolism (PE)"));
  CHECK(glossed("PE", clear) == "PE [blood clot in the lung]");
  const Explained vein(english(), {}, harvest("intravenous (IV)"));
  CHECK(glossed("stage IV", vein) == "stage IV");
}

struct Definition {
  const char* text;
  const char* abbreviation;
  const char* long_form;
};

TEST_CASE("The record's definitions are found by their letters") {
  const auto expected = GENERATE(
      Definition{"a test of tuberculosis (TB)", "TB", "tuberculosis"},
      Definition{"with the Upper Limit of Normal (ULN)", "ULN", "Upper Limit of Normal"},
      Definition{"type 1 diabetes (T1D)", "T1D", "type 1 diabetes"},
      Definition{"gastroesophageal reflux disease (GERD)", "GERD",
                 "gastroesophageal reflux disease"},
      Definition{"MS (multiple sclerosis) for a year", "MS", "multiple sclerosis"},
      Definition{"intrauterine devices (IUDs)", "IUD", "intrauterine devices"},
      Definition{"graft-versus-host disease (GVHD)", "GVHD",
                 "graft-versus-host disease"});
  const Definitions found = harvest(expected.text);
  REQUIRE(found.size() == 1);
  CHECK(found.begin()->first == expected.abbreviation);
  CHECK(found.begin()->second == expected.long_form);
}

TEST_CASE("Brackets that define nothing give nothing") {
  const char* text = GENERATE("blood pressure (see below)", "lung cancer (ABC)", "(TB)",
                              "(", "x (", "stage four (IV) disease", "one. Two (OT)",
                              "multiple\nsclerosis (MS)", "()");
  CHECK(harvest(text).empty());
}

struct Broken {
  const char* terms;
  const char* glosses;
  const char* where;
  const char* problem;
};

TEST_CASE("A mistake in the files is reported with its place") {
  const auto broken = GENERATE(
      Broken{R"({"terms": [{"id": "a", "match": ["A b"]}]})",
             R"({"glosses": {"a": "x"}})", "t.json#/terms/0/match/0",
             "the phrase \"A b\" matches no text: words in lower case, one space between "
             "them, are what it can hold"},
      Broken{R"({"terms": [{"id": "a", "match": ["b"]}]})", R"({"glosses": {}})",
             "g.json#/glosses", "\"a\" is missing"},
      Broken{R"({"terms": [{"id": "a"}]})", R"({"glosses": {"a": "x"}})",
             "t.json#/terms/0", "needs \"match\" or \"exact\""},
      Broken{R"({"terms": [{"id": "a", "match": ["b"], "within": 0}]})",
             R"({"glosses": {"a": "x"}})", "t.json#/terms/0/within",
             "must be a whole number from 1 to 40"},
      Broken{R"({"terms": []})", R"({"glosses": {"b": "x"}})", "g.json#/glosses/b",
             "no term has the id \"b\""},
      Broken{R"({"terms": [{"id": "a", "match": ["b"]}]})", R"({"glosses": {"a": "x]"}})",
             "g.json#/glosses/a", "must not hold square brackets"},
      Broken{R"({"terms": [{"id": "a", "match": ["b"], "covers": ["c"]}]})",
             R"({"glosses": {"a": "x"}})", "t.json#/terms/0/covers/0",
             "no term has the id \"c\""},
      Broken{R"({"terms": [{"id": "a", "match": ["b", "b"]}]})",
             R"({"glosses": {"a": "x"}})", "t.json#/terms/0/match/1",
             "\"b\" stands in this file twice"});
  try {
    const Terms terms("t.json", broken.terms, "g.json", broken.glosses);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.what() == std::string(broken.where) + ": " + broken.problem);
  }
}

}  // namespace
}  // namespace trialsheet
