// What the file says about itself: XMP, the information dictionary that agrees with it,
// the output intent, and the catalog's promises to viewers.

#pragma once

namespace trialsheet {

struct Sheet;
struct PdfOptions;
class Document;

/// `has_files`: there are attachments, which PDF/A-2 does not allow.
void write_metadata(Document& document, const Sheet& sheet, const PdfOptions& options,
                    bool has_files);

}  // namespace trialsheet
