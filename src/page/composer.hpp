// The composer: what a choice looks like on paper, first in heights, then in marks.

#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "page/blocks.hpp"

namespace trialsheet {

/// Remembers the heights of blocks for the choices they were asked with: of one choice
/// and the next most blocks are the same. For one thread.
class Composer {
 public:
  Composer(const Summary& summary, const Layout& layout, const Paper& paper,
           const Words& words, Setter& setter)
      : summary_(&summary),
        layout_(&layout),
        paper_(&paper),
        words_(&words),
        setter_(&setter) {}

  /// What each column has left, without writing lines; negative where it overflows.
  std::vector<Length> spare(const Choice& choice) const;

  Scene scene(const Choice& choice) const {
    return make_scene(*summary_, *layout_, *words_, choice, *setter_);
  }

  /// The row of columns that `column` stands in; rows follow each other down the page.
  int row_of(int column) const;
  bool is_in_last_row(int column) const;

  /// The space above writing lines in a column.
  Length notes_gap(const Choice& choice, int column) const;

  /// How many spaces of a column can take a share of what it has left.
  int gaps(const Choice& choice, int column) const;

  /// Every mark of `choice`, which must not overflow, on one page.
  Sheet paint(const Choice& choice) const;

 private:
  /// A strip, the block it is of (an index into Layout::blocks) and its place.
  struct Placed {
    std::size_t block;
    Strip strip;
    Length top;
  };
  using Stack = std::vector<Placed>;

  /// Whether strips are only measured, or will be painted.
  enum class Use { to_measure, to_paint };

  const Strips& measured(const Scene& scene, std::size_t block) const;
  Length row_gap(const Scene& scene, int row) const;
  Stack stack(const Scene& scene, int column, Use use) const;
  std::vector<Stack> stacks(const Scene& scene, Use use) const;
  std::vector<Placed*> stretchable(Stack& stack) const;
  void level(const Choice& choice, int row, std::vector<Stack>& stacks) const;
  Length end_of_row(int row, const std::vector<Stack>& stacks) const;
  Length end_of_column(std::size_t column, const std::vector<Stack>& stacks) const;
  Length place_row(int row, Length top, std::vector<Stack>& stacks) const;
  Length text_width() const;
  Length banner_height(const Scene& scene) const;
  Length footer_height(const Scene& scene) const;
  Length footer_text_height(const Scene& scene) const;
  void add_notes(const Scene& scene, std::vector<Stack>& stacks) const;
  void paint_banner(const Scene& scene, Painter& painter) const;
  void paint_footer(const Scene& scene, const Block& block, Painter& painter) const;
  void paint_block(std::size_t block, const std::vector<Stack>& stacks, Point origin,
                   Painter& painter) const;

  const Summary* summary_;
  const Layout* layout_;
  const Paper* paper_;
  const Words* words_;
  Setter* setter_;
  /// What cannot be painted, by what decides it.
  mutable std::unordered_map<std::string, Strips> measured_;
  mutable std::unordered_map<std::string, Length> frame_heights_;
};

}  // namespace trialsheet
