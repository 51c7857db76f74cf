// Explained: what the record says of its terms, and the sentences with some explained.

#include "summary/explained.hpp"

#include <utility>

namespace trialsheet {

Explained explained_of(const Subject& subject, Definitions definitions) {
  const Trial& trial = subject.trial;
  std::vector<std::string> studied = trial.conditions;
  studied.insert(studied.end(), trial.keywords.begin(), trial.keywords.end());
  studied.push_back(trial.brief_title);
  studied.push_back(trial.official_title);
  Explained explained(subject.words, studied, std::move(definitions));
  explained.add_title(trial.brief_title.empty() ? trial.official_title
                                                : trial.brief_title);
  return explained;
}

std::vector<Statement> with_explanations(const Subject& subject, Explained explained,
                                         const std::vector<Statement>& what) {
  if (!subject.words.is_of_the_record()) {
    return {};  // words of another language are no terms of the record
  }
  explained.go_on_to_sentences();
  bool any = false;
  std::vector<Statement> told;
  for (const Statement& statement : what) {
    Wording wording = statement.wordings.front();
    Glossed glossed = gloss(subject.words, wording.text, explained);
    explained.add(glossed.terms);
    if (!glossed.inserted.empty()) {
      any = true;
      wording.text = std::move(glossed.text);
      wording.glosses = std::move(glossed.inserted);
    }
    told.push_back({statement.id, statement.source, {std::move(wording)}});
  }
  return any ? told : std::vector<Statement>{};
}

}  // namespace trialsheet
