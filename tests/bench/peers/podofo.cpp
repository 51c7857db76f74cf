// The page with PoDoFo: podofo PAGE OUT PAGES FONT BOLD_FONT.

#include <podofo/podofo.h>

#include <cstdlib>

#include "page.hpp"

using namespace PoDoFo;

namespace {

void draw(PdfPainter& painter, PdfFont* font, const Paragraph& one) {
  font->SetFontSize(static_cast<float>(one.size));
  painter.SetFont(font);
  const auto* utf8 = reinterpret_cast<const pdf_utf8*>(one.text.c_str());
  const double height = 200;
  painter.DrawMultiLineText(one.x, page_height - one.baseline + one.size - height,
                            one.width, height, PdfString(utf8));
}

}  // namespace

int main(int, char** argv) {
  const auto given = read_page(argv[1]);
  for (int made = 0; made < std::atoi(argv[3]); ++made) {
    PdfStreamedDocument pdf(argv[2]);
    auto* page = pdf.CreatePage(PdfPage::CreateStandardPageSize(ePdfPageSize_Letter));
    PdfFont* fonts[2];
    for (int bold = 0; bold < 2; ++bold) {
      fonts[bold] = pdf.CreateFont("Noto Sans", bold == 1, false, false,
                                   PdfEncodingFactory::GlobalIdentityEncodingInstance(),
                                   PdfFontCache::eFontCreationFlags_AutoSelectBase14,
                                   true, argv[4 + bold]);
    }
    PdfPainter painter;
    painter.SetPage(page);
    for (const auto& one : given.paragraphs) {
      draw(painter, fonts[one.is_bold ? 1 : 0], one);
    }
    for (const auto& one : given.rectangles) {
      painter.Rectangle(one.x, page_height - one.y - one.height, one.width, one.height);
    }
    painter.Fill();
    painter.FinishPage();
    pdf.Close();
  }
}
