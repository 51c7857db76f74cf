// The way from a summary to a placed sheet.

#include "page/fit.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "page/composer.hpp"
#include "page/fitter.hpp"
#include "page/flow.hpp"
#include "page/letterhead.hpp"
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
    note_shortened(statement, what_depth(choice), notes);
  note_shortened(summary.places, choice.places, notes);
  note_rules(summary, choice, notes);
  if (!choice.optional_facts)
    for (const auto& fact : summary.facts)
      if (!fact.needed)
        notes.push_back({Note::Kind::left_out, fact.value.source,
                         fact.value.id + " has no room on the page"});
  return notes;
}

void note_brand(BrandExtent extent, Notes& notes) {
  if (extent == BrandExtent::least)
    notes.push_back({Note::Kind::shortened, "brand",
                     "of the clinic's letterhead only its name, telephone and language "
                     "assistance have room"});
  if (extent == BrandExtent::apart)
    notes.push_back({Note::Kind::shortened, "brand",
                     "the clinic's letterhead has no room on the sheet and stands on a "
                     "page after it"});
}

/// What a sheet is made of, whatever is chosen of it.
struct Order {
  const Summary& summary;
  const Layout& layout;
  const Words& words;
  Setter& setter;
};

/// One page, for which room is made.
Fitted on_page(const Order& order, const Paper& paper, const Letterhead* letterhead) {
  const Composer composer(order.summary, order.layout, paper, order.words, order.setter);
  auto choice = Fitter(order.summary, order.layout, composer).best();
  return {composer.paint(choice, letterhead), std::move(choice)};
}

/// As many pages as everything needs.
Fitted on_pages(const Order& order, const Paper& paper, const Letterhead* letterhead,
                Strips extra_page) {
  const Flow flow(order.summary, order.layout, paper, order.words, order.setter,
                  letterhead, std::move(extra_page));
  auto choice = flow.best();
  return {flow.paint(choice), std::move(choice)};
}

/// The letterhead on a page of its own, so that the sheet has all of its paper.
Fitted with_brand_apart(const Order& order, const Paper& paper, const Brand& brand) {
  const Letterhead letterhead(brand, order.layout, paper, BrandExtent::apart,
                              order.setter);
  auto fitted = on_page(order, paper, nullptr);
  add_assistance_pages(fitted.sheet, brand, order.layout, letterhead.rest(), order.setter,
                       &letterhead);
  fitted.brand = BrandExtent::apart;
  return fitted;
}

Fitted branded(const Order& order, const Paper& paper, const Brand& brand,
               BrandExtent extent) {
  if (extent == BrandExtent::apart)
    return with_brand_apart(order, paper, brand);
  const Letterhead letterhead(brand, order.layout, paper, extent, order.setter);
  auto fitted = on_page(order, letterhead.rest(), &letterhead);
  add_assistance_pages(fitted.sheet, brand, order.layout, paper, order.setter);
  fitted.brand = extent;
  return fitted;
}

/// As much of the brand as leaves room for what must be said.
Fitted with_brand(const Order& order, const Paper& paper, const Brand& brand) {
  if (order.layout.pages == Pages::any) {
    const Letterhead letterhead(brand, order.layout, paper, BrandExtent::all,
                                order.setter);
    return on_pages(
        order, paper, &letterhead,
        assistance_strips(brand, order.layout, text_width(order.layout), order.setter));
  }
  for (const auto extent : {BrandExtent::all, BrandExtent::least})
    try {
      return branded(order, paper, brand, extent);
    } catch (const Error& error) {
      if (error.fault() != Fault::overflow)
        throw;
    }
  return branded(order, paper, brand, BrandExtent::apart);
}

Fitted placed(const Order& order, const Paper& paper, const Brand* brand) {
  if (brand != nullptr) {
    const auto layout = in_colors_of(*brand, order.layout);
    return with_brand({order.summary, layout, order.words, order.setter}, paper, *brand);
  }
  return order.layout.pages == Pages::any ? on_pages(order, paper, nullptr, {})
                                          : on_page(order, paper, nullptr);
}

}  // namespace

Noted<Fitted> fit(const Summary& summary, const Layout& layout, std::string_view paper,
                  const Words& words, Shaper& shaper, const Brand* brand) {
  Setter setter(shaper, summary.language);
  auto fitted = placed({summary, layout, words, setter}, paper_of(layout, paper), brand);
  auto notes = notes_of(summary, fitted.choice);
  note_brand(fitted.brand, notes);
  for (auto& note : shaper.take_notes())
    notes.push_back(std::move(note));
  return {std::move(fitted), std::move(notes)};
}

}  // namespace trialsheet
