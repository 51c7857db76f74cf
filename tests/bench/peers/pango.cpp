// The words on one page with Cairo and Pango: pango WORDS OUT PAGES.

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

int main(int, char** argv) {
  std::ifstream file(argv[1]);
  const std::string words{std::istreambuf_iterator<char>(file), {}};
  for (int page = 0; page < std::atoi(argv[3]); ++page) {
    auto* surface = cairo_pdf_surface_create(argv[2], 612, 792);
    auto* cairo = cairo_create(surface);
    auto* layout = pango_cairo_create_layout(cairo);
    auto* font = pango_font_description_from_string("DejaVu Sans 6");
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, 540 * PANGO_SCALE);
    pango_layout_set_text(layout, words.data(), static_cast<int>(words.size()));
    cairo_move_to(cairo, 36, 36);
    pango_cairo_show_layout(cairo, layout);
    pango_font_description_free(font);
    g_object_unref(layout);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
  }
}
