// Explained: what the record says of its terms, and the sentences with some explained.

#include "summary/explained.hpp"

#include <algorithm>
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
  std::size_t depths = 0;
  std::vector<Statement> told;
  for (const Statement& statement : what) {
    depths = std::max(depths, statement.wordings.size());
    told.push_back({statement.id, statement.source, {}});
  }
  bool any = false;
  for (std::size_t depth = 0; depth < depths; ++depth) {
    Explained so_far = explained;
    for (std::size_t i = 0; i < what.size(); ++i) {
      const std::vector<Wording>& wordings = what[i].wordings;
      Wording wording = wordings[std::min(depth, wordings.size() - 1)];
      Glossed glossed = gloss(subject.words, wording.text, so_far);
      so_far.add(glossed.terms);
      if (!glossed.inserted.empty()) {
        any = true;
        wording.text = std::move(glossed.text);
        wording.glosses = std::move(glossed.inserted);
      }
      told[i].wordings.push_back(std::move(wording));
    }
  }
  return any ? told : std::vector<Statement>{};
}

}  // namespace trialsheet
