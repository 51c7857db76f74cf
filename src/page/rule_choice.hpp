// Rule choice: which rules get the room there is, and in which wordings.
//
// A knapsack: the rules shown are those of the greatest worth together, each whole and in
// its lowest wording; room that is left makes wordings fuller again.

#pragma once

#include <vector>

#include "page/pack.hpp"
#include "page/rule_heights.hpp"

namespace trialsheet {

/// Of each rule the wording that takes least height, the fullest of equals. Lines that
/// stand for several rules stay off the page.
ShownRules lowest_wordings(const Scene& scene, RuleHeights& heights);

struct RuleChoice {
  ShownRules shown;
  int worth = 0;
};

/// Chooses for any number of rooms, as long as the size of the text and the air of the
/// scene stay as they are.
class RuleChooser {
 public:
  RuleChooser(const Scene& scene, RuleHeights& heights);

  /// Whether it can choose for `scene`.
  bool is_for(const Scene& scene) const;

  /// The rules of the most worth that fit into `room`, and their worth together. `room`
  /// is what the column has left if no rule at all is shown.
  RuleChoice choose(const Scene& scene, Length room);

 private:
  /// A rule or a line for several in its lowest wording.
  struct Candidate {
    std::size_t block;
    std::size_t rule;
    int wording;
    int worth;
    int steps;  ///< its height
  };
  using Candidates = std::vector<Candidate>;
  class Room;
  class Grouping;

  static Candidates candidates(const Scene& scene, RuleHeights& heights);
  const Rule& rule_of(const Candidate& candidate) const;
  Length freed_by_first_rule(const Scene& scene, std::size_t block) const;
  Candidates pack_blocks(Length room);
  Candidates unworthy_left(const ShownRules& shown) const;
  void lengthen(const Scene& scene, Candidates chosen, Length left,
                ShownRules& shown) const;

  const Summary* summary_;
  RuleHeights* heights_;
  int body_;
  int air_;
  Candidates all_;
  std::vector<Length> freed_;  ///< of each block, by its first rule
  Packer packer_;
};

}  // namespace trialsheet
