// What one says and does: the code, the facts, the questions, the places, whom to call.

#include <algorithm>
#include <utility>

#include "page/blocks.hpp"
#include "page/breaks.hpp"
#include "page/qr.hpp"

namespace trialsheet {

using namespace literals;

namespace {

// SHEET_DESIGN, section 4: 33 modules of 0.75 mm are 70.2 pt, one column of the page's
// grid; the address fills the next, after a gutter that keeps the quiet zone free.
// They grow with the type.
constexpr Length code_module = 2.126_pt;  ///< 0.75 mm
constexpr Length code_top = 3.6_pt;
constexpr Length code_height = 75_pt;
constexpr Length address_left = 88_pt;
constexpr Length address_width = 74_pt;  ///< or more, where the column is wider

/// The address on lines that are easy to read and type, broken nowhere else.
std::string address_lines(const std::string& url, const std::string& nct) {
  auto lines = url;
  const auto break_at = [&](std::size_t at) {
    if (at != std::string::npos && at > 0)
      lines.insert(at, 1, bare_line_end);
  };
  break_at(lines.rfind(nct));
  break_at(lines.find(".gov"));
  const auto scheme = lines.find("://");
  break_at(scheme == std::string::npos ? scheme : scheme + 3);
  return lines;
}

std::vector<Box> scaled_modules(const QrModules& code, Length module) {
  auto boxes = code.boxes;
  const auto scale = [module](Length modules) {
    return Length::from_thousandths(modules.thousandths() * module.thousandths() / 1'000);
  };
  for (auto& box : boxes)
    box = {{scale(box.at.x), scale(box.at.y)}, scale(box.width), scale(box.height)};
  return boxes;
}

Strip item_strip(const Scene& scene, int column, Length above, const std::string& label,
                 const TextStyle& label_style, const Wording& wording,
                 const TextStyle& style) {
  const auto width = scene.width(column);
  const auto* head = label.empty() ? nullptr : &scene.set(label, label_style, width);
  const auto head_height = head == nullptr ? Length() : head->height();
  const auto& set = scene.set(wording, style, width);
  const auto& language = scene.node_language(wording);
  return {
      above, head_height + set.height(), false,
      [head, head_height, &set, &language](Painter& painter, Point at, Branch& branch) {
        if (branch.list == artifact)
          branch.list = painter.add_node(Node::Role::list, branch.parent);
        const int item = painter.add_node(Node::Role::item, branch.list);
        if (head != nullptr)
          painter.text(*head, at, painter.add_node(Node::Role::label, item));
        painter.text(set, {at.x, at.y + head_height},
                     painter.add_node(Node::Role::body, item, language));
      }};
}

/// Opens a new list with the first of the strips that follow.
void start_list(Strip& strip) {
  strip.paint = [before = std::move(strip.paint)](Painter& painter, Point at,
                                                  Branch& branch) {
    branch.list = artifact;
    before(painter, at, branch);
  };
}

/// What stands below the heading of the questions.
struct QuestionPart {
  Length above;
  const std::string* head;  ///< over the text; empty: none
  const Wording* text;      ///< nullptr: only the head
  bool opens_list;
  Tie tie;
};
using QuestionParts = std::vector<QuestionPart>;

/// What comes first below a heading stays with it.
Tie after_heading(const QuestionParts& parts) {
  return parts.empty() ? Tie::close : Tie::none;
}

const Wording* shown_wording(const Scene& scene, std::size_t question) {
  const int depth = scene.choice->questions[question];
  return depth < 0 ? nullptr
                   : &scene.wording(scene.summary->questions[question].statement, depth);
}

void add_universal(const Scene& scene, Length gap, QuestionParts& parts) {
  static const std::string no_head;
  bool first = true;
  for (std::size_t i = 0; i < scene.summary->questions.size(); ++i) {
    const auto* text = shown_wording(scene, i);
    if (text == nullptr || !scene.summary->questions[i].because.empty())
      continue;
    if (first)
      parts.push_back({parts.empty() ? 0_pt : gap,
                       &scene.summary->labels.always_worth_asking, nullptr, false,
                       after_heading(parts)});
    parts.push_back(
        {first ? 0_pt : gap, &no_head, text, first, first ? Tie::close : Tie::none});
    first = false;
  }
}

void add_because(const Scene& scene, Length gap, QuestionParts& parts) {
  bool first = true;
  for (std::size_t i = 0; i < scene.summary->questions.size(); ++i) {
    const auto* text = shown_wording(scene, i);
    const auto& because = scene.summary->questions[i].because;
    if (text == nullptr || because.empty())
      continue;
    parts.push_back(
        {parts.empty() ? 0_pt : gap, &because, text, first, after_heading(parts)});
    first = false;
  }
}

QuestionParts question_parts(const Scene& scene, int column) {
  const auto gap = scene.elastic(scene.layout->measures.question_gap, column);
  const auto& questions = scene.summary->questions;
  QuestionParts parts;
  parts.reserve(questions.size() + 1);
  const bool begins_universal = !questions.empty() && questions.front().because.empty();
  if (begins_universal)
    add_universal(scene, gap, parts);
  add_because(scene, gap, parts);
  if (!begins_universal)
    add_universal(scene, gap, parts);
  return parts;
}

Strip question_strip(const Scene& scene, int column, const QuestionPart& part) {
  const auto& style = scene.styles.reason;
  if (part.text == nullptr)
    return tied(
        text_strip(scene, column, part.above, {*part.head, Tier::fixed, {}}, style),
        part.tie);
  auto strip = item_strip(scene, column, part.above, *part.head, style, *part.text,
                          scene.styles.body);
  if (part.opens_list)
    start_list(strip);
  return tied(std::move(strip), part.tie);
}

/// The height of question_strip().
Length question_height(const Scene& scene, Length width, const QuestionPart& part) {
  Length height;
  if (!part.head->empty())
    height += scene.set(*part.head, scene.styles.reason, width).height();
  if (part.text != nullptr)
    height += scene.set(*part.text, scene.styles.body, width).height();
  return height;
}

/// The heading of the questions.
Strip questions_heading(const Scene& scene, int column) {
  return heading_strip(scene, column,
                       scene.elastic(scene.layout->measures.lower_gap, column),
                       scene.summary->labels.questions);
}

Strip email_strip(const Scene& scene, int column, const std::string& email) {
  const auto& set = scene.set(email, scene.styles.detail, scene.width(column));
  return {
      {}, set.height(), false, [&set, email](Painter& painter, Point at, Branch& branch) {
        const int paragraph = painter.add_node(Node::Role::paragraph, branch.parent);
        const int link = painter.add_node(Node::Role::link, paragraph);
        painter.text(set, at, link);
        painter.link({at, set.width, set.height()}, "mailto:" + email, email, link);
      }};
}

}  // namespace

Strips code_strips(const Scene& scene, int column) {
  const auto& summary = *scene.summary;
  const auto& layout = *scene.layout;
  const auto module = layout.grown(code_module);
  const auto left = layout.grown(address_left);
  const auto width = std::max(layout.grown(address_width), scene.width(column) - left);
  const auto& lead = scene.set(summary.labels.address_lead, scene.styles.detail, width);
  const auto lines = address_lines(summary.url, summary.nct);
  const auto number = lines.rfind(bare_line_end);
  const auto& address =
      scene.setter->set(lines, scene.styles.detail, width,
                        {{number + 1, Weight::regular}, {lines.size(), Weight::bold}});
  const auto ink = layout.ink;
  const auto height =
      std::max(layout.grown(code_height), lead.height() + address.height());
  const auto down = layout.grown(code_top);
  return {
      {{},
       height,
       false,
       [&, ink, module, left, width, down](Painter& painter, Point at, Branch& branch) {
         // Encoded here, once a sheet, not each time that a choice is measured.
         const auto code = encode_qr(summary.url);
         const auto side = code.size * module;
         const int figure = painter.add_figure(branch.parent, summary.labels.qr_alt);
         painter.drawing(scaled_modules(code, module), {at.x, at.y + down}, side, ink,
                         figure);
         const Point beside{at.x + left, at.y};
         painter.text(lead, beside,
                      painter.add_node(Node::Role::paragraph, branch.parent));
         const int paragraph = painter.add_node(Node::Role::paragraph, branch.parent);
         const int link = painter.add_node(Node::Role::link, paragraph);
         painter.replace_text(link, summary.url);
         const Point below{beside.x, beside.y + lead.height()};
         painter.text(address, below, link);
         painter.link({below, width, address.height()}, summary.url,
                      summary.labels.link_description, link);
       }}};
}

Strips facts_strips(const Scene& scene, int column) {
  const auto gap = scene.elastic(scene.layout->measures.fact_gap, column);
  const auto& plain = scene.choice->small_facts ? scene.styles.detail : scene.styles.body;
  Strips strips;
  for (const auto& fact : scene.summary->facts)
    if (fact.needed || scene.choice->optional_facts)
      strips.push_back(item_strip(scene, column, gap, fact.label, scene.styles.label,
                                  scene.wording(fact.value, 0),
                                  fact.emphatic ? scene.styles.strong : plain));
  if (!strips.empty())
    start_list(strips.front());
  return strips;
}

Strips questions_strips(const Scene& scene, int column) {
  Strips strips = {questions_heading(scene, column)};
  if (scene.layout->pages == Pages::any)
    strips.back().again = {heading_strip(
        scene, column, {}, continued(*scene.words, scene.summary->labels.questions))};
  for (const auto& part : question_parts(scene, column))
    strips.push_back(question_strip(scene, column, part));
  return strips;
}

Extent QuestionHeights::extent(const Scene& scene, int column) {
  const auto heading = questions_heading(scene, column);
  const auto width = scene.width(column);
  const int body = scene.choice->body;
  const auto height_of = [&](const QuestionPart& part) {
    for (const auto& known : known_)
      if (known.text == part.text && known.head == part.head && known.body == body)
        return known.height;
    const auto height = question_height(scene, width, part);
    known_.push_back({part.head, part.text, body, height});
    return height;
  };
  Extent extent;
  extent.add(heading.above, heading.height, heading.section_rule);
  for (const auto& part : question_parts(scene, column))
    extent.add(part.above, height_of(part), false);
  return extent;
}

Strips places_strips(const Scene& scene, int column) {
  const auto gap = scene.elastic(scene.layout->measures.section_gap, column);
  return {heading_strip(scene, column, gap, scene.summary->labels.places),
          tied(text_strip(scene, column, {},
                          scene.wording(scene.summary->places, scene.choice->places),
                          scene.styles.body),
               Tie::close)};
}

Strips contacts_strips(const Scene& scene, int column) {
  const auto& summary = *scene.summary;
  const auto line = [&](const std::string& text, const TextStyle& style) {
    return tied(text_strip(scene, column, {}, {text, Tier::verbatim, {}}, style),
                Tie::close);
  };
  Strips strips = {text_strip(scene, column, 6_pt,
                              {summary.labels.whom_to_call, Tier::fixed, {}},
                              scene.styles.label)};
  if (summary.contacts.empty()) {
    strips.push_back(line(summary.no_contact, scene.styles.body));
    return strips;
  }
  const auto& contact = summary.contacts.front();
  const auto depth = scene.choice->contact;
  const bool bare = contact.phone.empty() && contact.email.empty();
  if (!contact.phone.empty())
    strips.push_back(line(contact.phone, scene.styles.strong));
  if (!contact.name.empty() && (depth == ContactDepth::all || bare))
    strips.push_back(line(contact.name, scene.styles.detail));
  if (!contact.email.empty() &&
      (depth != ContactDepth::first_line || contact.phone.empty()))
    strips.push_back(tied(email_strip(scene, column, contact.email), Tie::close));
  return strips;
}

}  // namespace trialsheet
