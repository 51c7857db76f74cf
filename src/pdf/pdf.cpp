// The PDF writer, in its order: contents decide which glyphs are shown, so fonts come
// after them; links and marks decide which structure nodes there are, so tags come after
// those.

#include "pdf/pdf.hpp"

#include <utility>

#include "page/page.hpp"
#include "pdf/attachments.hpp"
#include "pdf/content.hpp"
#include "pdf/document.hpp"
#include "pdf/font_program.hpp"
#include "pdf/images.hpp"
#include "pdf/links.hpp"
#include "pdf/metadata.hpp"
#include "pdf/tags.hpp"

namespace trialsheet {

namespace {

Stream content_stream(std::string operators, const PdfOptions& options) {
  return options.compress ? deflated(operators) : plain(std::move(operators));
}

/// Writes the pages and returns the structure nodes of each, by marked-content
/// identifier.
std::vector<std::vector<int>> write_pages(Document& document, const Sheet& sheet,
                                          DocumentFonts& fonts, DocumentImages& images,
                                          const PdfOptions& options) {
  std::vector<std::vector<int>> nodes;
  for (const auto& page : sheet.pages) {
    auto content = page_content(sheet, page, fonts, images);
    document.add_page(page.width, page.height,
                      content_stream(std::move(content.operators), options));
    // Tabs follow the structure (PDF/UA-1, 7.18.3).
    document.page(nodes.size()).set("Tabs", Name{"S"});
    nodes.push_back(std::move(content.nodes));
  }
  return nodes;
}

void write_resources(Document& document, const DocumentFonts& fonts,
                     const DocumentImages& images) {
  auto entries = fonts.write(document);
  images.write(document, entries);
  const auto resources = document.add(entries);
  for (std::size_t page = 0; page < document.page_count(); ++page)
    document.page(page).set("Resources", resources);
}

}  // namespace

std::string write_pdf(const Sheet& sheet, const PdfFonts& fonts,
                      const PdfOptions& options) {
  require_sound_structure(sheet);

  Document document(options.compress);
  DocumentFonts used(fonts);
  DocumentImages images;
  const auto nodes = write_pages(document, sheet, used, images, options);
  end_step(options.observer, "write: content");
  write_resources(document, used, images);
  end_step(options.observer, "write: fonts");
  write_tags(document, sheet, nodes, write_links(document, sheet));
  end_step(options.observer, "write: tags");
  write_attachments(document, options.attachments);
  write_metadata(document, sheet, options, !options.attachments.empty());
  end_step(options.observer, "write: attachments");
  auto bytes = document.finish();
  end_step(options.observer, "write: objects");
  return bytes;
}

}  // namespace trialsheet
