// The way from a summary to a placed sheet.

#include "page/fit.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "page/composer.hpp"
#include "page/fitter.hpp"
#include "page/flow.hpp"
#include "page/setter.hpp"

namespace trialsheet {

namespace {

std::string paper_names(const Layout& layout) {
  std::string names;
  for (const auto& paper : layout.papers)
    names += (names.empty() ? "" : ", ") + paper.name;
  return names;
}

const Paper& paper_of(const Layout& layout, std::string_view name) {
  if (const auto* paper = layout.find_paper(name))
    return *paper;
  throw Error(Fault::request, "paper",
              fmt::format("\"{}\" is none of the papers of layout \"{}\": {}", name,
                          layout.name, paper_names(layout)));
}

void note_rules(const Summary& summary, const Choice& choice, Notes& notes) {
  for (std::size_t b = 0; b < choice.rules.size(); ++b) {
    const auto& block = summary.rule_blocks[b];
    const auto told = told_rules(block, choice.rules[b]);
    for (std::size_t r = 0; r < told.size(); ++r)
      if (block.rules[r].stands_for.empty() && !told[r]) {
        const auto& statement = block.rules[r].statement;
        notes.push_back({Note::Kind::left_out, statement.source,
                         "rule " + statement.id + " has no room on the page"});
      }
  }
}

void note_shortened(const Statement& statement, int depth, Notes& notes) {
  if (depth > 0 && statement.wordings.size() > 1)
    notes.push_back({Note::Kind::shortened, statement.source,
                     statement.id + " is said in a shorter wording"});
}

Notes notes_of(const Summary& summary, const Choice& choice) {
  Notes notes;
  for (const auto& statement : summary.what)
    note_shortened(statement, choice.what, notes);
  note_shortened(summary.places, choice.places, notes);
  note_rules(summary, choice, notes);
  if (!choice.optional_facts)
    for (const auto& fact : summary.facts)
      if (!fact.needed)
        notes.push_back({Note::Kind::left_out, fact.value.source,
                         fact.value.id + " has no room on the page"});
  return notes;
}

/// One page, for which room is made.
Fitted on_page(const Summary& summary, const Layout& layout, const Paper& paper,
               const Words& words, Setter& setter) {
  const Composer composer(summary, layout, paper, words, setter);
  auto choice = Fitter(summary, layout, composer).best();
  return {composer.paint(choice), std::move(choice)};
}

/// As many pages as everything needs.
Fitted on_pages(const Summary& summary, const Layout& layout, const Paper& paper,
                const Words& words, Setter& setter) {
  const Flow flow(summary, layout, paper, words, setter);
  auto choice = flow.best();
  return {flow.paint(choice), std::move(choice)};
}

}  // namespace

Noted<Fitted> fit(const Summary& summary, const Layout& layout, std::string_view paper,
                  const Words& words, Shaper& shaper) {
  Setter setter(shaper, summary.language);
  auto fitted = layout.pages == Pages::any
                    ? on_pages(summary, layout, paper_of(layout, paper), words, setter)
                    : on_page(summary, layout, paper_of(layout, paper), words, setter);
  auto notes = notes_of(summary, fitted.choice);
  for (auto& note : shaper.take_notes())
    notes.push_back(std::move(note));
  return {std::move(fitted), std::move(notes)};
}

}  // namespace trialsheet
