// The composer: what a choice looks like on paper, first in heights, then in marks.

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "page/blocks.hpp"
#include "page/rule_heights.hpp"

namespace trialsheet {

class Letterhead;

/// Remembers the heights of blocks for the choices they were asked with: of one choice
/// and the next most blocks are the same. For one thread.
class Composer {
 public:
  Composer(const Summary& summary, const Layout& layout, const Paper& paper,
           const Words& words, Setter& setter);

  /// What each column has left, without writing lines; negative where it overflows.
  /// Valid until it is asked for again.
  const std::vector<Length>& spare(const Choice& choice) const;

  Scene scene(const Choice& choice) const {
    return {summary_,
            layout_,
            words_,
            &choice,
            setter_,
            styles_.of(choice),
            styles_.standard_body()};
  }

  /// What a block, an index into Layout::blocks, takes of its column.
  Extent extent(const Scene& scene, std::size_t block) const;

  /// The heights of rules, which choices of rules ask for too.
  RuleHeights& rule_heights() const { return rules_; }

  /// The height of the line that counts the rules of a choice.
  Length count_height(const Scene& scene) const;

  /// The row of columns that `column` stands in; rows follow each other down the page.
  int row_of(int column) const;
  bool is_in_last_row(int column) const;

  /// The space above writing lines in a column.
  Length notes_gap(const Choice& choice, int column) const;

  /// How many spaces of a column can take a share of what it has left.
  int gaps(const Choice& choice, int column) const;

  /// Every mark of `choice`, which must not overflow, on one page; with a letterhead
  /// around it, whose rest() the paper then is.
  Sheet paint(const Choice& choice, const Letterhead* letterhead = nullptr) const;

 private:
  /// From the rule over the footer to its text (SHEET_DESIGN, section 4).
  static constexpr Length footer_inset = Length::from_thousandths(3'000);

  /// A block and its place in its column.
  struct Placed {
    std::size_t block;
    Extent extent;
    Length top;          ///< of its first strip
    Length stretch;      ///< added above each further strip that has white space there
    bool ruled = false;  ///< a rule was put over it

    Length end() const { return top + extent.height; }
  };
  using Stack = std::vector<Placed>;

  /// What decides how a block looks, beside the type and the text: the parts of the
  /// choice that are of it.
  struct Part {
    int body;
    int air;
    int wording;
    int more;

    friend bool operator==(const Part&, const Part&) = default;
  };
  struct Known {
    Part part;
    std::vector<int> questions;
    Extent extent;
  };
  /// Of one block; `last`: the index of what it was asked for last.
  struct KnownBlock {
    std::vector<Known> all;
    std::size_t last = 0;
  };
  struct KnownCount {
    std::string shown;  ///< of each rule of all blocks, whether it is
    Length height;
  };

  static Part part_of(const Choice& choice, const Block& block);
  Extent remembered(const Scene& scene, std::size_t block) const;
  int first_row() const;
  int last_row() const;
  Length row_gap(const Scene& scene, int row) const;
  void fill(Stack& stack, const Scene& scene, int column) const;
  const std::vector<Stack>& stacks(const Scene& scene) const;
  void begin_column(const Scene& scene, int column, Placed& first) const;
  int stretch(Stack& stack, Length by) const;
  std::pair<Placed*, Length> lower_part(Stack& stack) const;
  void level(const Choice& choice, int row, std::vector<Stack>& stacks) const;
  Length end_of_row(int row, const std::vector<Stack>& stacks) const;
  Length end_of_column(std::size_t column, const std::vector<Stack>& stacks) const;
  Length place_row(int row, Length top, std::vector<Stack>& stacks) const;
  Length text_width() const;
  Length banner_height(const Scene& scene) const;
  Length footer_height(const Scene& scene) const;
  Length footer_text_height(const Scene& scene) const;
  void paint_banner(const Scene& scene, Painter& painter) const;
  void paint_footer(const Scene& scene, const Block& block, Painter& painter) const;
  void paint_notes(const Scene& scene, const std::vector<Stack>& stacks, Point origin,
                   Painter& painter) const;
  void paint_block(const Scene& scene, std::size_t block,
                   const std::vector<Stack>& stacks, Point origin,
                   Painter& painter) const;
  void paint_strip(const Strip& strip, std::size_t column, Point at, Painter& painter,
                   Branch& branch) const;

  const Summary* summary_;
  const Layout* layout_;
  const Paper* paper_;
  const Words* words_;
  Setter* setter_;
  mutable ChosenStyles styles_;
  std::vector<std::vector<std::size_t>> blocks_;  ///< of each column
  mutable RuleHeights rules_;
  mutable QuestionHeights questions_;
  mutable std::vector<KnownBlock> known_;  ///< of each block
  mutable std::vector<KnownCount> counts_;
  /// What count_height() was last asked for.
  mutable ShownRules counted_;
  mutable std::string shown_;
  mutable Length counted_height_;
  /// Choices are weighed by the hundred; their columns take turns in the same memory.
  mutable std::vector<Stack> stacks_;
  mutable std::vector<Length> spare_;
  mutable std::vector<std::pair<int, Length>> banner_heights_;  ///< by its wording
  mutable std::optional<Length> footer_height_;
};

}  // namespace trialsheet
