// Reads layout files.

#include "page/layout.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "page/json_place.hpp"
#include "page/layout_blocks.hpp"
#include "page/layout_check.hpp"
#include "page/layout_place.hpp"

namespace trialsheet {

namespace {

// In points. No sheet is larger than 3.5 m, and no type than an inch.
constexpr double least_paper = 200;
constexpr double most_paper = 10'000;
constexpr double least_margin = 36;
constexpr double most_type = 72;
constexpr double most_leading = 144;
constexpr double most_measure = 200;

using Colors = std::map<std::string, Color>;

Colors read_colors(const LayoutPlace& place) {
  place.at("ink");
  Colors colors;
  for (const auto& [name, color] : place.members()) {
    colors.emplace(name, read_color(color));
    check_contrast(colors.at(name), color);
  }
  return colors;
}

const Color& find_color(const LayoutPlace& place, const Colors& colors) {
  const auto name = place.text();
  const auto found = colors.find(name);
  if (found != colors.end())
    return found->second;
  std::vector<std::string> names;
  for (const auto& [known, color] : colors)
    names.push_back(known);
  place.fail("\"" + name + "\" is none of the colours: " + joined(names));
}

Weight read_weight(const LayoutPlace& place) {
  const auto weight = place.text();
  if (weight != "regular" && weight != "bold")
    place.fail("should be \"regular\" or \"bold\"");
  return weight == "bold" ? Weight::bold : Weight::regular;
}

TextStyle read_style(const LayoutPlace& place, const Colors& colors, bool is_body) {
  place.only({"size", "leading", "weight", "color", "tracking", "balanced"});
  TextStyle style;
  style.size = place.at("size").length(0, most_type);
  style.leading = place.at("leading").length(0, most_leading);
  check_type(style.size, place.at("size"), style.leading, place.at("leading"), is_body);
  style.weight = read_weight(place.at("weight"));
  style.color = find_color(place.at("color"), colors);
  if (place.has("tracking"))
    style.tracking = place.at("tracking").length(-0.5, 2);
  style.balanced = place.has("balanced") && place.at("balanced").truth();
  return style;
}

Styles read_styles(const LayoutPlace& place, const Colors& colors) {
  place.only({"banner", "kicker", "title", "heading", "body", "strong", "label", "reason",
              "detail", "strong_detail"});
  const auto read = [&](const char* name, bool is_body = false) {
    return read_style(place.at(name), colors, is_body);
  };
  return {read("banner"),     read("kicker"),       read("title"), read("heading"),
          read("body", true), read("strong", true), read("label"), read("reason"),
          read("detail"),     read("strong_detail")};
}

Elastic read_elastic(const LayoutPlace& place) {
  const auto ends = place.items(2);
  const Elastic elastic{ends[0].length(0, most_measure), ends[1].length(0, most_measure)};
  if (elastic.most < elastic.least)
    place.fail("should be [least, most], the least first");
  return elastic;
}

Measures read_measures(const LayoutPlace& place) {
  place.only({"row_padding", "question_gap", "fact_gap", "section_gap", "lower_gap",
              "heading_row", "paragraph_gap"});
  const auto read = [&](const char* name) { return read_elastic(place.at(name)); };
  return {read("row_padding"),  read("question_gap"), read("fact_gap"),
          read("section_gap"),  read("lower_gap"),    read("heading_row"),
          read("paragraph_gap")};
}

std::vector<Paper> read_papers(const LayoutPlace& place) {
  std::vector<Paper> papers;
  for (const auto& [name, paper] : place.members()) {
    paper.only({"width", "height", "left", "top", "text_height"});
    papers.push_back({name,
                      paper.at("width").length(least_paper, most_paper),
                      paper.at("height").length(least_paper, most_paper),
                      {paper.at("left").length(least_margin, most_paper),
                       paper.at("top").length(least_margin, most_paper)},
                      paper.at("text_height").length(0, most_paper)});
  }
  return papers;
}

std::vector<Column> read_columns(const LayoutPlace& place) {
  std::vector<Column> columns;
  for (const auto& [name, column] : place.members()) {
    column.only({"left", "width", "row"});
    columns.push_back({name, column.at("left").length(0, most_paper),
                       column.at("width").length(0, most_paper),
                       column.has("row") ? column.at("row").count(1, 9) : 1});
  }
  return columns;
}

/// Holds the heads of the columns in either detail style: 21 points at the usual size
/// of 10.
Length usual_answer_column(const Styles& styles) {
  return 21 * std::max(styles.detail.size, styles.strong_detail.size) / 10;
}

/// Where a layout does not say, rows are as narrow as their boxes and their text.
RuleRows read_rule_rows(const LayoutPlace& root, const Styles& styles) {
  RuleRows rows{usual_answer_column(styles), {}, {}};
  if (!root.has("rule_rows"))
    return rows;
  const auto place = root.at("rule_rows");
  place.only({"answer", "write", "height"});
  if (place.has("answer"))
    rows.answer = place.at("answer").length(0, most_measure);
  if (place.has("write"))
    rows.write = place.at("write").length(0, most_paper);
  if (place.has("height"))
    rows.height = read_elastic(place.at("height"));
  return rows;
}

BlockKind read_block_kind(const LayoutPlace& place) {
  const auto wanted = place.text();
  std::vector<std::string> known;
  for (const auto& [name, kind] : block_names) {
    if (name == wanted)
      return kind;
    known.emplace_back(name);
  }
  place.fail("\"" + wanted + "\" is no block; the blocks are " + joined(known));
}

int read_column_name(const LayoutPlace& place, const std::vector<Column>& columns) {
  const auto wanted = place.text();
  std::vector<std::string> known;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == wanted)
      return static_cast<int>(i);
    known.push_back(columns[i].name);
  }
  place.fail("\"" + wanted + "\" is none of the columns: " + joined(known));
}

std::vector<Block> read_blocks(const LayoutPlace& place,
                               const std::vector<Column>& columns) {
  std::vector<Block> blocks;
  for (const auto& item : place.items()) {
    item.only({"show", "column", "lower"});
    Block block;
    block.kind = read_block_kind(item.at("show"));
    if (item.has("column"))
      block.column = read_column_name(item.at("column"), columns);
    block.lower = item.has("lower") && item.at("lower").truth();
    blocks.push_back(block);
  }
  return blocks;
}

/// [size, leading]
std::pair<Length, Length> read_type(const LayoutPlace& place, bool is_body) {
  const auto pair = place.items(2);
  const auto size = pair[0].length(0, most_type);
  const auto leading = pair[1].length(0, most_leading);
  check_type(size, pair[0], leading, pair[1], is_body);
  return {size, leading};
}

std::vector<Body> read_bodies(const LayoutPlace& place) {
  std::vector<Body> bodies;
  for (const auto& item : place.items()) {
    item.only({"body", "title"});
    const auto [size, leading] = read_type(item.at("body"), true);
    const auto [title_size, title_leading] = read_type(item.at("title"), true);
    bodies.push_back({size, leading, title_size, title_leading});
  }
  return bodies;
}

std::vector<TitleStep> read_titles(const LayoutPlace& place) {
  std::vector<TitleStep> titles;
  for (const auto& step : place.items()) {
    step.only({"size", "leading", "lines"});
    const auto size = step.at("size").length(0, most_type);
    const auto leading = step.at("leading").length(0, most_leading);
    check_type(size, step.at("size"), leading, step.at("leading"), true);
    titles.push_back({size, leading, step.at("lines").count(1, 99)});
  }
  return titles;
}

void read_note_lines(const LayoutPlace& place, Layout& layout) {
  layout.note_line = place.at("line").length(18, most_measure);
  if (place.has("least"))
    layout.least_note_lines = place.at("least").count(0, 99);
}

/// What says how room is made on one page.
void read_ways_to_fit(const LayoutPlace& root, Layout& layout) {
  layout.bodies = read_bodies(root.at("bodies"));
  layout.titles = read_titles(root.at("titles"));
  const auto questions = root.at("questions");
  questions.only({"least", "most"});
  layout.least_questions = questions.at("least").count(5, 20);
  layout.most_questions = questions.at("most").count(layout.least_questions, 20);
  layout.what_lines = root.at("what_lines").count(1, 99);
  layout.wait = root.at("wait").length(0, most_measure);
  const auto notes = root.at("notes");
  notes.only({"line", "column_from", "least"});
  read_note_lines(notes, layout);
  layout.notes_from = notes.at("column_from").length(0, most_paper);
}

/// Where there are as many pages as are needed, type has one size.
void read_without_end(const LayoutPlace& root, Layout& layout) {
  const auto& [body, title] = std::pair(layout.styles.body, layout.styles.title);
  layout.bodies = {{body.size, body.leading, title.size, title.leading}};
  const auto questions = root.at("questions");
  questions.only({"most"});
  layout.most_questions = questions.at("most").count(5, 20);
  const auto notes = root.at("notes");
  notes.only({"line", "least"});
  read_note_lines(notes, layout);
}

Pages read_pages(const LayoutPlace& place) {
  if (place.is("any"))
    return Pages::any;
  if (!place.is(1))
    place.fail("should be 1 or \"any\"");
  return Pages::one;
}

void refuse_unknown(const LayoutPlace& root, Pages pages) {
  if (pages == Pages::one)
    root.only({"name", "description", "pages", "papers", "columns", "colors", "styles",
               "bodies", "titles", "measures", "rule_rows", "blocks", "questions",
               "what_lines", "wait", "notes"});
  else
    root.only({"name", "description", "pages", "papers", "columns", "colors", "styles",
               "measures", "rule_rows", "blocks", "questions", "notes"});
}

Layout read_root(const LayoutPlace& root) {
  Layout layout;
  layout.pages = root.has("pages") ? read_pages(root.at("pages")) : Pages::one;
  refuse_unknown(root, layout.pages);
  layout.name = root.at("name").text();
  layout.description = root.at("description").text();
  root.at("pages");
  layout.papers = read_papers(root.at("papers"));
  layout.columns = read_columns(root.at("columns"));
  const auto colors = read_colors(root.at("colors"));
  layout.ink = colors.at("ink");
  if (const auto accent = colors.find("accent"); accent != colors.end())
    layout.accent = accent->second;
  layout.styles = read_styles(root.at("styles"), colors);
  layout.measures = read_measures(root.at("measures"));
  layout.rule_rows = read_rule_rows(root, layout.styles);
  layout.blocks = read_blocks(root.at("blocks"), layout.columns);
  if (layout.pages == Pages::one)
    read_ways_to_fit(root, layout);
  else
    read_without_end(root, layout);
  check_columns(layout, root);
  check_blocks(layout, root);
  if (layout.pages == Pages::one)
    check_sizes(layout, root);
  check_widths(layout, root);
  check_heading_row(layout, root);
  return layout;
}

}  // namespace

const Paper* Layout::find_paper(std::string_view paper) const {
  const auto found = std::find_if(papers.begin(), papers.end(),
                                  [&](const Paper& each) { return each.name == paper; });
  return found == papers.end() ? nullptr : &*found;
}

Length Layout::grown(Length usual) const {
  return Length::from_thousandths(usual.thousandths() * styles.body.size.thousandths() /
                                  Length::from_points(12).thousandths());
}

Layout read_layout(std::string_view json, const std::string& file) {
  LayoutFile source{json, file};
  const auto parsed = parse_json_file(source);
  return read_root(LayoutPlace(source, parsed));
}

std::vector<std::string> built_in_layouts() {
  constexpr std::string_view folder = "layouts/";
  constexpr std::string_view ending = ".json";
  std::vector<std::string> names;
  for (const auto path : embedded_paths())
    if (path.starts_with(folder) && path.ends_with(ending) &&
        path.find(".schema.") == path.npos)
      names.emplace_back(
          path.substr(folder.size(), path.size() - folder.size() - ending.size()));
  return names;
}

Layout built_in_layout(std::string_view name) {
  const auto names = built_in_layouts();
  if (std::find(names.begin(), names.end(), name) == names.end())
    throw Error(Fault::request, "layout",
                "\"" + std::string(name) + "\" is none of the layouts: " + joined(names));
  const auto path = "layouts/" + std::string(name) + ".json";
  return read_layout(embedded_file(path), path);
}

}  // namespace trialsheet
