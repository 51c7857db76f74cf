// A rule without children is one row. A parent stands over the rows of its children,
// which are indented and never parted from it.

#include "page/rule_rows.hpp"

#include <algorithm>

namespace trialsheet {

using namespace literals;

namespace {

// SHEET_DESIGN, section 2; grown with the type.
constexpr Length tick_gap = 8_pt;  ///< between the text and the first of Yes, No, Ask
constexpr Length indent = 12_pt;
constexpr int deepest = 3;  ///< further levels are indented no further

/// Whether the statement in this wording says what the rule's children say.
bool is_run_in(const Rule& rule, int wording) {
  return static_cast<std::size_t>(wording) >= rule.run_in;
}

/// Whether a rule has nothing to tick itself: it leads into the rules below it, which
/// have boxes of their own, or ends in a colon, being a heading that the list took for a
/// rule.
bool is_lead(const Rule& rule, int wording) {
  if (is_run_in(rule, wording))
    return false;
  const auto& first = rule.statement.wordings.front();
  return (first.said.empty() ? first.text : first.said).ends_with(':') ||
         std::any_of(rule.children.begin(), rule.children.end(),
                     [](const Rule& child) { return !child.remark; });
}

void add_rows(const Rule& rule, int wording, int depth, Divider above, bool opens,
              std::vector<Row>& rows) {
  const bool alone = rule.children.empty() || is_run_in(rule, wording);
  const int boxes = rule.remark || is_lead(rule, wording) ? 0 : rule.ask_only ? 1 : 3;
  rows.push_back({&rule, wording, depth, above, opens, alone, boxes});
  if (alone)
    return;
  bool first = true;
  for (const auto& child : rule.children) {
    const bool part = !first && !child.remark;
    add_rows(child, wording, std::min(depth + 1, deepest),
             part ? Divider::line : Divider::none, !first, rows);
    first = false;
  }
}

}  // namespace

std::vector<Row> rows_of(const Rule& rule, int wording) {
  std::vector<Row> rows;
  add_rows(rule, wording, 0, Divider::line, true, rows);
  return rows;
}

Length beside_text(const Scene& scene) {
  const auto& rows = scene.layout->rule_rows;
  return 3 * rows.answer + rows.write;
}

Length indent_of(const Scene& scene, const Row& row) {
  return row.depth * scene.layout->grown(indent);
}

const SetText& row_text(const Scene& scene, int column, const Row& row) {
  const auto width = scene.width(column) - scene.layout->grown(tick_gap) -
                     beside_text(scene) - indent_of(scene, row);
  return scene.set(scene.wording(row.rule->statement, row.wording), scene.styles.body,
                   width);
}

RowAir row_air(const Scene& scene, int column) {
  return {scene.elastic(scene.layout->measures.row_padding, column),
          scene.elastic(scene.layout->rule_rows.height, column)};
}

}  // namespace trialsheet
