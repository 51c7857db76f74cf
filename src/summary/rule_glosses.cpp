// Rule glosses: the rules one by one, in the order in which their terms are explained.

#include "summary/rule_glosses.hpp"

#include <algorithm>

#include "words/glossary.hpp"

namespace trialsheet {
namespace {

/// So many characters of rules all have room on most pages.
constexpr std::size_t roomy = 900;

Explained explained_of(const Subject& subject) {
  const Trial& trial = subject.trial;
  std::vector<std::string> studied = trial.conditions;
  studied.insert(studied.end(), trial.keywords.begin(), trial.keywords.end());
  studied.push_back(trial.brief_title);
  studied.push_back(trial.official_title);
  const std::string record = trial.brief_title + "\n" + trial.official_title + "\n" +
                             trial.brief_summary + "\n" + trial.eligibility.criteria;
  return {subject.words, studied, record};
}

/// `wording` with `said` in the place of what it said.
Wording with_text(const Wording& wording, const Glossed& glossed) {
  Wording made = wording;
  const std::size_t at = made.text.rfind(wording.said);
  made.text.replace(at, wording.said.size(), glossed.text);
  made.said = glossed.text;
  made.glosses = glossed.inserted;
  made.tier = Tier::gloss;
  return made;
}

void insert_first(Rule& rule, Wording wording) {
  rule.statement.wordings.insert(rule.statement.wordings.begin(), std::move(wording));
  if (!rule.children.empty() && rule.run_in != static_cast<std::size_t>(-1)) {
    ++rule.run_in;
  }
}

/// Whether an explanation was put into the rule or below it.
bool gloss_rule(const Words& words, Rule& rule, Explained& explained) {
  const Wording& own = rule.statement.wordings.front();
  bool any_own = false;
  if (own.tier == Tier::verbatim && !own.said.empty()) {
    const Glossed glossed = gloss(words, own.said, explained);
    explained.add(glossed.terms);
    any_own = !glossed.inserted.empty();
    if (any_own) {
      insert_first(rule, with_text(own, glossed));
    }
  }
  bool any_below = false;
  for (Rule& child : rule.children) {
    any_below = gloss_rule(words, child, explained) || any_below;
  }
  if (any_below && !any_own) {
    // A wording of its own for the children as the record has them.
    insert_first(rule, Wording(rule.statement.wordings.front()));
  }
  return any_own || any_below;
}

std::size_t length_with_children(const Rule& rule) {
  std::size_t length = length_of(rule.statement.wordings.front().text);
  for (const Rule& child : rule.children) {
    length += length_with_children(child);
  }
  return length;
}

}  // namespace

void add_glosses(const Subject& subject, std::vector<RuleBlock>& blocks) {
  std::vector<Rule*> rules;
  std::size_t length = 0;
  for (RuleBlock& block : blocks) {
    for (Rule& rule : block.rules) {
      if (rule.counted && !rule.covered) {
        rules.push_back(&rule);
        length += length_with_children(rule);
      }
    }
  }
  if (length > roomy) {
    std::stable_sort(rules.begin(), rules.end(),
                     [](const Rule* a, const Rule* b) { return a->rank > b->rank; });
  }
  Explained explained = explained_of(subject);
  for (Rule* rule : rules) {
    gloss_rule(subject.words, *rule, explained);
  }
}

}  // namespace trialsheet
