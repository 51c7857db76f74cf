// Files inside the PDF: a stream, a specification that describes it, and two ways to it:
// the list of associated files (AF), and the name tree that viewers show.

#include "pdf/attachments.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "pdf/haru.hpp"
#include "pdf/pdf.hpp"
#include "pdf/pdf_date.hpp"

namespace trialsheet {

namespace {

/// Embedded file stream (ISO 32000-1, 7.11.4.1).
Id write_file(Haru& haru, const Attachment& attachment) {
  Syntax params;
  params.raw("<<").name("Size").integer(
      static_cast<std::int64_t>(attachment.data.size()));
  if (attachment.modified)
    params.name("ModDate").literal(pdf_date(*attachment.modified));
  const auto file = haru.add(deflated(attachment.data));
  haru.set(file, "Type", Name{"EmbeddedFile"});
  haru.set(file, "Subtype", Name{attachment.media_type});
  haru.set(file, "Params", Raw{params.raw(">>").str()});
  return file;
}

/// File specification (7.11.3). F and UF say the same: older viewers know F only.
Id write_specification(Haru& haru, const Attachment& attachment) {
  Syntax embedded;
  const auto file = write_file(haru, attachment);
  embedded.raw("<<").name("F").reference(file).name("UF").reference(file).raw(">>");
  const bool is_source = attachment.relationship == Attachment::Relationship::source;
  const auto specification = haru.add();
  haru.set(specification, "Type", Name{"Filespec"});
  haru.set(specification, "F", Text{attachment.name});
  haru.set(specification, "UF", Text{attachment.name});
  haru.set(specification, "Desc", Text{attachment.description});
  haru.set(specification, "AFRelationship", Name{is_source ? "Source" : "Supplement"});
  haru.set(specification, "EF", Raw{embedded.str()});
  return specification;
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

void write_attachments(Haru& haru, std::span<const Attachment> attachments) {
  if (attachments.empty())
    return;
  std::vector<Id> specifications;
  std::vector<std::pair<std::string, Id>> entries;
  for (const auto& attachment : attachments) {
    specifications.push_back(write_specification(haru, attachment));
    entries.emplace_back(attachment.name, specifications.back());
  }
  haru.set(haru.catalog(), "AF", specifications);
  haru.set(haru.catalog(), "Names", Raw{name_tree(std::move(entries))});
}

}  // namespace trialsheet
