// Faces, read once.

#include "pdf/pdf_fonts.hpp"

#include "base/error.hpp"
#include "page/font.hpp"

namespace trialsheet {

PdfFonts::PdfFonts(const FontSet& fonts)
    : fonts_(fonts), slots_(static_cast<std::size_t>(fonts.size())) {}

const PdfFace& PdfFonts::face(int index) const {
  if (index < 0 || index >= fonts_.size())
    throw Error(Fault::setup, "fonts",
                "the page was laid out with other fonts than it is written with");
  auto& slot = slots_[static_cast<std::size_t>(index)];
  std::call_once(slot.once,
                 [&] { slot.face = std::make_unique<const PdfFace>(fonts_, index); });
  return *slot.face;
}

}  // namespace trialsheet
