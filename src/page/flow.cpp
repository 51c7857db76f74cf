// Strips in the order of the blocks, planned onto pages and painted there.

#include "page/flow.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

#include "base/error.hpp"
#include "base/isolate.hpp"

namespace trialsheet {

using namespace literals;

namespace {

// As at the foot of a single page (SHEET_DESIGN, sections 3 and 4).
constexpr Length section_rule = 1.2_pt;
constexpr Length foot_gap = 9_pt;    ///< above the rule at the foot
constexpr Length foot_inset = 3_pt;  ///< from a rule to its text

/// Air is tried in steps of this many.
constexpr int air_step = 4;

bool is_foot(BlockKind block) {
  return block == BlockKind::source || block == BlockKind::dates;
}

Length height_of(const Item& item) {
  if (const auto* run = std::get_if<TextRun>(&item.mark))
    return run->baseline.y;
  if (const auto* fill = std::get_if<Fill>(&item.mark))
    return fill->boxes.front().at.y;
  if (const auto* frame = std::get_if<Frame>(&item.mark))
    return frame->boxes.front().at.y;
  if (const auto* image = std::get_if<Image>(&item.mark))
    return image->box.at.y;
  return std::get<LinkArea>(item.mark).box.at.y;
}

void lower(std::vector<Box>& boxes, Length by) {
  for (auto& box : boxes)
    box.at.y += by;
}

void lower(Item& item, Length by) {
  if (auto* run = std::get_if<TextRun>(&item.mark))
    run->baseline.y += by;
  else if (auto* fill = std::get_if<Fill>(&item.mark))
    lower(fill->boxes, by);
  else if (auto* frame = std::get_if<Frame>(&item.mark))
    lower(frame->boxes, by);
  else if (auto* image = std::get_if<Image>(&item.mark))
    image->box.at.y += by;
  else
    std::get<LinkArea>(item.mark).box.at.y += by;
}

/// Paints the strips of a plan, page by page.
class Press {
 public:
  Press(Sheet& sheet, Painter& painter, const Layout& layout, const Paper& paper)
      : sheet_(&sheet), painter_(&painter), layout_(&layout), paper_(&paper) {}

  void next_page() { painter_->next_page(paper_->width, paper_->height); }

  void strip(const Strip& strip, const Slice& slice, Branch& branch) {
    if (slice.from > Length()) {
      rest(slice);
      return;
    }
    const auto at = place(slice.top);
    if (strip.section_rule)
      rule(at);
    const auto before = items().size();
    strip.paint(*painter_, at, branch);
    if (slice.to < strip.height)
      keep(before, at.y, slice.to);
  }

  /// Something on the page that screen readers are not told again.
  /// Returns where it ends.
  Length decoration(const Strip& strip, Length top) {
    Branch branch;
    painter_->decorate(true);
    if (strip.section_rule)
      rule(place(top));
    strip.paint(*painter_, place(top), branch);
    painter_->decorate(false);
    return top + strip.height;
  }

  void foot(const SetText& page, const SetText& number, Length top) {
    painter_->decorate(true);
    rule(place(top));
    painter_->text(page, place(top + foot_inset), artifact);
    painter_->text(number, place(top + foot_inset), artifact, Align::end);
    painter_->decorate(false);
  }

 private:
  std::vector<Item>& items() { return sheet_->pages.back().items; }

  Point place(Length top) const {
    return {paper_->text_at.x + layout_->columns.front().left, paper_->text_at.y + top};
  }

  void rule(Point at) {
    painter_->fill({{at, layout_->columns.front().width, section_rule}}, layout_->ink);
  }

  /// Takes from the page what is below the cut of a strip that begins at `top`.
  void keep(std::size_t before, Length top, Length cut) {
    const auto first = items().begin() + static_cast<std::ptrdiff_t>(before);
    const auto below = std::stable_partition(first, items().end(), [&](const Item& item) {
      return height_of(item) < top + cut;
    });
    kept_.assign(std::make_move_iterator(below), std::make_move_iterator(items().end()));
    items().erase(below, items().end());
    kept_top_ = top;
  }

  /// The part of a kept strip that stands on this page.
  void rest(const Slice& slice) {
    const auto at = place(slice.top);
    const auto by = at.y - slice.from - kept_top_;
    for (auto& item : kept_)
      lower(item, by);
    auto kept = std::exchange(kept_, {});
    const auto before = items().size();
    items().insert(items().end(), std::make_move_iterator(kept.begin()),
                   std::make_move_iterator(kept.end()));
    keep(before, at.y - slice.from, slice.to);
  }

  Sheet* sheet_;
  Painter* painter_;
  const Layout* layout_;
  const Paper* paper_;
  std::vector<Item> kept_;  ///< of a strip that goes on
  Length kept_top_;  ///< where that strip began, on the page that it was taken from
};

}  // namespace

Length Flow::page_height(const Scene& scene) const {
  return paper_->text_height - foot_gap - foot_inset - scene.styles.detail.leading;
}

Strips Flow::strips_of(const Scene& scene, BlockKind block) const {
  const int column = 0;
  const auto gap = scene.elastic(layout_->measures.section_gap, column);
  if (block == BlockKind::banner)
    return banner_strips(scene, scene.width(column));
  if (block == BlockKind::notes)
    return {notes_strip(scene, column, gap, scene.choice->note_lines.front())};
  auto strips = is_foot(block) ? footer_strips(scene, block, column)
                               : block_strips(scene, block, column);
  if (block == BlockKind::code || block == BlockKind::source)
    strips.front() = below_rule(scene, block, std::move(strips.front()), gap);
  if (is_foot(block))
    strips.front().tie = Tie::loose;
  return strips;
}

std::vector<Flow::Placed> Flow::strips(const Scene& scene) const {
  std::vector<Placed> placed;
  for (std::size_t b = 0; b < layout_->blocks.size(); ++b)
    for (auto& strip : strips_of(scene, layout_->blocks[b].kind))
      placed.push_back({b, std::move(strip)});
  add_brand(placed);
  const Strip* section = nullptr;
  const Strip* leading = nullptr;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const auto& strip = placed[i].strip;
    if (strip.section_rule || (i > 0 && placed[i].block != placed[i - 1].block))
      section = nullptr;
    if (strip.tie == Tie::none || section == nullptr)
      leading = nullptr;
    for (const auto* again : {section, leading})
      if (again != nullptr)
        placed[i].again.push_back(again);
    if (!strip.again.empty())
      (strip.section_rule ? section : leading) = &strip.again.front();
  }
  return placed;
}

/// The letterhead around the sheet, and the brand's own page after it.
void Flow::add_brand(std::vector<Placed>& placed) const {
  if (letterhead_ == nullptr)
    return;
  const auto last = layout_->blocks.size() - 1;
  placed.insert(placed.begin(), {0, letterhead_->head_strip()});
  if (letterhead_->has_foot())
    placed.push_back({last, tied(letterhead_->foot_strip(), Tie::loose)});
  const auto before = placed.size();
  for (const auto& strip : extra_page_)
    placed.push_back({last, strip});
  if (placed.size() > before)
    placed[before].turns = true;
}

/// Between its lines: somewhat below each baseline, where descenders end.
std::vector<Length> Flow::cuts_of(const Strip& strip) const {
  Sheet sheet;
  sheet.structure.push_back({});
  Painter painter(sheet, summary_->record_language, paper_->width, setter_->base());
  painter.next_page(paper_->width, paper_->height);
  Branch branch;
  strip.paint(painter, {}, branch);
  std::vector<Length> cuts;
  for (const auto& item : sheet.pages.front().items)
    if (const auto* run = std::get_if<TextRun>(&item.mark))
      cuts.push_back(run->baseline.y + run->size / 3);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  if (!cuts.empty())
    cuts.pop_back();
  return cuts;
}

Part Flow::part_of(const Placed& placed, Length page_height) const {
  const auto& strip = placed.strip;
  Part part{strip.above, strip.height, strip.tie, {}};
  for (const auto* again : placed.again)
    part.again += again->height;
  const bool is_text = layout_->blocks[placed.block].kind != BlockKind::code;
  if (is_text && part.height > page_height - part.again)
    part.cuts = cuts_of(strip);
  return part;
}

std::vector<PagePlan> Flow::plan(const Scene& scene,
                                 const std::vector<Placed>& strips) const {
  const auto height = page_height(scene);
  std::vector<PagePlan> pages;
  for (std::size_t first = 0, last = 0; first < strips.size(); first = last) {
    std::vector<Part> parts;
    for (last = first; last < strips.size() && (last == first || !strips[last].turns);
         ++last)
      parts.push_back(part_of(strips[last], height));
    for (auto& page : paginate(parts, height)) {
      for (auto& slice : page)
        slice.part += first;
      pages.push_back(std::move(page));
    }
  }
  for (const auto& page : pages)
    if (page.back().end() > height)
      throw Error(Fault::overflow, "layout \"" + layout_->name + "\"",
                  "what must stay together needs more than a page; a higher text box, or "
                  "smaller type, would hold it");
  return pages;
}

std::vector<PagePlan> Flow::plan(const Choice& choice) const {
  const auto here = scene(choice);
  return plan(here, strips(here));
}

/// Those that the page of the writing lines has room for beyond the least.
int Flow::lines_for_notes(const Choice& choice) const {
  const auto here = scene(choice);
  const auto all = strips(here);
  for (const auto& page : plan(here, all))
    for (const auto& slice : page)
      if (layout_->blocks[all[slice.part].block].kind == BlockKind::notes) {
        const auto left = page_height(here) - page.back().end();
        return layout_->least_note_lines +
               static_cast<int>(left.thousandths() / layout_->note_line.thousandths());
      }
  return layout_->least_note_lines;
}

Choice Flow::best() const {
  auto choice = everything(*summary_, *layout_);
  choice.what = summary_->what_explained.empty() ? 0 : -1;
  choice.note_lines.front() = layout_->least_note_lines;
  const auto fewest = plan(choice).size();
  for (int air = most_air; air > 0; air -= air_step) {
    choice.air.front() = air;
    if (plan(choice).size() == fewest)
      break;
    choice.air.front() = 0;
  }
  choice.note_lines.front() = lines_for_notes(choice);
  return choice;
}

Sheet Flow::paint(const Choice& choice) const {
  const auto here = scene(choice);
  Sheet sheet;
  sheet.language = summary_->language;
  sheet.right_to_left = setter_->base() == Direction::right_to_left;
  sheet.title = without_isolates(summary_->document_title);
  sheet.structure.push_back({});
  Painter painter(sheet, summary_->record_language, paper_->width, setter_->base());
  Press press(sheet, painter, *layout_, *paper_);
  const auto all = strips(here);
  const auto pages = plan(here, all);
  const auto& style = here.styles.detail;
  const auto& number = here.set(summary_->nct, style, here.width(0));
  Branch branch;
  std::size_t block = 0;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    press.next_page();
    Length top;
    for (const auto* again : all[pages[p].front().part].again)
      top = press.decoration(*again, top);
    for (const auto& slice : pages[p]) {
      if (const auto of = all[slice.part].block; std::exchange(block, of) != of)
        branch = {};
      press.strip(all[slice.part].strip, slice, branch);
    }
    const auto line =
        page_line(*words_, static_cast<int>(p) + 1, static_cast<int>(pages.size()));
    press.foot(here.set(line, style, here.width(0)), number,
               page_height(here) + foot_gap);
  }
  return sheet;
}

}  // namespace trialsheet
