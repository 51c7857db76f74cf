// The words on one page with libharu, lines broken by hand: haru WORDS OUT PAGES FONT.

#include <hpdf.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace {

void on_error(HPDF_STATUS error, HPDF_STATUS, void*) {
  std::exit(static_cast<int>(error) == 0 ? 1 : 2);
}

}  // namespace

int main(int, char** argv) {
  std::ifstream file(argv[1]);
  std::stringstream words;
  words << file.rdbuf();
  for (int made = 0; made < std::atoi(argv[3]); ++made) {
    auto* pdf = HPDF_New(on_error, nullptr);
    HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL);
    HPDF_UseUTFEncodings(pdf);
    auto* font =
        HPDF_GetFont(pdf, HPDF_LoadTTFontFromFile(pdf, argv[4], HPDF_TRUE), "UTF-8");
    auto* page = HPDF_AddPage(pdf);
    HPDF_Page_SetSize(page, HPDF_PAGE_SIZE_LETTER, HPDF_PAGE_PORTRAIT);
    HPDF_Page_SetFontAndSize(page, font, 6);
    HPDF_Page_BeginText(page);
    HPDF_Page_MoveTextPos(page, 36, 750);
    HPDF_Page_SetTextLeading(page, 7);
    std::istringstream lines(words.str());
    for (std::string text; std::getline(lines, text);) {
      std::istringstream rest(text);
      std::string line;
      for (std::string word; rest >> word;) {
        const std::string longer = line.empty() ? word : line + " " + word;
        if (HPDF_Page_TextWidth(page, longer.c_str()) > 540) {
          HPDF_Page_ShowTextNextLine(page, line.c_str());
          line = word;
        } else {
          line = longer;
        }
      }
      HPDF_Page_ShowTextNextLine(page, line.c_str());
    }
    HPDF_Page_EndText(page);
    HPDF_SaveToFile(pdf, argv[2]);
    HPDF_Free(pdf);
  }
}
