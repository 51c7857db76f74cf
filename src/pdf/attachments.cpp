// Files inside the PDF: a stream, a specification that describes it, and two ways to it:
// the list of associated files (AF), and the name tree that viewers show.

#include "pdf/attachments.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "pdf/document.hpp"
#include "pdf/pdf.hpp"
#include "pdf/pdf_date.hpp"

namespace trialsheet {

namespace {

/// Embedded file stream (ISO 32000-1, 7.11.4.1).
Id write_file(Document& document, const Attachment& attachment) {
  Syntax params;
  params.raw("<<").name("Size").integer(
      static_cast<std::int64_t>(attachment.data.size()));
  if (attachment.modified)
    params.name("ModDate").literal(pdf_date(*attachment.modified));
  Dictionary file;
  file.set("Type", Name{"EmbeddedFile"}).set("Subtype", Name{attachment.media_type});
  file.set("Params", Raw{params.raw(">>").str()});
  return document.add(file, deflated(attachment.data));
}

/// A name tree (7.9.6) is sorted by name.
std::string name_tree(std::vector<std::pair<std::string, Id>> entries) {
  std::sort(entries.begin(), entries.end());
  Syntax tree;
  tree.raw("<</EmbeddedFiles<</Names[");
  for (const auto& [name, specification] : entries)
    tree.literal(name).reference(specification);
  return tree.raw("]>>>>").take();
}

}  // namespace

/// File specification (7.11.3). F and UF say the same: older viewers know F only.
Id write_attachment(Document& document, const Attachment& attachment) {
  const auto file = write_file(document, attachment);
  Syntax embedded;
  embedded.raw("<<").name("F").reference(file).name("UF").reference(file).raw(">>");
  const bool is_source = attachment.relationship == Attachment::Relationship::source;
  Dictionary specification;
  specification.set("Type", Name{"Filespec"});
  specification.set("F", Text{attachment.name}).set("UF", Text{attachment.name});
  specification.set("Desc", Text{attachment.description});
  specification.set("AFRelationship", Name{is_source ? "Source" : "Supplement"});
  return document.add(specification.set("EF", Raw{embedded.str()}));
}

void associate(Document& document, const AttachedFiles& files) {
  if (files.empty())
    return;
  std::vector<Id> specifications;
  for (const auto& [name, specification] : files)
    specifications.push_back(specification);
  document.catalog().set("AF", specifications);
  document.catalog().set("Names", Raw{name_tree(files)});
}

void write_attachments(Document& document, std::span<const Attachment> attachments) {
  AttachedFiles files;
  for (const auto& attachment : attachments)
    files.emplace_back(attachment.name, write_attachment(document, attachment));
  associate(document, files);
}

}  // namespace trialsheet
