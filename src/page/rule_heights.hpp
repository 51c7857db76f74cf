// Rule heights: what rules, and what stands around them, take of their column. Choices
// are weighed by the hundred; here their rules are sums of what was measured once.

#pragma once

#include <cstdint>
#include <vector>

#include "page/blocks.hpp"
#include "page/rule_rows.hpp"

namespace trialsheet {

/// Of one summary, layout and column. For one thread.
class RuleHeights {
 public:
  RuleHeights(const Summary& summary, int column);

  int column() const { return column_; }

  /// A rule in one of its wordings; nothing for one that another row says.
  Length rule(const Scene& scene, std::size_t block, std::size_t rule, int wording);

  /// What no rule takes less than: one line.
  Length least(const Scene& scene) const {
    return row_height(scene.styles.body.leading, 2, false, row_air(scene, column_));
  }

  /// A block's heading without the space above it.
  Length heading(const Scene& scene, std::size_t block, bool has_heads);

  /// The sentence that a block has instead of rules.
  Length sentence(const Scene& scene, std::size_t block);

  /// The strips of rules_strips() together.
  const Extent& extent(const Scene& scene);

 private:
  struct Row {
    Length text;
    int paddings;
    bool has_boxes;
  };
  /// With one size of body text: of each wording its rows.
  struct Rows {
    int body;
    std::vector<std::vector<Row>> of_wording;
  };
  /// And with an amount of air: of each wording its height, or `unknown`.
  struct Heights {
    int body;
    int air;
    std::vector<Length> of_wording;
  };
  /// What stands around rules.
  enum class Around { heading, heading_with_heads, sentence };
  struct Known {
    Around what;
    std::size_t block;
    int body;
    int air;
    Length height;
  };

  std::size_t index(std::size_t block, std::size_t rule, int wording) const {
    return first_wording_[first_rule_[block] + rule] + static_cast<std::size_t>(wording);
  }
  int air(const Scene& scene) const;
  Rows& rows(const Scene& scene);
  Heights& heights(const Scene& scene);
  Length height(const Scene& scene, Heights& known, std::size_t block, std::size_t rule,
                int wording);
  Length measure(const Scene& scene, std::size_t index, const Rule& rule, int wording);
  Length around(const Scene& scene, Around what, std::size_t block);
  Extent sum(const Scene& scene);
  Length measure_around(const Scene& scene, Around what, const RuleBlock& block) const;

  const Summary* summary_;
  int column_;
  std::vector<std::size_t> first_rule_;     ///< of each block
  std::vector<std::size_t> first_wording_;  ///< of each rule of all blocks
  std::size_t wordings_ = 0;
  std::vector<Rows> rows_;
  std::vector<Heights> heights_;
  std::vector<Known> around_;
  /// What extent() was last asked for: the choices that follow often show the same.
  struct Last {
    int body = -1;
    int air = 0;
    ShownRules shown;
    Extent extent;
  };
  Last last_;
};

}  // namespace trialsheet
