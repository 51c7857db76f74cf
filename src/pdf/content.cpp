// Content streams.
//
// Text is shown in reading order, each glyph at the place that layout gave it: the pen is
// tracked in millionths of a point with the widths and corrections as they are written,
// so rounding never adds up. Marked content stands inside text objects, because some
// readers lose it otherwise (PDF_WRITER_FACTS, A), and operators are written only when
// they change something.

#include "pdf/content.hpp"

#include <optional>
#include <span>
#include <utility>
#include <variant>

#include "base/error.hpp"
#include "base/text.hpp"
#include "page/page.hpp"
#include "pdf/clusters.hpp"
#include "pdf/font_program.hpp"
#include "pdf/grid.hpp"
#include "pdf/images.hpp"
#include "pdf/syntax.hpp"
#include "pdf/tags.hpp"
#include "pdf/text_array.hpp"

namespace trialsheet {

namespace {

/// Bytes of operators; most pages have less.
constexpr std::size_t usual_content = 20 * 1024;

/// A part of a colour of 0 to 255 as a number from 0 to 1, finely enough to come back.
Length color_part(std::uint8_t value) {
  return Length::from_thousandths((value * 1000 + 127) / 255);
}

/// The graphics state as the page has it, to leave out operators that change nothing.
struct State {
  const FontProgram* font = nullptr;
  Length size;
  Length tracking;
  Length rise;
  Color fill;
  Color stroke;
  Length line_width = Length::from_points(1);
};

class Writer {
 public:
  Writer(const Sheet& sheet, const Page& page, DocumentFonts& fonts,
         DocumentImages& images)
      : sheet_(sheet), page_(page), fonts_(fonts), images_(images) {
    out_.reserve(usual_content);
    nodes_.reserve(page.items.size());
  }

  void write(const Item& item);
  Content finish();

 private:
  enum class Place { page, text };

  /// A sequence of marked content.
  struct Sequence {
    int node = artifact;
    Place place = Place::page;
    std::string_view actual_text;
  };

  void write_mark(const TextRun& run, int node);
  void write_mark(const Fill& fill, int node);
  void write_mark(const Frame& frame, int node);
  void write_mark(const Image& image, int node);
  void write_mark(const LinkArea&, int) {}  // an annotation, not content

  void enter(const Sequence& next);
  void leave();
  void begin(const Sequence& next);
  bool continues(const Sequence& next) const;

  void set_font(const FontProgram& font, Length size);
  void set_fill(Color color);
  void set_stroke(Color color, Length width);
  void set_rise(Length rise);
  void set_tracking(Length tracking);
  void write_color(Color color, std::string_view op);
  void move_to(Point start);
  void begin_text(const Sequence& sequence, const FontProgram& font, const TextRun& run,
                  std::size_t first = 0);
  void show_letters(FontProgram& font, const TextRun& run);
  void show(FontProgram& font, const TextRun& run, const Segment& segment);
  void show(std::uint16_t code, const FontProgram& font, TextArray& array);
  void show_apart(FontProgram& font, TextArray& array, const Glyph& glyph, Length x,
                  std::string_view text);

  /// Behind a glyph of this width.
  void move_on(int width) {
    pen_ += width * state_.size.thousandths() + 1000 * state_.tracking.thousandths();
  }

  /// Nearly always the pen is where it should be.
  void move_pen(Length x, TextArray& array) {
    const auto off = 2 * (pen_ - 1000 * x.thousandths());
    if (const auto unit = state_.size.thousandths(); off >= unit || -off >= unit)
      correct(x, array);
  }
  void correct(Length x, TextArray& array);
  std::int64_t correction_to(Length x) const;
  void write_rectangle(const Box& box);
  void write_rectangles(std::span<const Box> boxes, const Grid& grid);

  const Sheet& sheet_;
  const Page& page_;
  DocumentFonts& fonts_;
  DocumentImages& images_;
  Syntax out_;
  std::vector<int> nodes_;
  std::vector<std::string_view> texts_;  ///< of the run being written, by glyph
  std::optional<Sequence> open_;
  Place place_ = Place::page;
  State state_;
  Point line_;            ///< where the last Td of this text object led, as PDF counts
  std::int64_t pen_ = 0;  ///< how far right of it, in millionths of a point
};

void Writer::write(const Item& item) {
  std::visit([&](const auto& mark) { write_mark(mark, item.node); }, item.mark);
}

Content Writer::finish() {
  leave();
  if (place_ == Place::text)
    out_.word("ET\n");
  return {out_.take(), std::move(nodes_)};
}

bool Writer::continues(const Sequence& next) const {
  return open_ && open_->node == next.node && open_->place == next.place &&
         open_->actual_text.empty() && next.actual_text.empty();
}

/// Makes `next` the sequence that marks go to, inside or outside of a text object.
void Writer::enter(const Sequence& next) {
  if (continues(next))
    return;
  leave();
  if (place_ != next.place) {
    out_.word(next.place == Place::text ? "BT\n" : "ET\n");
    place_ = next.place;
    line_ = {};
  }
  begin(next);
}

void Writer::leave() {
  if (open_)
    out_.word("EMC\n");
  open_.reset();
}

void Writer::begin(const Sequence& next) {
  open_ = next;
  if (next.node == artifact) {
    out_.name("Artifact").word("BMC\n");
    return;
  }
  const auto& node = sheet_.structure[static_cast<std::size_t>(next.node)];
  out_.name(next.actual_text.empty() ? structure_type(node.role) : "Span");
  out_.raw("<<").name("MCID").integer(static_cast<std::int64_t>(nodes_.size()));
  if (!next.actual_text.empty())
    out_.name("ActualText").text(next.actual_text);
  out_.raw(">>").word("BDC\n");
  nodes_.push_back(next.node);
}

void Writer::write_mark(const TextRun& run, int node) {
  if (run.glyphs.empty())
    return;
  if (run.size <= Length())
    throw Error(Fault::layout, "page", "a text has no size: " + run.text);
  auto& font = fonts_.at(run.font);
  if (state_.rise == Length() && is_of_letters(run)) {
    begin_text({node, Place::text, {}}, font, run);
    show_letters(font, run);
    return;
  }
  glyph_texts(run, texts_);
  for (const auto& segment : segments(run)) {
    begin_text({node, Place::text, node == artifact ? "" : segment.actual_text}, font,
               run, segment.first);
    show(font, run, segment);
  }
}

/// Before the glyphs from `first` on are shown.
void Writer::begin_text(const Sequence& sequence, const FontProgram& font,
                        const TextRun& run, std::size_t first) {
  enter(sequence);
  set_font(font, run.size);
  set_tracking(run.tracking);
  set_fill(run.color);
  if (first == 0)
    move_to({run.baseline.x + run.glyphs[0].x, page_.height - run.baseline.y});
}

/// What show() does, with nothing to ask of each glyph.
void Writer::show_letters(FontProgram& font, const TextRun& run) {
  TextArray array(out_);
  const auto first = run.glyphs[0].x;
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    move_pen(run.glyphs[i].x - first, array);
    const auto letter = font.letter(run.glyphs[i].id, run.text[i]);
    array.show(letter.code);
    move_on(letter.width);
  }
  array.finish();
}

void Writer::show(FontProgram& font, const TextRun& run, const Segment& segment) {
  TextArray array(out_);
  for (auto i = segment.first; i < segment.last; ++i) {
    const auto& glyph = run.glyphs[i];
    if (glyph.y != state_.rise) {
      array.finish();
      set_rise(glyph.y);
    }
    const auto x = glyph.x - run.glyphs[0].x;
    move_pen(x, array);
    if (run.right_to_left)
      show_apart(font, array, glyph, x, texts_[i]);
    else
      show(font.code(glyph.id, texts_[i]), font, array);
  }
  array.finish();
}

void Writer::show(std::uint16_t code, const FontProgram& font, TextArray& array) {
  array.show(code);
  move_on(font.width(code));
}

void Writer::correct(Length x, TextArray& array) {
  const auto correction = correction_to(x);
  array.correct(correction);
  pen_ -= correction * state_.size.thousandths();
}

/// A ligature that stands for several characters from right to left: poppler would read
/// them turned around, "no" as "the". The glyph stands for the first; one that draws
/// nothing, a little further left each, for each of the others.
void Writer::show_apart(FontProgram& font, TextArray& array, const Glyph& glyph, Length x,
                        std::string_view text) {
  const auto first = text.empty() ? 0 : character_at(text, 0).length;
  if (first == text.size() || !font.has_blank()) {
    show(font.code(glyph.id, text), font, array);
    return;
  }
  show(font.code(glyph.id, text.substr(0, first)), font, array);
  for (auto at = first; at < text.size();) {
    const auto length = character_at(text, at).length;
    x -= state_.size / 50;
    move_pen(x, array);
    show(font.blank_code(text.substr(at, length)), font, array);
    at += length;
  }
}

/// What TJ must be told (thousandths of an em, backwards) to get the pen to `x`, rounded.
std::int64_t Writer::correction_to(Length x) const {
  const auto back = pen_ - 1000 * x.thousandths();
  const auto unit = state_.size.thousandths();
  return (2 * back + (back < 0 ? -unit : unit)) / (2 * unit);
}

void Writer::move_to(Point start) {
  out_.real(start.x - line_.x).real(start.y - line_.y).word("Td\n");
  line_ = start;
  pen_ = 0;
}

void Writer::set_font(const FontProgram& font, Length size) {
  if (state_.font == &font && state_.size == size)
    return;
  state_.font = &font;
  state_.size = size;
  out_.name(font.name()).real(size).word("Tf\n");
}

void Writer::set_rise(Length rise) {
  state_.rise = rise;
  out_.real(rise).word("Ts\n");
}

/// PDF moves the pen by it behind each glyph, as layout did.
void Writer::set_tracking(Length tracking) {
  if (state_.tracking == tracking)
    return;
  state_.tracking = tracking;
  out_.real(tracking).word("Tc\n");
}

void Writer::set_fill(Color color) {
  if (state_.fill != color)
    write_color(color, "rg\n");
  state_.fill = color;
}

void Writer::set_stroke(Color color, Length width) {
  if (state_.stroke != color)
    write_color(color, "RG\n");
  state_.stroke = color;
  if (state_.line_width != width)
    out_.real(width).word("w\n");
  state_.line_width = width;
}

void Writer::write_color(Color color, std::string_view op) {
  out_.real(color_part(color.red)).real(color_part(color.green));
  out_.real(color_part(color.blue)).word(op);
}

void Writer::write_mark(const Fill& fill, int node) {
  if (fill.boxes.empty())
    return;
  enter({node, Place::page, {}});
  set_fill(fill.color);
  if (const auto grid = grid_of(fill.boxes)) {
    write_rectangles(fill.boxes, *grid);
    return;
  }
  for (const auto& box : fill.boxes)
    write_rectangle(box);
  out_.word("f\n");
}

void Writer::write_mark(const Frame& frame, int node) {
  if (frame.boxes.empty())
    return;
  enter({node, Place::page, {}});
  set_stroke(frame.color, frame.stroke);
  // A line runs along the middle of its path; inside the box means half its width in.
  const auto inset = frame.stroke / 2;
  for (const auto& box : frame.boxes)
    write_rectangle({{box.at.x + inset, box.at.y + inset},
                     box.width - frame.stroke,
                     box.height - frame.stroke});
  out_.word("S\n");
}

/// An image is a unit square that the matrix makes its box (ISO 32000-1, 8.9.5).
void Writer::write_mark(const Image& image, int node) {
  enter({node, Place::page, {}});
  const auto& box = image.box;
  out_.word("q\n").real(box.width).raw(" 0 0").real(box.height);
  out_.real(box.at.x).real(page_.height - box.at.y - box.height).word("cm\n");
  out_.name(images_.name_of(image.pixels)).word("Do\n").word("Q\n");
}

void Writer::write_rectangle(const Box& box) {
  out_.real(box.at.x).real(page_.height - box.at.y - box.height);
  out_.real(box.width).real(box.height).word("re\n");
}

/// In coordinates that count units of the grid, rightwards and down: small whole numbers.
void Writer::write_rectangles(std::span<const Box> boxes, const Grid& grid) {
  const auto unit = grid.unit.thousandths();
  out_.word("q").real(grid.unit).word("0 0").real(-grid.unit);
  out_.real(grid.origin.x).real(page_.height - grid.origin.y).word("cm\n");
  for (const auto& box : boxes)
    out_.small_integers({(box.at.x - grid.origin.x).thousandths() / unit,
                         (box.at.y - grid.origin.y).thousandths() / unit,
                         box.width.thousandths() / unit, box.height.thousandths() / unit},
                        "re\n");
  out_.word("f Q\n");
}

}  // namespace

Content page_content(const Sheet& sheet, const Page& page, DocumentFonts& fonts,
                     DocumentImages& images) {
  Writer writer(sheet, page, fonts, images);
  for (const auto& item : page.items)
    writer.write(item);
  return writer.finish();
}

}  // namespace trialsheet
