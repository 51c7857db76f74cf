// Sheets one after the other, then what joins them.

#include "pdf/bundle.hpp"

#include <utility>
#include <vector>

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

struct BundleWriter::Impl {
  struct Bookmark {
    std::string text;
    Id page{};
  };

  Sink sink;
  Document document{true};
  DocumentFonts fonts;
  DocumentImages images;
  Id resources = document.reserve();
  Id root = document.reserve();  ///< of the structure
  Id all = document.reserve();   ///< its element, of all sheets
  std::vector<Id> firsts;        ///< the first page of each sheet
  std::vector<Bookmark> bookmarks;
  std::vector<Id> elements;  ///< of the sheets
  std::vector<Id> entries;   ///< nodes of the parent tree
  int next_key = 0;          ///< of the parent tree
  AttachedFiles files;

  Impl(const PdfFonts& shared, Sink to) : sink(std::move(to)), fonts(shared) {}

  Id add_pages(const Sheet& sheet);
  void put_structure(Id cover);
  void put_bookmarks();
  void put_labels(std::size_t cover_pages);

 private:
  std::vector<std::vector<int>> write_pages(const Sheet& sheet);
  void add_entries(const TagBranch& branch);
};

namespace {

std::string place_of(Id page) {
  return Syntax().raw("[").reference(page).raw("/XYZ null null null]").take();
}

}  // namespace

/// Returns the structure nodes of each page, by marked-content identifier.
std::vector<std::vector<int>> BundleWriter::Impl::write_pages(const Sheet& sheet) {
  std::vector<std::vector<int>> nodes;
  for (const auto& page : sheet.pages) {
    auto content = page_content(sheet, page, fonts, images);
    document.add_page(page.width, page.height, deflated(content.operators));
    document.page(nodes.size()).set("Tabs", Name{"S"}).set("Resources", resources);
    nodes.push_back(std::move(content.nodes));
  }
  return nodes;
}

/// A node of the parent tree says which keys it has (ISO 32000-1, 7.9.7).
void BundleWriter::Impl::add_entries(const TagBranch& branch) {
  Syntax limits;
  limits.raw("[").integer(branch.first_key).integer(branch.next_key - 1).raw("]");
  Dictionary node;
  node.set("Limits", Raw{limits.str()}).set("Nums", Raw{branch.entries});
  entries.push_back(document.add(node));
  next_key = branch.next_key;
}

/// Writes pages, links and tags of `sheet`, and returns its element.
Id BundleWriter::Impl::add_pages(const Sheet& sheet) {
  require_sound_structure(sheet);
  const auto nodes = write_pages(sheet);
  const auto links = write_links(document, sheet, next_key, firsts);
  const auto branch = write_tag_branch(document, sheet, nodes, links, all, next_key);
  add_entries(branch);
  return branch.element;
}

/// The element over all: the cover is read first.
void BundleWriter::Impl::put_structure(Id cover) {
  auto parts = elements;
  parts.insert(parts.begin(), cover);
  Dictionary element;
  element.set("S", Name{"Document"}).set("P", root).set("K", parts);
  document.put(all, element);
  Dictionary tree;
  const auto parent_tree = document.add(tree.set("Kids", entries));
  put_tag_root(document, root, all, parent_tree, next_key);
}

/// Outline (12.3.3), in one level.
void BundleWriter::Impl::put_bookmarks() {
  const auto outlines = document.reserve();
  std::vector<Id> items;
  for (std::size_t i = 0; i < bookmarks.size(); ++i)
    items.push_back(document.reserve());
  for (std::size_t i = 0; i < items.size(); ++i) {
    Dictionary item;
    item.set("Title", Text{bookmarks[i].text}).set("Parent", outlines);
    item.set("Dest", Raw{place_of(bookmarks[i].page)});
    if (i > 0)
      item.set("Prev", items[i - 1]);
    if (i + 1 < items.size())
      item.set("Next", items[i + 1]);
    document.put(items[i], item);
  }
  Dictionary entry;
  entry.set("Type", Name{"Outlines"}).set("First", items.front());
  entry.set("Last", items.back()).set("Count", static_cast<int>(items.size()));
  document.put(outlines, entry);
  document.catalog().set("Outlines", outlines).set("PageMode", Name{"UseOutlines"});
}

/// Page labels (12.4.2).
void BundleWriter::Impl::put_labels(std::size_t cover_pages) {
  Syntax labels;
  labels.raw("<</Nums[0<</S/r>>").integer(static_cast<std::int64_t>(cover_pages));
  document.catalog().set("PageLabels", Raw{labels.raw("<</S/D>>]>>").str()});
}

BundleWriter::BundleWriter(const PdfFonts& fonts, Sink sink)
    : impl_(std::make_unique<Impl>(fonts, std::move(sink))) {}

BundleWriter::~BundleWriter() = default;

void BundleWriter::add(const Sheet& sheet, std::string bookmark,
                       std::span<const Attachment> attachments) {
  auto& own = *impl_;
  own.elements.push_back(own.add_pages(sheet));
  own.firsts.push_back(own.document.page_id(0));
  own.bookmarks.push_back({std::move(bookmark), own.firsts.back()});
  for (const auto& attachment : attachments)
    own.files.emplace_back(attachment.name, write_attachment(own.document, attachment));
  own.document.hand_on(own.sink);
}

void BundleWriter::finish(const Sheet& cover, const std::string& bookmark,
                          const std::optional<Date>& created) {
  auto& own = *impl_;
  own.put_structure(own.add_pages(cover));
  own.bookmarks.insert(own.bookmarks.begin(), {bookmark, own.document.page_id(0)});
  own.put_bookmarks();
  own.put_labels(cover.pages.size());
  auto resources = own.fonts.write(own.document);
  own.images.write(own.document, resources);
  own.document.put(own.resources, resources);
  PdfOptions options;
  options.created = created;
  write_metadata(own.document, cover, options, !own.files.empty());
  associate(own.document, own.files);
  own.document.finish(own.sink);
}

}  // namespace trialsheet
