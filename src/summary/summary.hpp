// The summary: what the patient is told, why, and how much each statement matters.
//
// A Summary knows no paper: it holds every statement that could be printed, each with its
// wordings (fullest first, each true and complete by itself) and its source in the
// record. fit() chooses among wordings and statements and never makes a text of its own;
// where a text depends on that choice (how many rules are shown, on which page they are),
// count_line(), page_line() and continued() write it.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/geo_point.hpp"
#include "base/note.hpp"
#include "criteria/criteria.hpp"
#include "trial/trial.hpp"

namespace trialsheet {

class Words;

/// How a wording came to be; from the freest to the record's own words.
enum class Tier { fixed, structured, grammar, gloss, verbatim };

struct Wording {
  /// Words of the record stand between isolates (base/isolate.hpp) where the summary is
  /// not in their language.
  std::string text;
  Tier tier = Tier::fixed;
  std::string language;                   ///< BCP 47 of the text; empty: the summary's
  std::vector<std::string> glosses = {};  ///< explanations put into the text
  bool explains_hard = false;  ///< one of these, of a term that few people know
  std::string pattern = {};    ///< the one of words/en/patterns.json that worded it
  /// Of a rule of the record: its own part of `text`, without quotation marks, the name
  /// of its group and its children. Empty: all of `text`.
  std::string said = {};
  /// What `pattern` says in English, as it was held against the record; empty without
  /// one.
  std::string proved = {};
};

/// Something that the sheet may say.
struct Statement {
  std::string id;      ///< stable name, for goldens and the change list: "status"
  std::string source;  ///< JSON pointer into the record; empty for fixed texts
  std::vector<Wording> wordings;  ///< fullest first, never empty
};

/// A labelled fact of the right column: "Sponsor" over its name.
struct Fact {
  std::string label;
  Statement value;
  bool needed = true;     ///< false: only where there is room
  bool emphatic = false;  ///< the recruiting status
};

/// A rule as it is shown: one row to tick, or a parent over the rows of its children.
struct Rule {
  Statement statement;
  std::vector<Rule> children;  ///< shown with their parent or not at all
  /// From this wording on the statement says what the children say: one row for all.
  std::size_t run_in = static_cast<std::size_t>(-1);
  int rank = 0;  ///< worth of showing it when room is short; of rules together the sum
                 ///< counts. 0: only where every other rule is shown
  std::string kind;      ///< key of its kind in words: "tests", "illness", ...
  std::string category;  ///< what it is about: "infection", of words/en/categories.json
  /// Of a line that names several rules of its block at once: which. It is shown only
  /// where these have no room of their own, and never beside one of them.
  std::vector<std::size_t> stands_for = {};
  bool ask_only = false;  ///< nothing to answer at home: a box for Ask alone
  bool counted = true;   ///< false: made from fields such as age, not an item of the list
  bool remark = false;   ///< a note on its parent: printed, but nothing to tick
  bool covered = false;  ///< a rule of the text that another row already says (the age):
                         ///< counts as shown
};

/// Which answer fits a reader who may join.
enum class Answer { yes, no, ask };

/// The rules under one heading.
struct RuleBlock {
  std::string id;         ///< "inclusion", "exclusion", "other"
  std::string heading;    ///< "Who may join?"
  std::string condition;  ///< "All should be true."
  Answer fitting = Answer::yes;
  std::vector<Rule> rules;  ///< in the order of the record
  std::string empty;  ///< said instead of rules: "The record lists none."; no boxes then
  std::string none_shown;  ///< said where there are rules and none has room; empty: then
                           ///< the whole block stays off the page
};

struct Question {
  Statement statement;
  std::string topic;
  std::string because;  ///< empty: always worth asking
  int rank = 0;         ///< the higher is asked first
};

struct ContactLines {
  std::string phone;  ///< with its extension; may be empty
  std::string name;
  std::string email;
};

struct Banner {
  Statement headline;   ///< "This study has ended. It takes no new people."
  Statement next_step;  ///< the date behind it and one next step
};

/// The trial in a row of a table, each in few words.
struct Glance {
  std::string status;
  std::string type;  ///< "Treatment study, phase 2"
  std::string ages;
  std::string place;  ///< the first, or where the reader is known the nearest
};

/// The fixed texts that stand around the statements.
struct Labels {
  std::string yes, no, ask;      ///< heads of the tick columns
  std::string address_lead;      ///< "Full record:\nscan or type"
  std::string qr_alt;            ///< alternative text of the QR code
  std::string link_description;  ///< what the link says to a screen reader
  std::string always_worth_asking;
  std::string questions;  ///< headings
  std::string places;
  std::string whom_to_call;
  std::string notes;
};

struct Summary {
  std::string language;  ///< BCP 47 of the fixed texts
  std::string record_language = "en";
  std::string nct;
  std::string url;  ///< https://clinicaltrials.gov/study/<NCT>
  std::string document_title;

  std::optional<Banner> banner;  ///< only where the study is not open to all
  std::string kicker;            ///< "Clinical trial NCT..."
  std::string how_to_use;
  Statement title;              ///< the brief title, exactly as registered
  std::string what_heading;     ///< "What is being tested?"
  std::vector<Statement> what;  ///< one to three paragraphs
  /// The same with explanations of terms, the wordings of all side by side; empty if none
  /// has one.
  std::vector<Statement> what_explained = {};
  std::vector<Fact> facts;  ///< status, type of study, sponsor, then the optional ones
  std::vector<RuleBlock> rule_blocks;
  /// "The record does not list all rules."; empty: the record does not say so.
  std::string more_rules;
  std::vector<Question> questions;  ///< by rank, highest first; more than will be shown
  Statement places;
  /// The shortest of its wordings that says enough to know where to go: questions that
  /// can be asked about any study give way to it.
  std::size_t places_enough = 0;
  std::vector<ContactLines> contacts;     ///< best first
  std::string no_contact;                 ///< "The record does not say."
  std::vector<std::string> footer_left;   ///< sentences
  std::vector<std::string> footer_right;  ///< lines: data date, last update, printed
  Labels labels;
};

/// What count_line() says of the rules: a bold lead and the rest.
struct CountLine {
  std::string lead;  ///< "13 of 33 rules shown."
  std::string rest;  ///< "Not shown: 8 test limits, ... See the full record."
};

/// The wording in which each rule of each block is on a page; `not_shown` of the others.
using ShownRules = std::vector<std::vector<int>>;
constexpr int not_shown = -1;

/// Of each rule of a block whether it is on the page, by itself or in a line for several.
std::vector<bool> told_rules(const RuleBlock& block, const std::vector<int>& shown);

/// For a page that shows the rules of `shown`.
CountLine count_line(const Summary& summary, const ShownRules& shown, const Words& words);

/// Where the reader is, as far as they said; for the order of the sites and nothing else.
struct Whereabouts {
  std::string name;               ///< as to be printed: "Lyon"; empty: "you"
  std::optional<GeoPoint> point;  ///< sites are listed from here on
  std::string country;            ///< sites of this country come before others
};

/// "Page 2 of 3", for the foot of a page.
std::string page_line(const Words& words, int page, int pages);

/// The heading of a section again, on a further page: "Who may join? (continued)".
std::string continued(const Words& words, const std::string& heading);

struct SummaryOptions {
  std::optional<Date> printed;  ///< the date to print as "Printed ..."; absent: none
  Whereabouts whereabouts = {};
};

/// Everything a sheet can say about `trial`. The notes name what is missing or was
/// reworded.
Noted<Summary> summarize(const Trial& trial, const Criteria& criteria, const Words& words,
                         const SummaryOptions& options = {});

/// The row of `trial`, with the options that its summary was made with.
Glance at_a_glance(const Trial& trial, const Words& words,
                   const SummaryOptions& options = {});

/// One line per statement with its wordings, tier and source; what goldens compare.
std::string to_text(const Summary& summary);

}  // namespace trialsheet
