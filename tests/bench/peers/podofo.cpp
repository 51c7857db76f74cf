// The words on one page with PoDoFo: podofo WORDS OUT PAGES FONT.

#include <podofo/podofo.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using namespace PoDoFo;

int main(int, char** argv) {
  std::ifstream file(argv[1]);
  const std::string words{std::istreambuf_iterator<char>(file), {}};
  for (int made = 0; made < std::atoi(argv[3]); ++made) {
    PdfStreamedDocument pdf(argv[2]);
    auto* page = pdf.CreatePage(PdfPage::CreateStandardPageSize(ePdfPageSize_Letter));
    auto* font =
        pdf.CreateFont("DejaVu Sans", false, false, false,
                       PdfEncodingFactory::GlobalIdentityEncodingInstance(),
                       PdfFontCache::eFontCreationFlags_AutoSelectBase14, true, argv[4]);
    font->SetFontSize(6);
    PdfPainter painter;
    painter.SetPage(page);
    painter.SetFont(font);
    const auto* utf8 = reinterpret_cast<const pdf_utf8*>(words.c_str());
    painter.DrawMultiLineText(36, 36, 540, 720, PdfString(utf8));
    painter.FinishPage();
    pdf.Close();
  }
}
