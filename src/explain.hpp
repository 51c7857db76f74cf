// The explanation: what became of every rule and question of a record on its sheet.
//
// A user looks with it behind every line of the page; the list of changes inside the PDF
// is made from the same value (changes.hpp). README.md documents its JSON form.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/length.hpp"
#include "base/note.hpp"

namespace trialsheet {

struct Criteria;
struct Summary;
struct Choice;
struct Layout;

enum class Shown {
  full,
  merged,  ///< another row says it already
  no,
};

/// One item of the eligibility text.
struct ExplainedRule {
  std::string section;  ///< "inclusion", "exclusion", "other"; "unlisted" is no rule: the
                        ///< record says that there are more; nor is "remark"
  int parent = -1;      ///< index of the item that it belongs to
  std::string source;   ///< its text in the record, escapes undone
  std::string group;    ///< whom it is for, as the record has it; empty: everyone
  std::string category;
  std::string tier;                  ///< "template", "grammar", "gloss", "verbatim"
  std::string pattern;               ///< of words/en/patterns.json, if that worded it
  std::vector<std::string> glosses;  ///< explanations put into the text
  std::string text;  ///< as worded on the page, or as it would be with more room
  Shown shown = Shown::no;
};

struct ExplainedQuestion {
  std::string id;
  std::string topic;
  std::string text;
  std::string because;  ///< empty: always worth asking
  bool shown = false;
};

/// What the page says beside rules and questions: title, description, facts, places.
struct ExplainedStatement {
  std::string id;
  std::string source;  ///< JSON pointer into the record
  std::string tier;    ///< as of a rule, or "fixed"
  std::string text;
  bool shown = false;
};

/// The clinic's own words, of its brand file: neither the record's nor the program's.
struct ExplainedClinicText {
  std::string source;  ///< JSON pointer into the brand file
  std::string text;
  bool shown = false;
};

/// How many of the rules of a section, without their children, are on the page.
struct ShownCount {
  std::string section;
  int total = 0;
  int shown = 0;  ///< full or merged
};

struct Explanation {
  std::string nct;
  std::string url;
  std::string layout;
  std::string paper;
  std::string language;
  std::vector<std::string> conceded;  ///< what was given up to make room
  Length body_size;
  Length title_size;
  std::vector<ExplainedRule> rules;  ///< in the order of the text, parents first
  std::vector<ExplainedQuestion> questions;
  std::vector<ExplainedStatement> statements;
  std::vector<ExplainedClinicText> clinic;  ///< empty: without a brand
  std::vector<ShownCount> counts;
  Notes notes;
};

Explanation explain(const Criteria& criteria, const Summary& summary,
                    const Choice& choice, const Layout& layout, std::string_view paper,
                    const Notes& notes);

/// For a person: one line for each rule and question, with what happened to it and why.
[[gnu::visibility("default")]] std::string to_text(const Explanation& explanation);

/// As the JSON form has it.
[[gnu::visibility("default")]] std::string_view name_of(Shown shown);
[[gnu::visibility("default")]] std::string_view name_of(Note::Kind kind);

}  // namespace trialsheet
