// Links: one annotation for each live area.

#include "pdf/links.hpp"

#include <variant>

#include "base/error.hpp"
#include "page/page.hpp"
#include "pdf/document.hpp"

namespace trialsheet {

namespace {

/// A URI is ASCII (ISO 32000-1, 12.6.4.7); what is not, is written as RFC 3986 says.
std::string ascii_uri(std::string_view uri) {
  constexpr std::string_view digit = "0123456789ABCDEF";
  std::string out;
  for (const char c : uri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7F)
      out += c;
    else
      out.append({'%', digit[byte >> 4], digit[byte & 15]});
  }
  return out;
}

Syntax rectangle(const Box& box, Length page_height) {
  Syntax out;
  out.raw("[").real(box.at.x).real(page_height - box.at.y - box.height);
  out.real(box.at.x + box.width).real(page_height - box.at.y).raw("]");
  return out;
}

/// The address, or the top of a page (12.3.2.2) at the reader's zoom.
void set_target(Dictionary& annotation, const LinkArea& area,
                std::span<const Id> sheets) {
  Syntax target;
  if (area.to_sheet < 0) {
    target.raw("<</S/URI/URI").literal(ascii_uri(area.uri)).raw(">>");
    annotation.set("A", Raw{target.str()});
    return;
  }
  target.raw("[").reference(sheets[static_cast<std::size_t>(area.to_sheet)]);
  annotation.set("Dest", Raw{target.raw("/XYZ null null null]").str()});
}

Id write_annotation(Document& document, const LinkArea& area, Length page_height, int key,
                    std::span<const Id> sheets) {
  constexpr int print = 4;  // PDF/A wants annotations printed (ISO 19005-3, 6.3.2)
  Dictionary annotation;
  annotation.set("Type", Name{"Annot"}).set("Subtype", Name{"Link"});
  annotation.set("Rect", Raw{rectangle(area.box, page_height).str()});
  annotation.set("Border", Raw{"[0 0 0]"}).set("F", print);
  annotation.set("Contents", Text{area.description});
  set_target(annotation, area, sheets);
  return document.add(annotation.set("StructParent", key));
}

void require_link_node(const Sheet& sheet, int node) {
  if (node == artifact ||
      sheet.structure[static_cast<std::size_t>(node)].role != Node::Role::link)
    throw Error(Fault::layout, "page", "a live area belongs to a node of role link");
}

}  // namespace

std::vector<Link> write_links(Document& document, const Sheet& sheet, int first_key,
                              std::span<const Id> sheets) {
  std::vector<Link> links;
  for (std::size_t i = 0; i < document.page_count(); ++i) {
    const auto& page = sheet.pages[i];
    std::vector<Id> annotations;
    for (const auto& [mark, node] : page.items) {
      const auto* area = std::get_if<LinkArea>(&mark);
      if (!area)
        continue;
      require_link_node(sheet, node);
      const auto key = first_key + static_cast<int>(document.page_count() + links.size());
      annotations.push_back(write_annotation(document, *area, page.height, key, sheets));
      links.push_back({node, static_cast<int>(i), annotations.back()});
    }
    if (!annotations.empty())
      document.page(i).set("Annots", annotations);
  }
  return links;
}

}  // namespace trialsheet
