// The PDF writer, in its order: contents decide which glyphs are shown, so fonts come
// after them; links and marks decide which structure nodes there are, so tags come after
// those.

#include "pdf/pdf.hpp"

#include <utility>

#include "page/page.hpp"
#include "pdf/attachments.hpp"
#include "pdf/content.hpp"
#include "pdf/font_program.hpp"
#include "pdf/haru.hpp"
#include "pdf/links.hpp"
#include "pdf/metadata.hpp"
#include "pdf/tags.hpp"

namespace trialsheet {

namespace {

Stream content_stream(std::string operators, const PdfOptions& options) {
  return options.compress ? deflated(operators) : plain(std::move(operators));
}

std::vector<MarkedPage> write_pages(Haru& haru, const Sheet& sheet, DocumentFonts& fonts,
                                    const PdfOptions& options) {
  std::vector<MarkedPage> pages;
  for (const auto& page : sheet.pages) {
    auto content = page_content(sheet, page, fonts);
    const auto id = haru.add_page(page.width, page.height,
                                  content_stream(std::move(content.operators), options));
    // Tabs follow the structure (PDF/UA-1, 7.18.3).
    haru.set(id, "Tabs", Name{"S"});
    pages.push_back({id, std::move(content.nodes)});
  }
  return pages;
}

std::vector<Id> ids_of(const std::vector<MarkedPage>& pages) {
  std::vector<Id> ids;
  for (const auto& page : pages)
    ids.push_back(page.id);
  return ids;
}

}  // namespace

std::string write_pdf(const Sheet& sheet, const FontSet& fonts,
                      const PdfOptions& options) {
  require_sound_structure(sheet);

  Haru haru;
  DocumentFonts used(fonts);
  const auto pages = write_pages(haru, sheet, used, options);
  const auto ids = ids_of(pages);
  const auto resources = used.write_resources(haru);
  for (const auto id : ids)
    haru.set(id, "Resources", resources);

  const auto links = write_links(haru, sheet, ids);
  write_tags(haru, sheet, pages, links);
  write_attachments(haru, options.attachments);
  write_metadata(haru, sheet, options);
  return haru.save();
}

}  // namespace trialsheet
