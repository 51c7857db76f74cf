// Sets the letterhead and paints it.

#include "page/letterhead.hpp"

#include <algorithm>

namespace trialsheet {

using namespace literals;

namespace {

// In multiples of SHEET_DESIGN's unit of 3; grown with the type.
constexpr Length logo_width = 120_pt;
constexpr Length logo_height = 36_pt;
constexpr Length beside_logo = 12_pt;
constexpr Length gutter = 18_pt;       ///< between the name and how to reach it
constexpr Length above_rule = 4.8_pt;  ///< with the rule 6
constexpr Length head_rule = 1.2_pt;
constexpr Length after_rule = 9_pt;
constexpr Length above_foot = 6_pt;
constexpr Length foot_rule = 0.3_pt;
constexpr Length foot_inset = 3_pt;

/// Name and address stand beside each other where a line has room for so many ems.
constexpr int ems_for_two = 40;

Length widest_line(const SetText& text) {
  Length width;
  for (int line = 0; line < text.lines(); ++line)
    width = std::max(width, line_width(text, line));
  return width;
}

void recolor(TextStyle& style, const Color& from, const Color& to) {
  if (style.color == from)
    style.color = to;
}

}  // namespace

Length text_width(const Layout& layout) {
  Length width;
  for (const auto& column : layout.columns)
    width = std::max(width, column.left + column.width);
  return width;
}

bool is_printed(BrandExtent extent, const std::string& source) {
  return extent != BrandExtent::least || source == "/name" || source == "/phone" ||
         source.starts_with("/language_assistance/");
}

Letterhead::Letterhead(const Brand& brand, const Layout& layout, const Paper& paper,
                       BrandExtent extent, Setter& setter)
    : brand_(&brand),
      layout_(&layout),
      paper_(&paper),
      setter_(&setter),
      width_(text_width(layout)) {
  set_head(extent);
  set_foot(extent);
}

Paper Letterhead::rest() const {
  auto rest = *paper_;
  rest.text_at.y += head_.height;
  rest.text_height -= head_.height + foot_.height;
  return rest;
}

void Letterhead::add(std::vector<Line>& lines, const std::string& text,
                     const TextStyle& style, Point at, Length width, Align align) const {
  if (!text.empty())
    lines.push_back({&setter_->set_in(brand_->language, text, style, width),
                     brand_->language, at, align});
}

/// As large as its box allows.
Box Letterhead::logo_box() const {
  const auto& pixels = *brand_->logo->pixels;
  const auto most_width = layout_->grown(logo_width);
  const auto most_height = layout_->grown(logo_height);
  const auto by_height = pixels.width * most_height / pixels.height;
  if (by_height <= most_width)
    return {{}, by_height, most_height};
  return {{}, most_width, pixels.height * most_width / pixels.width};
}

/// How to reach the clinic, one below the other. Returns where the last ends.
Length Letterhead::set_contact(std::vector<Line>& lines, Point at, Length width,
                               Align align) const {
  const auto& styles = layout_->styles;
  const std::pair<const std::string&, const TextStyle&> texts[] = {
      {brand_->phone, styles.strong_detail},
      {brand_->hours, styles.detail},
      {brand_->address, styles.detail}};
  for (const auto& [text, style] : texts)
    if (!text.empty()) {
      add(lines, text, style, at, width, align);
      at.y += lines.back().text->height();
    }
  return at.y;
}

/// Name and department. Returns where the last ends.
Length Letterhead::set_name(std::vector<Line>& lines, Length left, Length width) const {
  add(lines, brand_->name, layout_->styles.kicker, {left, {}}, width);
  auto top = lines.back().text->height();
  if (!brand_->department.empty()) {
    add(lines, brand_->department, layout_->styles.detail, {left, top}, width);
    top += lines.back().text->height();
  }
  return top;
}

/// Name at the start of a line, telephone at its end.
Length Letterhead::set_least(std::vector<Line>& lines) const {
  const auto phone_width = width_ / 3;
  const auto& styles = layout_->styles;
  add(lines, brand_->name, styles.kicker, {}, width_ - phone_width - gutter);
  auto bottom = lines.back().text->height();
  add(lines, brand_->phone, styles.strong_detail, {width_ - phone_width, {}}, phone_width,
      Align::end);
  return std::max(bottom, lines.back().text->height());
}

/// The name from `left` on, and at the end of the lines how to reach the clinic, no wider
/// than it needs.
Length Letterhead::set_beside(std::vector<Line>& lines, Length left) const {
  std::vector<Line> contact;
  const auto most = 3 * width_ / 8;
  const auto bottom = set_contact(contact, {width_ - most, {}}, most, Align::end);
  Length taken;
  for (const auto& line : contact)
    taken = std::max(taken, widest_line(*line.text) + gutter);
  const auto name_bottom = set_name(lines, left, width_ - left - taken);
  lines.insert(lines.end(), contact.begin(), contact.end());
  return std::max(bottom, name_bottom);
}

/// One below the other.
Length Letterhead::set_below(std::vector<Line>& lines, Length left) const {
  const auto top = set_name(lines, left, width_ - left);
  return set_contact(lines, {left, top}, width_ - left, Align::start);
}

void Letterhead::set_head(BrandExtent extent) {
  Length left;
  if (brand_->logo && extent != BrandExtent::least) {
    head_.logo = logo_box();
    left = head_.logo->width + layout_->grown(beside_logo);
  }
  const bool is_wide = width_ >= ems_for_two * layout_->styles.detail.size;
  auto bottom = extent == BrandExtent::least ? set_least(head_.lines)
                : is_wide                    ? set_beside(head_.lines, left)
                                             : set_below(head_.lines, left);
  if (head_.logo)
    bottom = std::max(bottom, head_.logo->height);
  const auto rule = bottom + above_rule;
  head_.rules = {{{{}, rule}, width_, head_rule}};
  head_.height = rule + head_rule + after_rule;
}

/// Behind the last line if it has room there, else on a line of its own. One that runs
/// the other way stands at the end of its line.
void Letterhead::add_to_foot(const SetText& text, const std::string& language,
                             Length& used) {
  const bool is_turned = direction_of(language) != setter_->base();
  const auto width = widest_line(text);
  auto& lines = foot_.lines;
  const bool continues =
      text.lines() == 1 && used > Length() && used + gutter + width <= width_;
  const auto left = continues ? used + gutter : Length();
  const auto begin = continues || !is_turned ? left : width_ - width;
  if (!continues)
    foot_.height += text.height();
  // A line's end is where its text box ends.
  lines.push_back(
      {&text,
       language,
       {is_turned ? begin + width - width_ : begin, foot_.height - text.height()},
       is_turned ? Align::end : Align::start});
  used = text.lines() == 1 && (continues || !is_turned) ? left + width : Length();
}

void Letterhead::set_foot(BrandExtent extent) {
  foot_.height = above_foot + foot_inset;
  const auto& styles = layout_->styles;
  Length used;
  for (const auto& [language, text] : brand_->assistance)
    add_to_foot(setter_->set_in(language, text, styles.strong_detail, width_), language,
                used);
  if (extent != BrandExtent::least && !brand_->footer.empty())
    add_to_foot(setter_->set_in(brand_->language, brand_->footer, styles.reason, width_),
                brand_->language, used);
  if (foot_.lines.empty())
    foot_.height = {};
  else
    foot_.rules = {{{{}, above_foot}, width_, foot_rule}};
}

void Letterhead::paint(Painter& painter, const Part& part, Point at) const {
  const int group = painter.add_node(Node::Role::part, 0);
  if (part.logo) {
    const int figure =
        painter.add_figure(group, brand_->logo->alt_text, brand_->language);
    painter.image({{at.x + part.logo->at.x, at.y + part.logo->at.y},
                   part.logo->width,
                   part.logo->height},
                  brand_->logo->pixels, figure);
  }
  for (const auto& line : part.lines) {
    const int node = painter.add_node(Node::Role::paragraph, group, line.language);
    painter.text(*line.text, {at.x + line.at.x, at.y + line.at.y}, node, line.align);
  }
  for (const auto& rule : part.rules)
    painter.fill({{{at.x, at.y + rule.at.y}, rule.width, rule.height}},
                 layout_->styles.kicker.color);
}

void Letterhead::paint_foot(Painter& painter) const {
  if (has_foot())
    paint(painter, foot_,
          {paper_->text_at.x, paper_->text_at.y + paper_->text_height - foot_.height});
}

Strip Letterhead::head_strip() const {
  return {{}, head_.height, false, [this](Painter& painter, Point at, Branch&) {
            paint(painter, head_, at);
          }};
}

Strip Letterhead::foot_strip() const {
  return {{}, foot_.height, false, [this](Painter& painter, Point at, Branch&) {
            paint(painter, foot_, at);
          }};
}

Layout in_colors_of(const Brand& brand, Layout layout) {
  if (!brand.accent || !layout.accent)
    return layout;
  auto& styles = layout.styles;
  for (auto* style : {&styles.banner, &styles.kicker, &styles.title, &styles.heading,
                      &styles.body, &styles.strong, &styles.label, &styles.reason,
                      &styles.detail, &styles.strong_detail})
    recolor(*style, *layout.accent, *brand.accent);
  layout.accent = brand.accent;
  return layout;
}

}  // namespace trialsheet
