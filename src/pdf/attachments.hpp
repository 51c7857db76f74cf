// Files inside the PDF (ISO 19005-3, 6.8; ISO 32000-1, 7.11).

#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "pdf/syntax.hpp"

namespace trialsheet {

struct Attachment;
class Document;

/// Embeds the files and associates them with the document.
void write_attachments(Document& document, std::span<const Attachment> attachments);

/// Files by their names.
using AttachedFiles = std::vector<std::pair<std::string, Id>>;

/// Embeds one file, and returns its specification for associate().
Id write_attachment(Document& document, const Attachment& attachment);

/// Associates files with the document, in their order.
void associate(Document& document, const AttachedFiles& files);

}  // namespace trialsheet
