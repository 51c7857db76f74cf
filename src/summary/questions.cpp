// Questions: the rules that apply, at most two on one topic and twelve in all. The first
// of each topic comes before the second of any that matters no more.

#include "words/questions.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "summary/parts.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t most_questions = 12;
constexpr int most_of_topic = 2;

/// How much less the second question of a topic counts: with it even the gravest comes
/// behind the first of every other topic, and still before what fills the page.
constexpr int second_counts_less = 40;

/// A rule and what it counts beside the others.
struct Ranked {
  const QuestionRule* rule;
  int rank;
};

/// At most two of a topic, by what they count beside the others.
std::vector<Ranked> ranked(const std::vector<const QuestionRule*>& rules) {
  std::map<std::string_view, int> of_topic;
  std::vector<Ranked> chosen;
  for (const QuestionRule* rule : rules) {
    const int before = of_topic[rule->topic]++;
    if (before < most_of_topic) {
      chosen.push_back({rule, rule->priority - before * second_counts_less});
    }
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const Ranked& a, const Ranked& b) { return a.rank > b.rank; });
  chosen.resize(std::min(chosen.size(), most_questions));
  return chosen;
}

Question question(const Words& words, const Ranked& chosen, const Facts& facts) {
  std::vector<std::string> wordings;
  wordings.reserve(chosen.rule->wordings.size());
  for (const std::string& wording : chosen.rule->wordings) {
    wordings.push_back(filled(words, wording, facts));
  }
  return {statement("question." + chosen.rule->id, "", std::move(wordings), Tier::fixed),
          chosen.rule->topic, filled(words, chosen.rule->because, facts), chosen.rank};
}

}  // namespace

std::vector<Question> make_questions(const Subject& subject, bool illness_demanded) {
  const Facts facts = facts_of(subject, illness_demanded);
  const std::vector<Ranked> rules = ranked(applying(subject.words, facts));
  std::vector<Question> questions;
  questions.reserve(rules.size());
  for (const Ranked& chosen : rules) {
    questions.push_back(question(subject.words, chosen, facts));
  }
  return questions;
}

}  // namespace trialsheet
