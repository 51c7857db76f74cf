// Heights are filled in when they are first asked for.

#include "page/rule_heights.hpp"

#include <algorithm>

namespace trialsheet {

namespace {

constexpr Length unknown = Length::from_thousandths(-1);

}  // namespace

RuleHeights::RuleHeights(const Summary& summary, int column)
    : summary_(&summary), column_(column) {
  for (const auto& block : summary.rule_blocks) {
    first_rule_.push_back(first_wording_.size());
    for (const auto& rule : block.rules) {
      first_wording_.push_back(wordings_);
      wordings_ += rule.statement.wordings.size();
    }
  }
}

int RuleHeights::air(const Scene& scene) const {
  return scene.choice->air[static_cast<std::size_t>(column_)];
}

RuleHeights::Rows& RuleHeights::rows(const Scene& scene) {
  for (auto& rows : rows_)
    if (rows.body == scene.choice->body)
      return rows;
  rows_.push_back({scene.choice->body, {}});
  rows_.back().of_wording.resize(wordings_);
  return rows_.back();
}

RuleHeights::Heights& RuleHeights::heights(const Scene& scene) {
  for (auto& heights : heights_)
    if (heights.body == scene.choice->body && heights.air == air(scene))
      return heights;
  heights_.push_back({scene.choice->body, air(scene), {}});
  heights_.back().of_wording.assign(wordings_, unknown);
  return heights_.back();
}

Length RuleHeights::measure(const Scene& scene, std::size_t index, const Rule& rule,
                            int wording) {
  auto& rows = this->rows(scene).of_wording[index];
  if (rows.empty())
    for (const auto& row : rows_of(rule, wording))
      rows.push_back(
          {row_text(scene, column_, row).height(), row.paddings(), row.boxes > 0});
  const auto air = row_air(scene, column_);
  Length height;
  for (const auto& row : rows)
    height += row_height(row.text, row.paddings, row.has_boxes, air);
  return height;
}

Length RuleHeights::height(const Scene& scene, Heights& known, std::size_t block,
                           std::size_t rule, int wording) {
  const auto at = index(block, rule, wording);
  auto& height = known.of_wording[at];
  if (height == unknown)
    height = measure(scene, at, summary_->rule_blocks[block].rules[rule], wording);
  return height;
}

Length RuleHeights::rule(const Scene& scene, std::size_t block, std::size_t rule,
                         int wording) {
  if (summary_->rule_blocks[block].rules[rule].covered)
    return {};
  return height(scene, heights(scene), block, rule, wording);
}

Length RuleHeights::measure_around(const Scene& scene, Around what,
                                   const RuleBlock& block) const {
  if (what == Around::sentence)
    return sentence_height(scene, column_,
                           block.empty.empty() ? block.none_shown : block.empty);
  return heading_height(scene, column_, block, what == Around::heading_with_heads);
}

Length RuleHeights::around(const Scene& scene, Around what, std::size_t block) {
  const int body = scene.choice->body;
  for (const auto& known : around_)
    if (known.what == what && known.block == block && known.body == body &&
        known.air == air(scene))
      return known.height;
  const auto height = measure_around(scene, what, summary_->rule_blocks[block]);
  around_.push_back({what, block, body, air(scene), height});
  return height;
}

Length RuleHeights::heading(const Scene& scene, std::size_t block, bool has_heads) {
  return around(scene, has_heads ? Around::heading_with_heads : Around::heading, block);
}

Length RuleHeights::sentence(const Scene& scene, std::size_t block) {
  return around(scene, Around::sentence, block);
}

const Extent& RuleHeights::extent(const Scene& scene) {
  const auto& choice = *scene.choice;
  if (last_.body != choice.body || last_.air != air(scene) ||
      last_.shown != choice.rules) {
    last_.body = choice.body;
    last_.air = air(scene);
    last_.shown = choice.rules;
    last_.extent = sum(scene);
  }
  return last_.extent;
}

Extent RuleHeights::sum(const Scene& scene) {
  Extent extent;
  auto& known = heights(scene);
  for (std::size_t b = 0; b < summary_->rule_blocks.size(); ++b) {
    const auto& block = summary_->rule_blocks[b];
    const auto& shown = scene.choice->rules[b];
    Length rows;
    bool has_rows = false;
    for (std::size_t r = 0; r < shown.size(); ++r)
      if (shown[r] != not_shown && !block.rules[r].covered) {
        rows += height(scene, known, b, r, shown[r]);
        has_rows = true;
      }
    if (!has_rows && block.empty.empty() && block.none_shown.empty())
      continue;
    extent.add(above_block(scene, column_, extent.is_empty()),
               heading(scene, b, has_rows) + rows, true);
    if (!has_rows || !block.empty.empty())
      extent.add({}, sentence(scene, b), false);
  }
  return extent;
}

}  // namespace trialsheet
