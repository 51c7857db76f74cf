// The choice that all others give something up of.

#include "page/choice.hpp"

namespace trialsheet {

const std::vector<Statement>& what_said(const Summary& summary, const Choice& choice) {
  return choice.what < 0 ? summary.what_explained : summary.what;
}

Choice everything(const Summary& summary, const Layout& layout) {
  Choice choice;
  choice.body = static_cast<int>(layout.bodies.size()) - 1;
  const auto most = static_cast<std::size_t>(layout.most_questions);
  for (std::size_t i = 0; i < summary.questions.size(); ++i)
    choice.questions.push_back(i < most ? 0 : -1);
  for (const auto& block : summary.rule_blocks) {
    auto& wordings = choice.rules.emplace_back(block.rules.size(), 0);
    for (std::size_t r = 0; r < wordings.size(); ++r)
      if (!block.rules[r].stands_for.empty())
        wordings[r] = not_shown;
  }
  choice.air.assign(layout.columns.size(), 0);
  choice.note_lines.assign(layout.columns.size(), 0);
  choice.stretch.assign(layout.columns.size(), Length());
  return choice;
}

}  // namespace trialsheet
