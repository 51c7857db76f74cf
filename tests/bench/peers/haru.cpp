// The page with libharu, lines broken by hand: haru PAGE OUT PAGES FONT BOLD_FONT.

#include <hpdf.h>

#include <cstdlib>

#include "page.hpp"

namespace {

void on_error(HPDF_STATUS error, HPDF_STATUS, void*) {
  std::exit(static_cast<int>(error) == 0 ? 1 : 2);
}

void draw(HPDF_Page page, HPDF_Font font, const Paragraph& one) {
  HPDF_Page_SetFontAndSize(page, font, static_cast<float>(one.size));
  HPDF_Page_BeginText(page);
  HPDF_Page_MoveTextPos(
      page, static_cast<float>(one.x),
      static_cast<float>(page_height - one.baseline + leading * one.size));
  HPDF_Page_SetTextLeading(page, static_cast<float>(leading * one.size));
  std::istringstream rest(one.text);
  std::string line;
  for (std::string word; rest >> word;) {
    const std::string longer = line.empty() ? word : line + " " + word;
    if (HPDF_Page_TextWidth(page, longer.c_str()) > one.width) {
      HPDF_Page_ShowTextNextLine(page, line.c_str());
      line = word;
    } else {
      line = longer;
    }
  }
  HPDF_Page_ShowTextNextLine(page, line.c_str());
  HPDF_Page_EndText(page);
}

}  // namespace

int main(int, char** argv) {
  const auto given = read_page(argv[1]);
  for (int made = 0; made < std::atoi(argv[3]); ++made) {
    auto* pdf = HPDF_New(on_error, nullptr);
    HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL);
    HPDF_UseUTFEncodings(pdf);
    HPDF_Font fonts[2];
    for (int bold = 0; bold < 2; ++bold) {
      fonts[bold] = HPDF_GetFont(
          pdf, HPDF_LoadTTFontFromFile(pdf, argv[4 + bold], HPDF_TRUE), "UTF-8");
    }
    auto* page = HPDF_AddPage(pdf);
    HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_LETTER, HPDF_PAGE_PORTRAIT);
    for (const auto& one : given.paragraphs) {
      draw(page, fonts[one.is_bold ? 1 : 0], one);
    }
    for (const auto& one : given.rectangles) {
      HPDF_Page_Rectangle(page, static_cast<float>(one.x),
                          static_cast<float>(page_height - one.y - one.height),
                          static_cast<float>(one.width), static_cast<float>(one.height));
    }
    HPDF_Page_Fill(page);
    HPDF_SaveToFile(pdf, argv[2]);
    HPDF_Free(pdf);
  }
}
