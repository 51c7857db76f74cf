// Flow: the blocks of a layout in one column, on as many pages as they need.
//
// Nothing is left out and nothing shortened, so there is little to choose: how much air
// there is, and how many writing lines fill the last page.

#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "page/blocks.hpp"
#include "page/letterhead.hpp"
#include "page/paginate.hpp"

namespace trialsheet {

class Flow {
 public:
  Flow(const Summary& summary, const Layout& layout, const Paper& paper,
       const Words& words, Setter& setter, const Letterhead* letterhead = nullptr,
       Strips extra_page = {})
      : summary_(&summary),
        layout_(&layout),
        paper_(&paper),
        words_(&words),
        setter_(&setter),
        styles_(layout, setter.line_height()),
        letterhead_(letterhead),
        extra_page_(std::move(extra_page)) {}

  /// As much air as costs no further page, and writing lines to the end of theirs.
  Choice best() const;

  Sheet paint(const Choice& choice) const;

 private:
  /// A strip, the block that it is of (an index into Layout::blocks) and those that say
  /// on top of a further page what it belongs to: its section, and the rule that leads to
  /// it.
  struct Placed {
    std::size_t block;
    Strip strip;
    std::vector<const Strip*> again = {};
    bool turns = false;  ///< always begins a page
  };

  Scene scene(const Choice& choice) const {
    return {summary_,
            layout_,
            words_,
            &choice,
            setter_,
            styles_.of(choice),
            styles_.standard_body()};
  }
  Length page_height(const Scene& scene) const;
  Strips strips_of(const Scene& scene, BlockKind block) const;
  std::vector<Placed> strips(const Scene& scene) const;
  void add_brand(std::vector<Placed>& placed) const;
  Part part_of(const Placed& placed, Length page_height) const;
  std::vector<PagePlan> plan(const Scene& scene, const std::vector<Placed>& strips) const;
  std::vector<PagePlan> plan(const Choice& choice) const;
  std::vector<Length> cuts_of(const Strip& strip) const;
  int lines_for_notes(const Choice& choice) const;

  const Summary* summary_;
  const Layout* layout_;
  const Paper* paper_;
  const Words* words_;
  Setter* setter_;
  mutable ChosenStyles styles_;
  const Letterhead* letterhead_;
  Strips extra_page_;
};

}  // namespace trialsheet
