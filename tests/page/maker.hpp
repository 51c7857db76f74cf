// Made-up summaries for the tests of pages.

#pragma once

#include <iterator>
#include <random>
#include <string>

#include "summary/summary.hpp"

namespace trialsheet {

/// Made-up summaries of any size. The same seed gives the same on every machine.
class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  int up_to(int most) {
    return static_cast<int>(random_() % static_cast<unsigned>(most + 1));
  }

  std::string words(int characters) {
    static const std::string stock[] = {
        "trial",         "of",     "patients", "≥ 18 years", "a",      "with",
        "immunotherapy", "type 2", "disease",  "(HbA1c",     "≤ 7 %)", "or"};
    std::string text = "Words";
    while (static_cast<int>(text.size()) < characters)
      text += " " + stock[random_() % std::size(stock)];
    return text;
  }

  /// As the summary promises it: the last wording is short.
  Statement statement(const std::string& id, int characters, int shortest = 600) {
    Statement statement;
    statement.id = id;
    statement.wordings = {{words(characters), Tier::verbatim, {}}};
    if (characters > shortest)
      statement.wordings.push_back({words(shortest - 10), Tier::fixed, {}});
    return statement;
  }

  Rule rule(int depth) {
    Rule rule;
    rule.statement = statement("rule", 5 + up_to(up_to(9) == 0 ? 600 : 150));
    rule.rank = up_to(1000);
    rule.kind = "other";
    if (depth < 2 && up_to(5) == 0)
      for (int i = up_to(4); i > 0; --i)
        rule.children.push_back(this->rule(depth + 1));
    return rule;
  }

  RuleBlock block(Answer fitting, int rules) {
    RuleBlock block;
    block.heading = "Who may join?";
    block.condition = "All should be true.";
    block.fitting = fitting;
    block.none_shown = "No room here.";
    for (int i = 0; i < rules; ++i)
      block.rules.push_back(rule(0));
    if (rules == 0)
      block.empty = "The record lists none.";
    return block;
  }

  Summary summary();

 private:
  std::minstd_rand random_;
};

inline Summary Maker::summary() {
  Summary made;
  made.language = "en";
  made.nct = "NCT90000000";
  made.url = "https://clinicaltrials.gov/study/NCT90000000";
  made.document_title = "Made up";
  if (up_to(1) == 1)
    made.banner = Banner{statement("banner", 30), statement("next", 60)};
  made.kicker = "Clinical trial NCT90000000";
  made.how_to_use = "Tick it at home.";
  made.title = statement("title", 10 + up_to(290));
  made.what_heading = "What is being tested?";
  for (int i = up_to(3); i > 0; --i)
    made.what.push_back(statement("what", 20 + up_to(200), 60));
  made.facts = {{"Status", statement("status", 15), true, true},
                {"Type of study", statement("type", 35)},
                {"Sponsor", statement("sponsor", 2 + up_to(115))},
                {"Results", statement("results", 20), false}};
  made.rule_blocks = {block(Answer::yes, up_to(30)), block(Answer::no, up_to(60))};
  if (up_to(9) == 0)
    made.rule_blocks.push_back(block(Answer::ask, 1 + up_to(5)));
  for (int i = 0; i < 12; ++i)
    made.questions.push_back({statement("question", 25 + up_to(50), 40), "topic",
                              i < 2 ? "" : "Because of this", 100 - i});
  made.places = statement("places", 10 + up_to(200), 40);
  made.no_contact = "The record does not say.";
  if (up_to(1) == 1)
    made.contacts = {{"800-633-1610", words(10), "someone@example.org"}};
  made.footer_left = {"Source: ClinicalTrials.gov.", "This is not medical advice."};
  made.footer_right = {"Data of 1 May 2026", "Printed 2 May 2026"};
  made.labels = {"Yes",
                 "No",
                 "Ask",
                 "Full record:\nscan or type",
                 "QR code",
                 "The record",
                 "Always worth asking",
                 "Questions to ask",
                 "Where is it?",
                 "Whom to call",
                 "Notes"};
  return made;
}

}  // namespace trialsheet
