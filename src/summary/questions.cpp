// Questions: the rules that apply, at most two on one topic and twelve in all. The first
// of each topic comes before the second of any that matters no more.

#include "words/questions.hpp"

#include <algorithm>
#include <map>

#include "summary/parts.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t most_questions = 12;
constexpr int most_of_topic = 2;

/// How much less the second question of a topic counts: with it even the gravest comes
/// behind the first of every other topic, and still before what fills the page.
constexpr int second_counts_less = 40;

/// At most two of a topic, by what they count beside the others.
std::vector<QuestionRule> ranked(std::vector<QuestionRule> rules) {
  std::map<std::string, int> of_topic;
  std::vector<QuestionRule> chosen;
  for (QuestionRule& rule : rules) {
    const int before = of_topic[rule.topic]++;
    if (before < most_of_topic) {
      rule.priority -= before * second_counts_less;
      chosen.push_back(std::move(rule));
    }
  }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const QuestionRule& a, const QuestionRule& b) {
                     return a.priority > b.priority;
                   });
  return chosen;
}

}  // namespace

std::vector<Question> make_questions(const Subject& subject) {
  std::vector<Question> questions;
  for (const QuestionRule& rule : ranked(applying(subject.words, facts_of(subject)))) {
    if (questions.size() < most_questions) {
      questions.push_back(
          {statement("question." + rule.id, "", rule.wordings, Tier::fixed), rule.topic,
           rule.because, rule.priority});
    }
  }
  return questions;
}

}  // namespace trialsheet
