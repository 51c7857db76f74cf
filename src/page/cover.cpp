// Sets the table of a bundle and paints it page by page.

#include "page/cover.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/isolate.hpp"
#include "page/cover_table.hpp"
#include "page/letterhead.hpp"
#include "page/paginate.hpp"
#include "words/words.hpp"

namespace trialsheet {

using namespace literals;

namespace {

constexpr Length hairline = 0.3_pt;
constexpr Length section_rule = 1.2_pt;

/// A text in its box, and what it is in the tree.
struct Cell {
  const SetText* text = nullptr;
  Length left;
  Node::Role role = Node::Role::cell;
  std::string language = {};
  int to_sheet = -1;
  std::string description = {};    ///< of the link
  const SetText* below = nullptr;  ///< a second paragraph
  Align align = Align::start;

  Length height() const {
    return text->height() + (below == nullptr ? Length() : below->height());
  }
};

void paint_cell(Painter& painter, const Cell& cell, Point at, int row) {
  const int node = painter.add_node(cell.role, row);
  const Point own{at.x + cell.left, at.y};
  int inside = painter.add_node(Node::Role::paragraph, node);
  if (cell.to_sheet >= 0 && inside != artifact) {
    inside = painter.add_node(Node::Role::link, inside, cell.language);
    painter.link({own, cell.text->width, cell.text->height()}, cell.to_sheet,
                 cell.description, inside);
  }
  painter.text(*cell.text, own, inside, cell.align);
  if (cell.below != nullptr)
    painter.text(*cell.below, {own.x, own.y + cell.text->height()},
                 painter.add_node(Node::Role::paragraph, node));
}

/// The nodes that the rows of a table share while they are painted.
struct TableNodes {
  int table = artifact;
  int body = artifact;
};

class CoverMaker {
 public:
  CoverMaker(const CoverOrder& order, const Layout& layout, const Words& words,
             Setter& setter)
      : order_(&order),
        layout_(&layout),
        words_(&words),
        setter_(&setter),
        table_(order, layout, words, setter) {}

  Strips strips();

 private:
  const SetText& set(std::string_view text, const TextStyle& style, Length width) const {
    return setter_->set(text, style, width);
  }
  Cell cell_of(const CoverText& text, std::size_t column) const {
    return {&set(text.text, *text.style, table_.width_of(column)),
            table_.left_of(column)};
  }
  std::string head(const char* key) const { return words_->text(key); }
  Strip text_strip(const std::string& text, const TextStyle& style, Length above,
                   Node::Role role) const;
  Strip row_strip(std::vector<Cell> cells, std::shared_ptr<TableNodes> nodes,
                  bool is_head) const;
  Strip heads_strip(const std::shared_ptr<TableNodes>& nodes) const;
  std::vector<Cell> cells_of(const CoverRow& row, int index) const;
  std::string link_text(const CoverRow& row) const;
  void add_large(const CoverRow& row, int index, Strips& strips) const;
  void add_footer(Strips& strips) const;

  const CoverOrder* order_;
  const Layout* layout_;
  const Words* words_;
  Setter* setter_;
  CoverTable table_;
};

Strip CoverMaker::text_strip(const std::string& text, const TextStyle& style,
                             Length above, Node::Role role) const {
  const auto& set_text = set(text, style, table_.width());
  return {above, set_text.height(), false,
          [&set_text, role](Painter& painter, Point at, Branch& branch) {
            painter.text(set_text, at, painter.add_node(role, branch.parent));
          }};
}

/// A row with a hairline above it; the head of a table has a thick rule and begins it.
Strip CoverMaker::row_strip(std::vector<Cell> cells, std::shared_ptr<TableNodes> nodes,
                            bool is_head) const {
  Length height;
  for (const auto& cell : cells)
    height = std::max(height, cell.height());
  const auto padding = layout_->measures.row_padding.most;
  const auto rule = is_head ? section_rule : layout_->grown(hairline);
  return {{},
          height + 2 * padding,
          false,
          [cells = std::move(cells), nodes = std::move(nodes), is_head, padding, rule,
           width = table_.width(),
           ink = layout_->ink](Painter& painter, Point at, Branch& branch) {
            painter.fill({{at, width, rule}}, ink);
            if (nodes->table == artifact)
              nodes->table = painter.add_node(Node::Role::table, branch.parent);
            int group = nodes->body;
            if (is_head)
              group = painter.add_node(Node::Role::table_head, nodes->table);
            else if (group == artifact)
              group = nodes->body =
                  painter.add_node(Node::Role::table_body, nodes->table);
            const int row = painter.add_node(Node::Role::row, group);
            for (const auto& cell : cells)
              paint_cell(painter, cell, {at.x, at.y + padding}, row);
          }};
}

Strip CoverMaker::heads_strip(const std::shared_ptr<TableNodes>& nodes) const {
  std::vector<Cell> cells;
  for (const auto& text : table_.heads()) {
    cells.push_back(cell_of(text, cells.size()));
    cells.back().role = Node::Role::column_head;
  }
  cells.back().align = Align::end;
  return row_strip(std::move(cells), nodes, true);
}

std::string CoverMaker::link_text(const CoverRow& row) const {
  return words_->text("bundle.link",
                      {{"nct", row.nct}, {"page", std::to_string(row.page)}});
}

std::vector<Cell> CoverMaker::cells_of(const CoverRow& row, int index) const {
  std::vector<Cell> cells;
  for (const auto& text : table_.texts_of(row))
    cells.push_back(cell_of(text, cells.size()));
  cells.front().role = Node::Role::row_head;
  cells.front().below = cell_of(table_.number_of(row), 0).text;
  cells.back().align = Align::end;
  for (auto* cell : {&cells.front(), &cells.back()}) {
    cell->to_sheet = index;
    cell->description = link_text(row);
  }
  return cells;
}

/// A table for the trial alone: what, and of this trial.
void CoverMaker::add_large(const CoverRow& row, int index, Strips& strips) const {
  const auto& styles = layout_->styles;
  strips.push_back(text_strip(row.title, styles.strong,
                              layout_->measures.section_gap.most, Node::Role::heading));
  const auto heads = table_.heads();
  const auto texts = table_.texts_of(row);
  const auto nodes = std::make_shared<TableNodes>();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto what = cell_of(heads[i], 0);
    what.role = Node::Role::row_head;
    auto value = cell_of(texts[i], 1);
    if (i == 0 || i + 1 == texts.size()) {
      value.to_sheet = index;
      value.description = link_text(row);
    }
    strips.push_back(tied(row_strip({what, value}, nodes, false), Tie::close));
  }
}

void CoverMaker::add_footer(Strips& strips) const {
  const auto& style = layout_->styles.detail;
  strips.push_back(text_strip(words_->sentences(order_->footer), style,
                              layout_->measures.section_gap.most, Node::Role::paragraph));
  if (order_->printed)
    strips.push_back(
        tied(text_strip(words_->text("footer.printed",
                                     {{"date", words_->short_date(*order_->printed)}}),
                        style, {}, Node::Role::paragraph),
             Tie::loose));
}

Strips CoverMaker::strips() {
  const auto& styles = layout_->styles;
  const auto count = static_cast<std::int64_t>(order_->rows.size());
  Strips strips = {
      text_strip(words_->plural("bundle.title", count), styles.title, {},
                 Node::Role::title),
      text_strip(head(table_.is_large() ? "bundle.intro_large" : "bundle.intro"),
                 styles.body, layout_->measures.paragraph_gap.most,
                 Node::Role::paragraph)};
  const auto nodes = std::make_shared<TableNodes>();
  if (!table_.is_large()) {
    auto heads = heads_strip(nodes);
    heads.above = layout_->measures.section_gap.most;
    heads.again.push_back(heads_strip(nodes));
    strips.push_back(std::move(heads));
  }
  for (std::size_t i = 0; i < order_->rows.size(); ++i) {
    const auto index = static_cast<int>(i);
    if (table_.is_large())
      add_large(order_->rows[i], index, strips);
    else
      strips.push_back(tied(row_strip(cells_of(order_->rows[i], index), nodes, false),
                            i == 0 ? Tie::close : Tie::none));
  }
  add_footer(strips);
  return strips;
}

/// What is painted on pages, and in what room.
struct CoverPages {
  Strips strips;
  std::size_t rows = 0;  ///< of the table, if it is one for all trials
  const Paper* paper = nullptr;
  const Letterhead* letterhead = nullptr;  ///< of the first page; or null
};

/// What decides on which page each strip stands. The first part is the room that the
/// letterhead takes of the first page.
std::vector<Part> parts_of(const CoverPages& pages, Length taken) {
  std::vector<Part> parts = {{{}, taken, Tie::none, {}}};
  Length again;
  std::size_t rows = 0;
  for (const auto& strip : pages.strips) {
    parts.push_back({strip.above, strip.height, strip.tie, rows > 0 ? again : Length()});
    rows = rows > 0 ? rows - 1 : 0;
    if (!strip.again.empty()) {
      again = strip.again.front().height;
      rows = pages.rows;
    }
  }
  parts[1].tie = Tie::close;
  return parts;
}

/// The strips of a cover on pages. What says on a further page what its columns are is
/// for the eye: the table is one.
void paint_pages(const CoverPages& pages, Painter& painter) {
  const auto& strips = pages.strips;
  const auto& paper = *pages.paper;
  const auto head = std::find_if(strips.begin(), strips.end(),
                                 [](const Strip& strip) { return !strip.again.empty(); });
  const auto* around = pages.letterhead;
  const auto first = around == nullptr ? paper : around->rest();
  const auto taken = paper.text_height - first.text_height;
  const auto parts = parts_of(pages, taken);
  auto top = first.text_at.y - taken;
  for (const auto& page : paginate(parts, paper.text_height)) {
    painter.next_page(paper.width, paper.height);
    if (around != nullptr) {
      around->paint_head(painter);
      around->paint_foot(painter);
      around = nullptr;
    }
    Branch branch;
    if (parts[page.front().part].again > Length()) {
      painter.decorate(true);
      head->again.front().paint(painter, paper.text_at, branch);
      painter.decorate(false);
    }
    for (const auto& slice : page)
      if (slice.part > 0)
        strips[slice.part - 1].paint(painter, {paper.text_at.x, top + slice.top}, branch);
    top = paper.text_at.y;
  }
}

const Paper& paper_of(const Layout& layout, std::string_view name) {
  const auto* paper = layout.find_paper(name);
  return paper == nullptr ? layout.papers.front() : *paper;
}

}  // namespace

Sheet make_cover(const CoverOrder& order, const Layout& layout, std::string_view paper,
                 const Words& words, Shaper& shaper, const Brand* brand) {
  const auto own = brand == nullptr ? layout : in_colors_of(*brand, layout);
  const auto& whole = paper_of(own, paper);
  Setter setter(shaper, words.language());
  Sheet sheet;
  sheet.language = words.language();
  sheet.right_to_left = setter.base() == Direction::right_to_left;
  sheet.title =
      words.plural("bundle.title", static_cast<std::int64_t>(order.rows.size()));
  sheet.structure.push_back({});
  Painter painter(sheet, order.record_language, whole.width, setter.base());
  std::optional<Letterhead> letterhead;
  if (brand != nullptr)
    letterhead.emplace(*brand, own, whole, BrandExtent::all, setter);
  CoverMaker maker(order, own, words, setter);
  paint_pages(
      {maker.strips(), order.rows.size(), &whole, letterhead ? &*letterhead : nullptr},
      painter);
  if (brand != nullptr)
    add_assistance_pages(sheet, *brand, own, whole, setter);
  return sheet;
}

void number_pages(Sheet& sheet, int first, const Layout& layout, std::string_view paper,
                  Shaper& shaper) {
  const auto& on = paper_of(layout, paper);
  Setter setter(shaper, sheet.language);
  const auto& style = layout.styles.strong_detail;
  Painter painter(sheet, {}, on.width, setter.base());
  painter.decorate(true);
  for (std::size_t i = 0; i < sheet.pages.size(); ++i) {
    const auto number = std::to_string(first + static_cast<int>(i));
    painter.turn_to(i);
    painter.text(setter.set(number, style, text_width(layout)),
                 {on.text_at.x, on.text_at.y + on.text_height + 3_pt}, artifact,
                 Align::end);
  }
}

}  // namespace trialsheet
