// Rule glosses: the rules one by one, in the order in which their terms are explained.

#include "summary/rule_glosses.hpp"

#include <algorithm>

#include "summary/subject.hpp"
#include "words/glossary.hpp"

namespace trialsheet {
namespace {

/// So many characters of rules all have room on most pages.
constexpr std::size_t roomy = 900;

/// `wording` with `said` in the place of what it said.
Wording with_text(const Wording& wording, const Glossed& glossed) {
  Wording made = wording;
  const std::size_t at = made.text.rfind(wording.said);
  made.text.replace(at, wording.said.size(), glossed.text);
  made.said = glossed.text;
  made.glosses = glossed.inserted;
  made.explains_hard = glossed.hard;
  made.tier = Tier::gloss;
  return made;
}

void insert_first(Rule& rule, Wording wording) {
  rule.statement.wordings.insert(rule.statement.wordings.begin(), std::move(wording));
  if (!rule.children.empty() && rule.run_in != static_cast<std::size_t>(-1)) {
    ++rule.run_in;
  }
}

Glossed glossed_text(const Words& words, const std::string& text, const RuleTexts& texts,
                     const Explained& explained) {
  const Tokens* tokens = texts.find(text);
  return tokens == nullptr ? gloss(words, text, explained)
                           : gloss(words, text, *tokens, explained);
}

/// Whether an explanation was put into the rule or below it, and whether one of a hard
/// term.
struct Put {
  bool any = false;
  bool hard = false;
};

Put gloss_rule(const Words& words, Rule& rule, const RuleTexts& texts,
               Explained& explained) {
  const Wording& own = rule.statement.wordings.front();
  Put put;
  if (own.tier == Tier::verbatim && !own.said.empty()) {
    const Glossed glossed = glossed_text(words, own.said, texts, explained);
    explained.add(glossed.terms);
    put = {!glossed.inserted.empty(), glossed.hard};
    if (put.any) {
      insert_first(rule, with_text(own, glossed));
    }
  }
  Put below;
  for (Rule& child : rule.children) {
    const Put in_child = gloss_rule(words, child, texts, explained);
    below = {below.any || in_child.any, below.hard || in_child.hard};
  }
  if (below.any && !put.any) {
    // A wording of its own for the children as the record has them.
    insert_first(rule, Wording(rule.statement.wordings.front()));
  }
  if (below.any) {
    rule.statement.wordings.front().explains_hard = put.hard || below.hard;
  }
  return {put.any || below.any, put.hard || below.hard};
}

std::size_t length_with_children(const Rule& rule) {
  std::size_t length = length_of(rule.statement.wordings.front().text);
  for (const Rule& child : rule.children) {
    length += length_with_children(child);
  }
  return length;
}

}  // namespace

void add_glosses(const Words& words, const RuleTexts& texts, Explained& explained,
                 std::vector<RuleBlock>& blocks) {
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
  for (Rule* rule : rules) {
    gloss_rule(words, *rule, texts, explained);
  }
}

}  // namespace trialsheet
