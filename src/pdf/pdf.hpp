// The PDF writer: from placed pages to the bytes of a tagged, archivable PDF.
//
// Nothing is measured or decided here. An engine keeps one PdfFonts beside its FontSet:
// what is the same in every document is made once.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/steps.hpp"

namespace trialsheet {

struct Sheet;
class PdfFonts;

/// A file inside the PDF (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4).
struct Attachment {
  enum class Relationship { source, supplement };

  std::string name;         ///< ASCII file name: "NCT05153070.json"
  std::string media_type;   ///< "application/json"
  std::string description;  ///< for people
  Relationship relationship = Relationship::source;
  std::string_view data;  ///< not owned
  std::optional<Date> modified;
};

struct PdfOptions {
  std::optional<Date> created;  ///< the clock is never read; absent: no date in the file
  std::string subject;          ///< document description in the metadata; may be empty
  std::vector<Attachment> attachments;
  bool compress = true;        ///< false: content streams that a person can read
  StepObserver observer = {};  ///< told the steps of writing
};

/// Writes `sheet` with the glyphs of `fonts` that it uses embedded.
///
/// The file claims and meets PDF/UA-1, and PDF/A-3a (with attachments) or PDF/A-2a
/// (without); which clause is met by whom is in pdf/PDF_UA1.md. Same arguments, same
/// bytes, on any number of threads. Throws Error{Fault::setup} if a font cannot be
/// embedded.
std::string write_pdf(const Sheet& sheet, const PdfFonts& fonts,
                      const PdfOptions& options = {});

}  // namespace trialsheet
