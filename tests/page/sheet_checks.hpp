// What must hold of every sheet that goes on from page to page, looked up on the Sheet
// itself: in its marks and in its tree, not in what planned them.

#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "page/fit.hpp"

namespace trialsheet::tests {

/// The ink of a text: from cap height to descender, from the first glyph to the last.
inline Box ink_of(const TextRun& run) {
  Length right;
  for (const auto& glyph : run.glyphs)
    right = std::max(right, glyph.x);
  return {{run.baseline.x, run.baseline.y - 7 * run.size / 10},
          right,
          7 * run.size / 10 + run.size / 5};
}

inline bool overlap(const Box& a, const Box& b) {
  return a.at.x < b.at.x + b.width && b.at.x < a.at.x + a.width &&
         a.at.y < b.at.y + b.height && b.at.y < a.at.y + a.height;
}

/// Runs of nothing but space have no ink.
inline bool is_inked(const TextRun& run) {
  return run.text.find_first_not_of(' ') != std::string::npos;
}

inline void check_texts(const Page& page, const Paper& paper, Length width,
                        Length least) {
  std::vector<Box> texts;
  for (const auto& item : page.items)
    if (const auto* run = std::get_if<TextRun>(&item.mark); run && is_inked(*run)) {
      CAPTURE(run->text);
      const auto box = ink_of(*run);
      CHECK(run->size >= least);
      CHECK(box.at.x >= paper.text_at.x);
      CHECK(box.at.x + box.width <= paper.text_at.x + width);
      CHECK(box.at.y >= paper.text_at.y);
      CHECK(box.at.y + box.height <= paper.text_at.y + paper.text_height);
      CHECK(std::none_of(texts.begin(), texts.end(),
                         [&](const Box& other) { return overlap(box, other); }));
      texts.push_back(box);
    }
}

/// "Page 2 of 3" and the trial's number stand on each page, outside of the tree.
inline void check_numbers(const Sheet& sheet, const std::string& nct) {
  for (std::size_t p = 0; p < sheet.pages.size(); ++p) {
    const auto wanted =
        "Page " + std::to_string(p + 1) + " of " + std::to_string(sheet.pages.size());
    int numbers = 0;
    int trials = 0;
    for (const auto& item : sheet.pages[p].items)
      if (const auto* run = std::get_if<TextRun>(&item.mark);
          run && item.node == artifact) {
        numbers += run->text == wanted ? 1 : 0;
        trials += run->text == nct ? 1 : 0;
      }
    CHECK(numbers == 1);
    CHECK(trials == 1);
  }
}

/// Texts, pages and heights of the nodes of a sheet.
struct Tree {
  std::vector<std::string> texts;            ///< of the node itself
  std::vector<std::set<std::size_t>> pages;  ///< of the node and what is below it
  std::vector<std::set<std::pair<std::size_t, std::int64_t>>> lines;  ///< likewise

  explicit Tree(const Sheet& sheet)
      : texts(sheet.structure.size()),
        pages(sheet.structure.size()),
        lines(sheet.structure.size()) {
    for (std::size_t p = 0; p < sheet.pages.size(); ++p)
      for (const auto& item : sheet.pages[p].items)
        add(sheet, p, item);
  }

 private:
  void add(const Sheet& sheet, std::size_t page, const Item& item) {
    const auto* run = std::get_if<TextRun>(&item.mark);
    if (run == nullptr || item.node == artifact)
      return;
    texts[static_cast<std::size_t>(item.node)] += run->text;
    for (int n = item.node; n >= 0;
         n = sheet.structure[static_cast<std::size_t>(n)].parent) {
      pages[static_cast<std::size_t>(n)].insert(page);
      lines[static_cast<std::size_t>(n)].insert({page, run->baseline.y.thousandths()});
    }
  }
};

inline bool is_in_an_item(const Sheet& sheet, int node) {
  for (; node >= 0; node = sheet.structure[static_cast<std::size_t>(node)].parent)
    if (sheet.structure[static_cast<std::size_t>(node)].role == Node::Role::item)
      return true;
  return false;
}

/// A rule with all that belongs to it, a question with its reason, a fact with its label:
/// on one page, unless no page could hold it.
inline void check_whole(const Sheet& sheet, int most_lines) {
  const Tree tree(sheet);
  for (std::size_t n = 0; n < sheet.structure.size(); ++n) {
    const auto& node = sheet.structure[n];
    if (node.role != Node::Role::item || is_in_an_item(sheet, node.parent))
      continue;
    CAPTURE(n, tree.texts[n], tree.lines[n].size());
    CHECK((tree.pages[n].size() == 1 ||
           static_cast<int>(tree.lines[n].size()) > most_lines));
  }
}

/// No page is empty, ends in a heading, or has a single line of its own.
inline void check_feet(const Sheet& sheet) {
  for (const auto& page : sheet.pages) {
    std::set<std::int64_t> lines;
    Node::Role last = Node::Role::document;
    for (const auto& item : page.items)
      if (const auto* run = std::get_if<TextRun>(&item.mark);
          run && item.node != artifact) {
        lines.insert(run->baseline.y.thousandths());
        last = sheet.structure[static_cast<std::size_t>(item.node)].role;
      }
    CHECK(lines.size() >= 2);
    CHECK(last != Node::Role::heading);
    CHECK(last != Node::Role::label);
    CHECK(last != Node::Role::span);  // the heads of the boxes
  }
}

/// The boxes of a row stand beside the first line of a text on the same page.
inline void check_boxes(const Sheet& sheet) {
  for (const auto& page : sheet.pages)
    for (const auto& item : page.items)
      if (const auto* frame = std::get_if<Frame>(&item.mark)) {
        const auto& box = frame->boxes.front();
        const auto middle = box.at.y + box.height / 2;
        CHECK(std::any_of(page.items.begin(), page.items.end(), [&](const Item& other) {
          const auto* run = std::get_if<TextRun>(&other.mark);
          return run && other.node != artifact && run->baseline.y > middle &&
                 run->baseline.y - middle < run->size;
        }));
      }
}

/// Spaces and line ends of any number are one.
inline std::string one_spaced(const std::string& text) {
  std::string result;
  for (const char c : text)
    if (c != ' ' && c != '\n')
      result += c;
  return result;
}

inline void check_rule_said(const std::string& all, const Rule& rule) {
  const auto& text = rule.statement.wordings.front().text;
  CAPTURE(text);
  CHECK(all.find(one_spaced(text)) != std::string::npos);
  for (const auto& child : rule.children)
    check_rule_said(all, child);
}

/// Every rule of the summary in its fullest wording; but those that another row says.
inline void check_rules_said(const Summary& summary, const Sheet& sheet) {
  std::string all;
  for (const auto& text : Tree(sheet).texts)
    all += one_spaced(text) + "\n";
  for (const auto& block : summary.rule_blocks)
    for (const auto& rule : block.rules)
      if (!rule.covered && rule.stands_for.empty())
        check_rule_said(all, rule);
}

/// All that large print promises of `summary`.
inline void check_large_print(const Summary& summary, const Layout& layout,
                              const std::string& paper, const Sheet& sheet) {
  const auto& sheet_of_paper = *layout.find_paper(paper);
  for (const auto& page : sheet.pages)
    check_texts(page, sheet_of_paper, layout.columns.front().width,
                Length::from_points(18));
  check_numbers(sheet, summary.nct);
  check_whole(sheet, 16);
  check_feet(sheet);
  check_boxes(sheet);
  check_rules_said(summary, sheet);
}

}  // namespace trialsheet::tests
