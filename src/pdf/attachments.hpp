// Files inside the PDF (ISO 19005-3, 6.8; ISO 32000-1, 7.11).

#pragma once

#include <span>

namespace trialsheet {

struct Attachment;
class Document;

/// Embeds the files and associates them with the document.
void write_attachments(Document& document, std::span<const Attachment> attachments);

}  // namespace trialsheet
