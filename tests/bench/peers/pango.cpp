// The page with Cairo and Pango: pango PAGE OUT PAGES. With TAGGED set, its paragraphs
// are tagged.

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <cstdlib>

#include "page.hpp"

namespace {

void draw(cairo_t* cairo, const Paragraph& one, PangoFontDescription* const* fonts,
          bool is_tagged) {
  auto* layout = pango_cairo_create_layout(cairo);
  auto* font = pango_font_description_copy_static(fonts[one.is_bold ? 1 : 0]);
  pango_font_description_set_absolute_size(font, one.size * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_width(layout, static_cast<int>(one.width * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout, static_cast<float>(leading / 1.362));
  pango_layout_set_text(layout, one.text.data(), static_cast<int>(one.text.size()));
  const auto top =
      one.baseline - pango_units_to_double(pango_layout_get_baseline(layout));
  if (is_tagged) {
    cairo_tag_begin(cairo, "P", nullptr);
  }
  cairo_move_to(cairo, one.x, top);
  pango_cairo_show_layout(cairo, layout);
  if (is_tagged) {
    cairo_tag_end(cairo, "P");
  }
  pango_font_description_free(font);
  g_object_unref(layout);
}

}  // namespace

int main(int, char** argv) {
  const auto page = read_page(argv[1]);
  const bool is_tagged = std::getenv("TAGGED") != nullptr;
  PangoFontDescription* fonts[] = {pango_font_description_from_string("Noto Sans"),
                                   pango_font_description_from_string("Noto Sans Bold")};
  for (int made = 0; made < std::atoi(argv[3]); ++made) {
    auto* surface = cairo_pdf_surface_create(argv[2], page_width, page_height);
    auto* cairo = cairo_create(surface);
    for (const auto& one : page.paragraphs) {
      draw(cairo, one, fonts, is_tagged);
    }
    for (const auto& one : page.rectangles) {
      cairo_rectangle(cairo, one.x, one.y, one.width, one.height);
    }
    cairo_fill(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
  }
}
