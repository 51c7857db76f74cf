// Key rules: tests/cases/key_rules.tsv has what two independent readers called key of the
// rules of two hundred real records (or to be dropped, or plain), and which topics both
// would ask about. Sets A to C were tuned on; D, then E, were read afterwards and only
// led to changes that are true of all records (names of drugs, lines that name a
// diagnosis, the order of questions).

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <sstream>

#include "base/text.hpp"
#include "files.hpp"
#include "render.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t length_of_beginning = 40;

/// A rule as both readers labelled it, or the topics of a record.
struct Label {
  std::string list, first, second, beginning;
};
using Labels = std::map<std::string, std::vector<Label>>;  ///< by record

std::vector<std::string> fields(const std::string& line, char mark) {
  std::vector<std::string> found;
  std::istringstream text(line);
  for (std::string field; std::getline(text, field, mark);)
    found.push_back(field);
  return found;
}

Labels labels() {
  std::istringstream table(tests::read_file(tests::folder("tests/cases/key_rules.tsv")));
  Labels labels;
  std::string line;
  std::getline(table, line);
  while (std::getline(table, line)) {
    const auto row = fields(line, '\t');
    if (row.at(2) == "topics")
      labels[row[1]].push_back({"topics", row.size() > 3 ? row[3] : "", "", ""});
    else
      labels[row[1]].push_back({row[2], row[3], row[4], row.at(7)});
  }
  return labels;
}

/// The first characters of `text`, as the table has them.
std::string beginning(const std::string& text) {
  std::size_t end = 0;
  for (std::size_t n = 0; n < length_of_beginning && end < text.size(); ++n)
    end += character_at(text, end).length;
  return one_line(text.substr(0, end));
}

const ExplainedRule* find(const Explanation& made, const Label& label) {
  const auto found =
      std::find_if(made.rules.begin(), made.rules.end(), [&](const ExplainedRule& rule) {
        return rule.parent < 0 && beginning(rule.source) == label.beginning;
      });
  return found == made.rules.end() ? nullptr : &*found;
}

struct Tally {
  int key = 0, key_shown = 0;
  int drop = 0, drop_shown = 0;  ///< shown while a key rule is not
  int topics = 0, topics_asked = 0;
};

/// Topics of the questions shown and of the next three.
std::vector<std::string> asked_topics(const Explanation& made) {
  std::vector<std::string> topics;
  int further = 0;
  for (const auto& question : made.questions)
    if (question.shown || ++further <= 3)
      topics.push_back(question.topic);
  for (auto& topic : topics)
    std::replace(topic.begin(), topic.end(), ' ', '_');
  return topics;
}

void add(const Explanation& made, const std::vector<Label>& labels, Tally& tally) {
  int key = 0, key_shown = 0, drop_shown = 0;
  const auto topics = asked_topics(made);
  for (const auto& label : labels) {
    if (label.list == "topics") {
      for (const auto& topic : fields(label.first, ',')) {
        ++tally.topics;
        tally.topics_asked +=
            std::find(topics.begin(), topics.end(), topic) != topics.end() ? 1 : 0;
      }
      continue;
    }
    const auto* rule = find(made, label);
    const bool shown = rule != nullptr && rule->shown != Shown::no;
    if (label.first == "key" && label.second == "key") {
      ++key;
      key_shown += shown ? 1 : 0;
    } else if (label.first == "drop" && label.second == "drop") {
      ++tally.drop;
      drop_shown += shown ? 1 : 0;
    }
  }
  tally.key += key;
  tally.key_shown += key_shown;
  tally.drop_shown += key_shown < key ? drop_shown : 0;
}

TEST_CASE(
    "what readers call key is on the page, and what they would drop takes no room") {
  if (tests::records_folder().empty()) {
    WARN("skipped: TRIALSHEET_RECORDS names no folder of records");
    return;
  }
  const Engine engine;
  Tally tally;
  for (const auto& [nct, rules] : labels()) {
    const auto path = std::filesystem::path(tests::records_folder()) / (nct + ".json");
    if (std::filesystem::exists(path))
      add(engine.explain(tests::read_file(path)), rules, tally);
  }
  REQUIRE(tally.key > 500);
  WARN("key rules shown: " << tally.key_shown << " of " << tally.key
                           << "; to be dropped, shown before a key rule: "
                           << tally.drop_shown << " of " << tally.drop
                           << "; topics asked: " << tally.topics_asked << " of "
                           << tally.topics);
  CHECK(100 * tally.key_shown >= 82 * tally.key);
  CHECK(100 * tally.drop_shown <= 5 * tally.drop);
  CHECK(100 * tally.topics_asked >= 88 * tally.topics);
}

}  // namespace
}  // namespace trialsheet
