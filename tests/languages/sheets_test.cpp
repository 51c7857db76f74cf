// Sheets in each language: nothing untranslated, nothing left open, and every word of the
// record marked as such.

#include <algorithm>
#include <catch2/catch.hpp>

#include "base/isolate.hpp"
#include "base/text.hpp"
#include "files.hpp"
#include "languages.hpp"
#include "render.hpp"
#include "summary/summary.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

const Languages& languages() {
  static const Languages all;
  return all;
}

std::vector<std::string> translated() {
  std::vector<std::string> tags = languages().tags();
  std::erase(tags, "en");
  return tags;
}

/// Every statement of a summary in every wording, and its other texts.
std::vector<std::string> texts_of(const Summary& summary);

void add(const Statement& statement, std::vector<std::string>& texts) {
  for (const Wording& wording : statement.wordings) {
    texts.push_back(wording.text);
  }
}

void add(const Rule& rule, std::vector<std::string>& texts) {
  add(rule.statement, texts);
  for (const Rule& child : rule.children) {
    add(child, texts);
  }
}

void add_rules(const Summary& summary, std::vector<std::string>& texts) {
  for (const RuleBlock& block : summary.rule_blocks) {
    texts.insert(texts.end(), {block.heading, block.condition});
    for (const std::string& said : {block.empty, block.none_shown}) {
      if (!said.empty()) {
        texts.push_back(said);
      }
    }
    for (const Rule& rule : block.rules) {
      add(rule, texts);
    }
  }
}

void add_talk(const Summary& summary, std::vector<std::string>& texts) {
  for (const Fact& fact : summary.facts) {
    texts.push_back(fact.label);
    add(fact.value, texts);
  }
  for (const Question& question : summary.questions) {
    add(question.statement, texts);
    if (!question.because.empty()) {
      texts.push_back(question.because);
    }
  }
  add(summary.places, texts);
  for (const ContactLines& contact : summary.contacts) {
    texts.push_back(contact.phone + contact.name);
  }
}

std::vector<std::string> texts_of(const Summary& summary) {
  const Labels& labels = summary.labels;
  std::vector<std::string> texts = {
      summary.kicker,     summary.how_to_use,  summary.what_heading,
      summary.no_contact, labels.yes,          labels.no,
      labels.ask,         labels.address_lead, labels.always_worth_asking,
      labels.questions,   labels.places,       labels.whom_to_call,
      labels.notes};
  if (summary.banner) {
    add(summary.banner->headline, texts);
    add(summary.banner->next_step, texts);
  }
  add(summary.title, texts);
  for (const Statement& statement : summary.what) {
    add(statement, texts);
  }
  add_rules(summary, texts);
  add_talk(summary, texts);
  texts.insert(texts.end(), summary.footer_left.begin(), summary.footer_left.end());
  texts.insert(texts.end(), summary.footer_right.begin(), summary.footer_right.end());
  return texts;
}

/// What of `text` is in the language of the sheet: at an even depth of isolates.
/// Fails where they are not in pairs.
std::string own_part(const std::string& text) {
  std::string own;
  int depth = 0;
  bool in_pairs = true;
  for (std::size_t at = 0; at < text.size();) {
    const Character next = character_at(text, at);
    depth += next.code == isolate_begin ? 1 : next.code == isolate_end ? -1 : 0;
    in_pairs = in_pairs && depth >= 0;
    if (depth % 2 == 0) {
      own += text.substr(at, next.length);
    }
    at += next.length;
  }
  CHECK((in_pairs && depth == 0));
  return without_isolates(own);
}

/// Words of the Latin alphabet that stand in the other scripts as they are: abbreviations
/// and the name of the registry.
bool is_known_latin(const std::string& word) {
  const bool lower =
      std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return !lower || word == "ClinicalTrials" || word == "gov";
}

/// The first Latin word in the sheet's own part of `text` that should not be there.
std::string foreign_word(const std::string& own) {
  std::string word;
  for (const char c : own + " ") {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) {
      word += c;
    } else if (word.size() > 1 && !is_known_latin(word)) {
      return word;
    } else {
      word.clear();
    }
  }
  return "";
}

/// The English sentences that stand in a sheet as they are.
std::vector<std::string> english_sentences() {
  std::vector<std::string> sentences;
  const Words english("en");
  for (const auto& [key, text] : english.impl().catalog->texts) {
    if (text.size() >= 12 && text.find('{') == std::string::npos &&
        !key.starts_with("places.name.")) {
      sentences.push_back(text);
    }
  }
  return sentences;
}

void check_sheet(const Summary& summary, const Words& words) {
  static const std::vector<std::string> english = english_sentences();
  const bool other_script = words.language() == "ar" || words.language() == "zh-Hans";
  for (const std::string& text : texts_of(summary)) {
    const std::string own = own_part(text);
    CAPTURE(summary.nct, words.language(), text);
    CHECK_FALSE(text.empty());
    CHECK(own.find('{') == std::string::npos);
    CHECK(own.find('}') == std::string::npos);
    CHECK((!other_script || foreign_word(own).empty()));
    const auto in_english =
        std::find_if(english.begin(), english.end(), [&](const std::string& sentence) {
          return own.find(sentence) != std::string::npos;
        });
    CHECK((in_english == english.end() ? "" : *in_english) == "");
  }
}

void check_record(const std::string& record, const Words& words) {
  const Trial trial = read_trial(record).value;
  const Criteria criteria = parse_criteria(trial.eligibility.criteria);
  for (const SummaryOptions& options :
       {SummaryOptions{},
        SummaryOptions{Date{2026, 7, 14}, {"Lyon", GeoPoint{45.76, 4.84}, "France"}}}) {
    check_sheet(summarize(trial, criteria, words, options).value, words);
  }
}

const std::vector<std::string>& statuses() {
  static const std::vector<std::string> all = {"RECRUITING",
                                               "NOT_YET_RECRUITING",
                                               "ENROLLING_BY_INVITATION",
                                               "ACTIVE_NOT_RECRUITING",
                                               "SUSPENDED",
                                               "COMPLETED",
                                               "TERMINATED",
                                               "WITHDRAWN",
                                               "UNKNOWN",
                                               "AVAILABLE",
                                               "NO_LONGER_AVAILABLE",
                                               "TEMPORARILY_NOT_AVAILABLE",
                                               "APPROVED_FOR_MARKETING",
                                               "WITHHELD"};
  return all;
}

std::vector<std::string> samples() {
  std::vector<std::string> texts;
  for (const auto& path : tests::files_in(tests::folder("samples"), ".json")) {
    texts.push_back(tests::read_file(path));
  }
  return texts;
}

TEST_CASE("A sample is in the reader's language, whatever its status", "[long]") {
  for (const std::string& sample : samples()) {
    for (const std::string& status : statuses()) {
      tests::Json record = tests::Json::parse(sample);
      record["protocolSection"]["statusModule"]["overallStatus"] = status;
      for (const std::string& tag : translated()) {
        check_record(record.dump(), languages().words(tag));
      }
    }
  }
}

TEST_CASE("Real records are in the reader's language", "[long]") {
  if (tests::records_folder().empty()) {
    return;
  }
  constexpr std::size_t each = 20;
  const auto records = tests::files_in(tests::records_folder(), ".json");
  for (std::size_t i = 0; i < records.size(); i += each) {
    const std::string record = tests::read_file(records[i]);
    for (const std::string& tag : translated()) {
      check_record(record, languages().words(tag));
    }
  }
}

TEST_CASE("What is explained holds no mark of a language, and shows as many rules") {
  const Engine engine;
  for (const std::string& sample : samples()) {
    for (const std::string& tag : translated()) {
      const RenderOptions options = {.language = tag, .date = Date{2026, 7, 14}};
      const Stages stages = engine.stages(sample, options);
      CHECK(stages.changes == without_isolates(stages.changes));
      CHECK(engine.explain(sample, options).language == tag);
      CHECK(engine.render(sample, options).pdf.starts_with("%PDF-1.7"));
    }
  }
}

TEST_CASE("A sheet says in which language the record is, and who has read the texts") {
  const std::string sample = tests::read_file(tests::folder("samples/NCT90000001.json"));
  const Trial trial = read_trial(sample).value;
  const auto says = [&](const Words& words, const char* key) {
    const Summary made =
        summarize(trial, parse_criteria(trial.eligibility.criteria), words).value;
    return to_text(made).find(words.text(key)) != std::string::npos;
  };
  for (const std::string& tag : translated()) {
    const Words& words = languages().words(tag);
    CHECK(says(words, "language.record_text"));
    CHECK(says(words, "language.not_reviewed") == !words.is_reviewed());
  }
  CHECK_FALSE(says(languages().words("en"), "language.record_text"));
  CHECK_FALSE(says(languages().words("en"), "language.not_reviewed"));
  OwnLanguage own = tests::copy_of("es", "es");
  tests::Json sheet = tests::embedded_json("es", "sheet.json");
  sheet["reviewed"] = true;
  own.sheet.content = sheet.dump();
  CHECK_FALSE(says(Words(own), "language.not_reviewed"));
}

TEST_CASE("A rule is proved in English and said in the reader's language") {
  Trial trial =
      read_trial(tests::read_file(tests::folder("samples/NCT90000001.json"))).value;
  trial.eligibility.criteria =
      "Exclusion Criteria:\n\n* Pregnant or breastfeeding\n* Known allergy to aspirin\n";
  const Criteria criteria = parse_criteria(trial.eligibility.criteria);
  const Summary spanish = summarize(trial, criteria, languages().words("es")).value;
  const auto& rules = spanish.rule_blocks[1].rules;
  const Wording& pregnant = rules[0].statement.wordings.front();
  CHECK(pregnant.pattern == "pregnant_or_breastfeeding");
  CHECK(pregnant.text ==
        languages().words("es").text("rules.say.pregnant_or_breastfeeding"));
  CHECK(pregnant.proved == "You are pregnant or breastfeeding.");
  const Wording& allergy = rules[1].statement.wordings.front();
  CHECK(allergy.pattern == "known_allergy");
  CHECK(allergy.text.find("“\u2068aspirin\u2069”") != std::string::npos);
}

TEST_CASE("Years for which people are followed are not years of age") {
  Trial trial =
      read_trial(tests::read_file(tests::folder("samples/NCT90000001.json"))).value;
  trial.design.study_type = "OBSERVATIONAL";
  trial.design.target_duration = "30 Years";
  trial.eligibility.minimum_age = Age{30};
  const auto said = [&](const std::string& tag) {
    const Words& words = languages().words(tag);
    std::string all;
    for (const std::string& text : texts_of(summarize(trial, {}, words).value)) {
      all += text + "\n";
    }
    return all;
  };
  const auto holds = [](const std::string& all, const std::string& part) {
    return all.find(part) != std::string::npos;
  };
  const std::string chinese = said("zh-Hans");
  CHECK(holds(chinese, "跟踪观察了30年。"));
  CHECK(holds(chinese, "年龄30岁"));
  const std::string vietnamese = said("vi");
  CHECK(holds(vietnamese, "trong 30 năm."));
  CHECK(holds(vietnamese, "30 tuổi"));
}

TEST_CASE("An explanation inside the record's words is marked as the reader's language") {
  Trial trial =
      read_trial(tests::read_file(tests::folder("samples/NCT90000001.json"))).value;
  trial.eligibility.criteria = "Inclusion Criteria:\n\n* Karnofsky 70 to 90\n";
  const Words& words = languages().words("es");
  const Summary made =
      summarize(trial, parse_criteria(trial.eligibility.criteria), words).value;
  const std::string& text =
      made.rule_blocks[0].rules.back().statement.wordings.front().text;
  CAPTURE(text);
  CHECK(text.find("\u2068Karnofsky [\u2068") != std::string::npos);
  CHECK(text.find("\u2069] 70 to 90\u2069") != std::string::npos);
}

}  // namespace
}  // namespace trialsheet
