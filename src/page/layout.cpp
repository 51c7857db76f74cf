// Reads layout files.

#include "page/layout.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/embedded.hpp"
#include "base/error.hpp"

namespace trialsheet {

namespace {

using Json = nlohmann::ordered_json;

/// A value of the file and the way to it, so that every complaint can name its place.
class Place {
 public:
  Place(const Json& value, std::string file, std::string pointer)
      : value_(&value), file_(std::move(file)), pointer_(std::move(pointer)) {}

  [[noreturn]] void fail(const std::string& problem) const {
    throw Error(Fault::layout, file_ + "#" + (pointer_.empty() ? "/" : pointer_),
                problem);
  }

  bool has(const char* key) const { return value_->is_object() && value_->contains(key); }

  Place at(const char* key) const {
    if (!has(key))
      fail(std::string("needs \"") + key + "\"");
    return {(*value_)[key], file_, pointer_ + "/" + key};
  }

  Place item(std::size_t index) const {
    if (!value_->is_array() || index >= value_->size())
      fail("needs at least " + std::to_string(index + 1) + " items");
    return {(*value_)[index], file_, pointer_ + "/" + std::to_string(index)};
  }

  std::string text() const {
    if (!value_->is_string())
      fail(std::string("should be a text, not ") + value_->type_name());
    return value_->get<std::string>();
  }

  /// A distance in points; none on any sheet exceeds 10,000 pt (3.5 m).
  Length length() const {
    if (!value_->is_number())
      fail(std::string("should be a number of points, not ") + value_->type_name());
    const auto points = value_->get<double>();
    if (!(points >= -10'000 && points <= 10'000))
      fail("should be between -10000 and 10000 points");
    return Length::from_points(points);
  }

  int count() const {
    if (!value_->is_number_integer() || *value_ < 0 || *value_ > 1000)
      fail("should be a whole number from 0 to 1000");
    return value_->get<int>();
  }

  std::vector<Place> items() const {
    if (!value_->is_array() || value_->empty())
      fail("should be a list of at least one item");
    std::vector<Place> places;
    for (std::size_t i = 0; i < value_->size(); ++i)
      places.push_back(item(i));
    return places;
  }

  std::vector<std::pair<std::string, Place>> members() const {
    if (!value_->is_object() || value_->empty())
      fail("should be an object with at least one member");
    std::vector<std::pair<std::string, Place>> places;
    for (const auto& [key, value] : value_->items())
      places.emplace_back(key, at(key.c_str()));
    return places;
  }

 private:
  const Json* value_;
  std::string file_;
  std::string pointer_;
};

Color read_color(const Place& place) {
  const auto text = place.text();
  if (text.size() != 7 || text[0] != '#' ||
      text.find_first_not_of("0123456789abcdefABCDEF", 1) != text.npos)
    place.fail("should be a colour such as \"#0F3460\"");
  const auto part = [&](std::size_t at) {
    return static_cast<std::uint8_t>(std::stoi(text.substr(at, 2), nullptr, 16));
  };
  return {part(1), part(3), part(5)};
}

TextStyle read_style(const Place& place, const Place& colors) {
  TextStyle style;
  style.size = place.at("size").length();
  style.leading = place.at("leading").length();
  if (style.size < Length::from_points(10))
    place.at("size").fail("should be 10 points or more: smaller type is not printed");
  const auto weight = place.at("weight");
  if (weight.text() != "regular" && weight.text() != "bold")
    weight.fail("should be \"regular\" or \"bold\"");
  style.weight = weight.text() == "bold" ? Weight::bold : Weight::regular;
  style.color = read_color(colors.at(place.at("color").text().c_str()));
  if (place.has("tracking"))
    style.tracking = place.at("tracking").length();
  style.balanced = place.has("balanced");
  return style;
}

Styles read_styles(const Place& root) {
  const auto styles = root.at("styles");
  const auto colors = root.at("colors");
  const auto read = [&](const char* name) { return read_style(styles.at(name), colors); };
  return {read("banner"), read("kicker"),       read("title"), read("heading"),
          read("body"),   read("strong"),       read("label"), read("reason"),
          read("detail"), read("strong_detail")};
}

Elastic read_elastic(const Place& place) {
  const Elastic elastic{place.item(0).length(), place.item(1).length()};
  if (elastic.most < elastic.least)
    place.fail("should be [least, most], the least first");
  return elastic;
}

Measures read_measures(const Place& place) {
  const auto read = [&](const char* name) { return read_elastic(place.at(name)); };
  return {read("row_padding"),  read("question_gap"), read("fact_gap"),
          read("section_gap"),  read("lower_gap"),    read("heading_row"),
          read("paragraph_gap")};
}

std::vector<Paper> read_papers(const Place& place) {
  std::vector<Paper> papers;
  for (const auto& [name, paper] : place.members())
    papers.push_back({name,
                      paper.at("width").length(),
                      paper.at("height").length(),
                      {paper.at("left").length(), paper.at("top").length()},
                      paper.at("text_height").length()});
  return papers;
}

std::vector<Column> read_columns(const Place& place) {
  std::vector<Column> columns;
  for (const auto& [name, column] : place.members())
    columns.push_back({name, column.at("left").length(), column.at("width").length()});
  return columns;
}

constexpr std::array<std::pair<std::string_view, BlockKind>, 14> block_kinds = {{
    {"banner", BlockKind::banner},
    {"kicker", BlockKind::kicker},
    {"title", BlockKind::title},
    {"what", BlockKind::what},
    {"code", BlockKind::code},
    {"facts", BlockKind::facts},
    {"rules", BlockKind::rules},
    {"count", BlockKind::count},
    {"questions", BlockKind::questions},
    {"places", BlockKind::places},
    {"contacts", BlockKind::contacts},
    {"notes", BlockKind::notes},
    {"source", BlockKind::source},
    {"dates", BlockKind::dates},
}};

BlockKind read_block_kind(const Place& place) {
  const auto name = place.text();
  std::string known;
  for (const auto& [kind_name, kind] : block_kinds) {
    if (kind_name == name)
      return kind;
    known += (known.empty() ? "" : ", ") + std::string(kind_name);
  }
  place.fail("\"" + name + "\" is no block; the blocks are " + known);
}

Block read_block(const Place& place, const std::vector<Column>& columns) {
  Block block;
  block.kind = read_block_kind(place.at("show"));
  block.lower = place.has("lower");
  if (!place.has("column"))
    return block;
  const auto name = place.at("column").text();
  const auto found =
      std::find_if(columns.begin(), columns.end(),
                   [&](const Column& column) { return column.name == name; });
  if (found == columns.end())
    place.at("column").fail("\"" + name + "\" is none of the columns");
  block.column = static_cast<int>(found - columns.begin());
  return block;
}

/// The parts that no layout may leave out (ARCHITECTURE, decision 4).
void check_must_haves(const Layout& layout, const Place& place) {
  for (const auto& [name, kind] : block_kinds)
    if (std::count_if(
            layout.blocks.begin(), layout.blocks.end(),
            [&, wanted = kind](const Block& block) { return block.kind == wanted; }) != 1)
      place.fail("should show \"" + std::string(name) + "\" once");
}

std::vector<Body> read_bodies(const Place& place) {
  std::vector<Body> bodies;
  for (const auto& body : place.items())
    bodies.push_back({body.at("body").item(0).length(), body.at("body").item(1).length(),
                      body.at("title").item(0).length(),
                      body.at("title").item(1).length()});
  return bodies;
}

std::vector<TitleStep> read_titles(const Place& place) {
  std::vector<TitleStep> titles;
  for (const auto& step : place.items())
    titles.push_back({step.at("size").length(), step.at("leading").length(),
                      step.at("lines").count()});
  return titles;
}

Layout read_root(const Place& root) {
  Layout layout;
  layout.name = root.at("name").text();
  layout.description = root.at("description").text();
  layout.papers = read_papers(root.at("papers"));
  layout.columns = read_columns(root.at("columns"));
  layout.ink = read_color(root.at("colors").at("ink"));
  layout.styles = read_styles(root);
  layout.bodies = read_bodies(root.at("bodies"));
  layout.titles = read_titles(root.at("titles"));
  layout.measures = read_measures(root.at("measures"));
  for (const auto& block : root.at("blocks").items())
    layout.blocks.push_back(read_block(block, layout.columns));
  check_must_haves(layout, root.at("blocks"));
  layout.least_questions = root.at("questions").at("least").count();
  layout.most_questions = root.at("questions").at("most").count();
  layout.what_lines = root.at("what_lines").count();
  layout.wait = root.at("wait").length();
  layout.note_line = root.at("notes").at("line").length();
  layout.notes_from = root.at("notes").at("column_from").length();
  return layout;
}

std::string built_in_names() {
  std::string names;
  for (const auto path : embedded_paths())
    if (path.starts_with("layouts/") && path.ends_with(".json") &&
        path.find(".schema.") == path.npos)
      names +=
          (names.empty() ? "" : ", ") + std::string(path.substr(8, path.size() - 8 - 5));
  return names;
}

}  // namespace

const Paper* Layout::find_paper(std::string_view paper) const {
  const auto found = std::find_if(papers.begin(), papers.end(),
                                  [&](const Paper& each) { return each.name == paper; });
  return found == papers.end() ? nullptr : &*found;
}

Layout read_layout(std::string_view json, const std::string& file) {
  Json parsed;
  try {
    parsed = Json::parse(json);
  } catch (const Json::parse_error& problem) {
    throw Error(Fault::layout, file, std::string("is not JSON: ") + problem.what());
  }
  return read_root(Place(parsed, file, ""));
}

Layout built_in_layout(std::string_view name) {
  const auto path = "layouts/" + std::string(name) + ".json";
  const auto json = embedded_file(path);
  if (json.data() == nullptr)
    throw Error(
        Fault::request, "layout",
        "\"" + std::string(name) + "\" is none of the layouts: " + built_in_names());
  return read_layout(json, path);
}

}  // namespace trialsheet
