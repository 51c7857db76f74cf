// The faces of a font set as PDFs embed them, for any number of documents.

#pragma once

#include <deque>
#include <memory>
#include <mutex>

#include "pdf/pdf_face.hpp"

namespace trialsheet {

class FontSet;

/// Faces are read when a document first shows them, and kept. Safe to use from any number
/// of threads; refers to the font set, which must outlive it.
class PdfFonts {
 public:
  explicit PdfFonts(const FontSet& fonts);

  /// Throws Error{Fault::setup} if there is no such face or it cannot be embedded.
  const PdfFace& face(int index) const;

 private:
  struct Slot {
    std::once_flag once;
    std::unique_ptr<const PdfFace> face;
  };

  const FontSet& fonts_;
  mutable std::deque<Slot> slots_;
};

}  // namespace trialsheet
