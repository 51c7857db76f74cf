// Fills pages from the top: what is tied together goes to the next page together, and is
// parted, at its loosest ties first, only if it is higher than a page.

#include "page/paginate.hpp"

#include <algorithm>

namespace trialsheet {

namespace {

/// Parts [first, last).
struct Range {
  std::size_t first;
  std::size_t last;
};

class Book {
 public:
  Book(const std::vector<Part>& parts, Length height) : parts_(&parts), height_(height) {
    turn();
  }

  void place_all() {
    for (const auto& range : ranges({0, parts_->size()}, Tie::none))
      place(range, Tie::none);
  }

  std::vector<PagePlan> take() { return std::move(pages_); }

 private:
  const Part& part(std::size_t index) const { return (*parts_)[index]; }
  PagePlan& page() { return pages_.back(); }
  void turn() { pages_.emplace_back(); }

  /// Where `index` would begin on this page.
  Length top_of(std::size_t index) {
    return page().empty() ? part(index).again : page().back().end() + part(index).above;
  }

  /// What the parts of `range` take from the top of the first on.
  Length height_of(Range range) const {
    Length height;
    for (auto i = range.first; i < range.last; ++i)
      height += part(i).height + (i == range.first ? Length() : part(i).above);
    return height;
  }

  bool fits(Range range) { return top_of(range.first) + height_of(range) <= height_; }

  void put(std::size_t index) {
    page().push_back({index, {}, part(index).height, top_of(index)});
  }

  /// `range` parted where its parts are tied by no more than `tie`.
  std::vector<Range> ranges(Range range, Tie tie) const {
    std::vector<Range> found;
    for (auto i = range.first; i < range.last; ++i)
      if (found.empty() || part(i).tie <= tie)
        found.push_back({i, i + 1});
      else
        found.back().last = i + 1;
    return found;
  }

  /// Places parts that are tied by more than `tie`.
  void place(Range range, Tie tie) {
    if (!fits(range) && fits_alone(range))
      turn();
    if (fits(range)) {
      for (auto i = range.first; i < range.last; ++i)
        put(i);
      return;
    }
    if (tie == Tie::none) {
      for (const auto& inner : ranges(range, Tie::loose))
        place(inner, Tie::loose);
      return;
    }
    for (auto i = range.first; i < range.last; ++i)
      put_or_cut(range, i);
  }

  bool fits_alone(Range range) const {
    return part(range.first).again + height_of(range) <= height_;
  }

  bool is_over_a_page(const Part& part) const {
    return part.height > height_ - part.again;
  }

  /// How much of a part has to stand below what it is tied to.
  Length beginning(const Part& part) const {
    return part.above +
           (is_over_a_page(part) && part.cuts.size() > 1 ? part.cuts[1] : part.height);
  }

  /// One of the closely tied parts of a range that no page holds.
  void put_or_cut(Range range, std::size_t index) {
    if (is_over_a_page(part(index))) {
      cut(index);
      return;
    }
    auto needed = part(index).height;
    if (index + 1 < range.last)
      needed += beginning(part(index + 1));
    if (needed > height_ - top_of(index) && !page().empty())
      turn();
    put(index);
  }

  void cut(std::size_t index) {
    Length from;
    while (part(index).height - from > height_ - top_of(index)) {
      const auto to = last_cut(part(index), from, height_ - top_of(index));
      if (to > from) {
        page().push_back({index, from, to, top_of(index)});
        from = to;
      } else if (page().empty()) {
        break;  // nowhere to cut: it stands out
      }
      turn();
    }
    page().push_back({index, from, part(index).height, top_of(index)});
  }

  /// The last cut that leaves two lines or more on either side and no more than `room`
  /// above it; `from` if there is none.
  static Length last_cut(const Part& part, Length from, Length room) {
    auto best = from;
    for (std::size_t i = 1; i + 1 < part.cuts.size(); ++i)
      if (part.cuts[i] > from && part.cuts[i - 1] > from && part.cuts[i] - from <= room)
        best = part.cuts[i];
    return best;
  }

  const std::vector<Part>* parts_;
  Length height_;
  std::vector<PagePlan> pages_;
};

}  // namespace

std::vector<PagePlan> paginate(const std::vector<Part>& parts, Length height) {
  Book book(parts, height);
  book.place_all();
  return book.take();
}

}  // namespace trialsheet
