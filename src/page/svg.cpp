// Draws each glyph once and uses it wherever it stands.

#include "page/svg.hpp"

#include <fmt/format.h>
#include <hb.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <utility>

#include "page/font_impl.hpp"

namespace trialsheet {

namespace {

/// Points, with as many digits as there are.
std::string points(Length length) {
  const auto all = length.thousandths();
  auto text = fmt::format("{}{}.{:03}", all < 0 ? "-" : "", std::abs(all) / 1000,
                          std::abs(all) % 1000);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') {
    text.pop_back();
  }
  return text;
}

std::string name_of(Color color) {
  return fmt::format("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue);
}

struct DrawDeleter {
  void operator()(hb_draw_funcs_t* draw) const { hb_draw_funcs_destroy(draw); }
};
using Draw = std::unique_ptr<hb_draw_funcs_t, DrawDeleter>;

void add_point(void* path, char command, std::initializer_list<float> numbers) {
  auto& text = *static_cast<std::string*>(path);
  text += command;
  bool is_first = true;
  for (const float number : numbers) {
    text += fmt::format("{}{:g}", is_first ? "" : " ", static_cast<double>(number));
    is_first = false;
  }
}

/// Functions with which HarfBuzz writes an outline as the data of an SVG path.
Draw make_draw() {
  Draw draw(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(
      draw.get(),
      [](hb_draw_funcs_t*, void* path, hb_draw_state_t*, float x, float y, void*) {
        add_point(path, 'M', {x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      draw.get(),
      [](hb_draw_funcs_t*, void* path, hb_draw_state_t*, float x, float y, void*) {
        add_point(path, 'L', {x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(
      draw.get(),
      [](hb_draw_funcs_t*, void* path, hb_draw_state_t*, float cx, float cy, float x,
         float y, void*) {
        add_point(path, 'Q', {cx, cy, x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      draw.get(),
      [](hb_draw_funcs_t*, void* path, hb_draw_state_t*, float ax, float ay, float bx,
         float by, float x, float y, void*) {
        add_point(path, 'C', {ax, ay, bx, by, x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      draw.get(),
      [](hb_draw_funcs_t*, void* path, hb_draw_state_t*, void*) {
        static_cast<std::string*>(path)->push_back('Z');
      },
      nullptr, nullptr);
  return draw;
}

/// One picture.
class Picture {
 public:
  Picture(int index, const FontSet& fonts)
      : index_(index), fonts_(&fonts), draw_(make_draw()) {}

  void add(const TextRun& run) {
    const auto& face = *fonts_->impl().loaded(run.font);
    const auto size = static_cast<double>(run.size.thousandths()) / 1000;
    const auto scale = size / face.units_per_em;
    marks_ += fmt::format("<g transform=\"translate({} {}) scale({:.6g} {:.6g})\"{}>",
                          points(run.baseline.x), points(run.baseline.y), scale, -scale,
                          fill_of(run.color));
    for (const auto& glyph : run.glyphs) {
      add(run.font, glyph, scale);
    }
    marks_ += "</g>";
  }

  void add(const Fill& fill) {
    marks_ += "<path d=\"";
    for (const auto& box : fill.boxes) {
      marks_ += fmt::format("M{} {}h{}v{}h-{}z", points(box.at.x), points(box.at.y),
                            points(box.width), points(box.height), points(box.width));
    }
    marks_ += "\"" + fill_of(fill.color) + "/>";
  }

  void add(const Frame& frame) {
    for (const auto& box : frame.boxes) {
      marks_ += fmt::format(
          "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"none\" "
          "stroke=\"{}\" stroke-width=\"{}\"/>",
          points(box.at.x + frame.stroke / 2), points(box.at.y + frame.stroke / 2),
          points(box.width - frame.stroke), points(box.height - frame.stroke),
          name_of(frame.color), points(frame.stroke));
    }
  }

  void add(const LinkArea&) {}
  void add(const Image&) {}  // no sheet that is previewed has one

  std::string svg(const Page& page) const {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" "
        "aria-hidden=\"true\" focusable=\"false\"><defs>{}</defs>{}</svg>\n",
        points(page.width), points(page.height), outlines_, marks_);
  }

 private:
  /// Black is what SVG fills with unless told.
  static std::string fill_of(Color color) {
    return color == Color{} ? "" : " fill=\"" + name_of(color) + "\"";
  }

  void add(int font, const Glyph& glyph, double scale) {
    const auto& id = outline(font, glyph.id);
    if (id.empty()) {
      return;  // a space
    }
    const auto units = [scale](Length length) {
      return static_cast<double>(length.thousandths()) / 1000 / scale;
    };
    marks_ += fmt::format("<use href=\"#{}\" x=\"{:.0f}\"", id, units(glyph.x));
    if (glyph.y != Length()) {
      marks_ += fmt::format(" y=\"{:.0f}\"", units(glyph.y));
    }
    marks_ += "/>";
  }

  /// The id of a glyph's outline; empty if it has none.
  const std::string& outline(int font, std::uint16_t glyph) {
    const auto [known, is_new] = ids_.try_emplace({font, glyph});
    if (is_new) {
      std::string path;
      hb_font_get_glyph_shape(fonts_->impl().loaded(font)->font.get(), glyph, draw_.get(),
                              &path);
      if (!path.empty()) {
        known->second = fmt::format("p{}g{}", index_, ids_.size());
        outlines_ += fmt::format("<path id=\"{}\" d=\"{}\"/>", known->second, path);
      }
    }
    return known->second;
  }

  int index_;
  const FontSet* fonts_;
  Draw draw_;
  std::map<std::pair<int, std::uint16_t>, std::string> ids_;
  std::string outlines_;
  std::string marks_;
};

}  // namespace

std::string to_svg(const Sheet& sheet, int index, const FontSet& fonts) {
  const auto& page = sheet.pages.at(static_cast<std::size_t>(index));
  Picture picture(index, fonts);
  for (const auto& item : page.items) {
    std::visit([&](const auto& mark) { picture.add(mark); }, item.mark);
  }
  return picture.svg(page);
}

}  // namespace trialsheet
