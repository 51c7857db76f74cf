// Explained: what a page has explained, and what its record says of its terms.

#include <algorithm>
#include <utility>

#include "words/glossary.hpp"
#include "words/impl.hpp"
#include "words/terms.hpp"

namespace trialsheet {

Explained::Explained(const Words& words, const std::vector<std::string>& studied,
                     Definitions definitions)
    : definitions_(std::move(definitions)) {
  const Terms& terms = words.impl().terms;
  std::set<std::uint32_t> phrases;
  for (const std::string& subject : studied) {
    const Terms::Reading reading = terms.read(subject, NearTokens(subject).all());
    for (const Terms::Found& found : reading.terms) {
      if (found.id != Terms::none) {
        studied_.insert(terms.all()[found.id].id);
      }
    }
    for (const Terms::Found& found : reading.surroundings) {
      phrases.insert(found.id);
    }
  }
  for (const std::uint32_t index : terms.not_always()) {
    const Term& term = terms.all()[index];
    const auto any = [&phrases](const Surroundings& named) {
      return std::any_of(named.phrases.begin(), named.phrases.end(),
                         [&](std::uint32_t id) { return phrases.contains(id); });
    };
    if (any(term.not_studied)) {
      barred_.insert(term.id);
    }
    if (any(term.only_studied)) {
      sure_.insert(term.id);
    }
  }
}

void Explained::go_on_to_sentences() {
  studied_.clear();
  sentences_ = true;
}

void Explained::add_title(std::string_view title) {
  harvest(title, titled_);
}

void Explained::add(const std::vector<std::string>& terms) {
  terms_.insert(terms.begin(), terms.end());
}

}  // namespace trialsheet
