// Questions: the rules that apply, at most two on one topic and twelve in all.

#include "words/questions.hpp"

#include <map>

#include "summary/parts.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t most_questions = 12;
constexpr int most_of_topic = 2;

}  // namespace

std::vector<Question> make_questions(const Subject& subject) {
  std::vector<Question> questions;
  std::map<std::string, int> of_topic;
  for (const QuestionRule& rule : applying(subject.words, facts_of(subject))) {
    if (questions.size() < most_questions && ++of_topic[rule.topic] <= most_of_topic) {
      questions.push_back(
          {statement("question." + rule.id, "", rule.wordings, Tier::fixed), rule.topic,
           rule.because, rule.priority});
    }
  }
  return questions;
}

}  // namespace trialsheet
