// Tags.
//
// The children of a node are its own marks and the nodes below it. Where a node's
// children come among its marks (a link inside a sentence) is known only from the order
// of the marks on the pages, so the tree is gathered by walking over those.

#include "pdf/tags.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "base/error.hpp"
#include "pdf/attributes.hpp"
#include "pdf/document.hpp"
#include "pdf/links.hpp"

namespace trialsheet {

namespace {

constexpr int none = -1;

/// A child of a node.
struct Kid {
  enum class Kind { mark, annotation, node };

  Kind kind = Kind::mark;
  int page = 0;
  int number = 0;   ///< marked-content identifier, object number, or index of the node
  int next = none;  ///< index of the next child of the same node
};

/// The children of a node, by their indexes.
struct Kids {
  int first = none;
  int last = none;

  bool empty() const { return first == none; }
};

constexpr int no_page = -1;

class Tree {
 public:
  Tree(Document& document, const Sheet& sheet, std::span<const std::vector<int>> pages)
      : document_(document),
        sheet_(sheet),
        pages_(pages),
        kids_(sheet.structure.size()),
        elements_(sheet.structure.size()) {
    all_kids_.reserve(2 * sheet.structure.size());
  }

  void gather(std::span<const Link> links);
  TagBranch write(std::span<const Link> links, Id parent, int first_key);

 private:
  Kids& kids_of(int node) { return kids_[static_cast<std::size_t>(node)]; }
  Kid& kid(int index) { return all_kids_[static_cast<std::size_t>(index)]; }
  Id& element(int node) { return elements_[static_cast<std::size_t>(node)]; }
  const Node& node(int index) {
    return sheet_.structure[static_cast<std::size_t>(index)];
  }
  Id page_id(int page) { return document_.page_id(static_cast<std::size_t>(page)); }

  void add_kid(int node, Kid kid);
  void order_child_nodes(const Kids& kids);
  int own_page(const Kids& kids);
  void write_element(int index, Id root);
  void write_kids(Syntax& out, const Kids& kids, int page);
  void write_kid(Syntax& out, const Kid& kid, int page);
  void write_entries(std::span<const Link> links, TagBranch& branch);

  Document& document_;
  const Sheet& sheet_;
  std::span<const std::vector<int>> pages_;
  std::vector<Kids> kids_;  ///< by node
  std::vector<Kid> all_kids_;
  std::vector<Id> elements_;  ///< by node; Id{} where the node is left out
  Dictionary entries_;        ///< of the element being written
  std::vector<std::pair<int, int>> ordered_;  ///< nodes and their pages
};

/// Adds `kid`, and the nodes above it where they are not in the tree yet.
void Tree::add_kid(int node, Kid kid) {
  auto& kids = kids_of(node);
  const bool is_new = kids.empty();
  const auto index = static_cast<int>(all_kids_.size());
  (is_new ? kids.first : this->kid(kids.last).next) = index;
  kids.last = index;
  all_kids_.push_back(kid);
  const int parent = this->node(node).parent;
  if (is_new && parent >= 0)
    add_kid(parent, {Kid::Kind::node, kid.page, node});
}

/// The page that an element with these children names as its own: that of its first mark.
int Tree::own_page(const Kids& kids) {
  for (int i = kids.first; i != none; i = kid(i).next)
    if (kid(i).kind != Kid::Kind::node)
      return kid(i).page;
  return no_page;
}

void Tree::gather(std::span<const Link> links) {
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    const auto& nodes = pages_[page];
    for (std::size_t mark = 0; mark < nodes.size(); ++mark)
      add_kid(nodes[mark],
              {Kid::Kind::mark, static_cast<int>(page), static_cast<int>(mark)});
    for (const auto& link : links)
      if (link.page == static_cast<int>(page))
        add_kid(link.node,
                {Kid::Kind::annotation, link.page, static_cast<int>(link.annotation)});
  }
  for (const auto& kids : kids_)
    order_child_nodes(kids);
}

/// Nodes stand in reading order; should marks have been painted in another, nodes decide.
void Tree::order_child_nodes(const Kids& kids) {
  auto& nodes = ordered_;
  nodes.clear();
  for (int i = kids.first; i != none; i = kid(i).next)
    if (kid(i).kind == Kid::Kind::node)
      nodes.push_back({kid(i).number, kid(i).page});
  if (std::is_sorted(nodes.begin(), nodes.end()))
    return;
  std::sort(nodes.begin(), nodes.end());
  auto next = nodes.begin();
  for (int i = kids.first; i != none; i = kid(i).next)
    if (kid(i).kind == Kid::Kind::node)
      std::tie(kid(i).number, kid(i).page) = *next++;
}

TagBranch Tree::write(std::span<const Link> links, Id parent, int first_key) {
  const auto count = static_cast<int>(kids_.size());
  for (int i = 0; i < count; ++i)
    if (!kids_of(i).empty())
      element(i) = document_.reserve();
  for (int i = 0; i < count; ++i)
    if (!kids_of(i).empty())
      write_element(i, parent);
  TagBranch branch{elements_.empty() ? Id{} : element(0), {}, first_key, first_key};
  write_entries(links, branch);
  return branch;
}

/// Type is left out, as it may be: a page has a hundred of these.
void Tree::write_element(int index, Id root) {
  const auto& source = node(index);
  entries_.clear();
  entries_.set("S", Name{structure_type(source.role)});
  entries_.set("P", source.parent < 0 ? root : element(source.parent));
  const int page = own_page(kids_of(index));
  if (page != no_page)
    entries_.set("Pg", page_id(page));
  write_kids(entries_.value("K"), kids_of(index), page);
  if (!source.alt_text.empty())
    entries_.set("Alt", Text{source.alt_text});
  if (!source.language.empty())
    entries_.set("Lang", Text{source.language});
  if (!source.actual_text.empty())
    entries_.set("ActualText", Text{source.actual_text});
  if (const auto attributes = attributes_of(sheet_, index); !attributes.empty())
    entries_.set("A", Raw{attributes});
  document_.put(element(index), entries_);
}

void Tree::write_kids(Syntax& out, const Kids& kids, int page) {
  out.raw("[");
  for (int i = kids.first; i != none; i = kid(i).next)
    write_kid(out, kid(i), page);
  out.raw("]");
}

/// A child as its parent names it (14.7.4). Marks on the page that the parent names as
/// its own (Pg) are plain numbers.
void Tree::write_kid(Syntax& out, const Kid& kid, int page) {
  if (kid.kind == Kid::Kind::node) {
    out.reference(element(kid.number));
  } else if (kid.kind == Kid::Kind::annotation) {
    out.raw("<</Type/OBJR/Pg").reference(page_id(kid.page));
    out.raw("/Obj").reference(Id(kid.number)).raw(">>");
  } else if (kid.page == page) {
    out.integer(kid.number);
  } else {
    out.raw("<</Type/MCR/Pg").reference(page_id(kid.page));
    out.raw("/MCID").integer(kid.number).raw(">>");
  }
}

/// By page the elements of its marks, then by link the element of its annotation.
void Tree::write_entries(std::span<const Link> links, TagBranch& branch) {
  constexpr std::size_t reference_size = 8;
  Syntax numbers;
  numbers.reserve(reference_size * elements_.size());
  numbers.raw("[");
  auto& key = branch.next_key;
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    document_.page(page).set("StructParents", key);
    numbers.integer(key++).raw("[");
    for (const int owner : pages_[page])
      numbers.reference(element(owner));
    numbers.raw("]");
  }
  for (const auto& link : links)
    numbers.integer(key++).reference(element(link.node));
  branch.entries = numbers.raw("]").take();
}

}  // namespace

std::string_view structure_type(Node::Role role) {
  constexpr std::array<std::string_view, 19> types = {
      "Document", "Sect",   "H1",    "H2",    "P",     "L",  "LI", "Lbl", "LBody", "Span",
      "Link",     "Figure", "Table", "THead", "TBody", "TR", "TH", "TH",  "TD"};
  return types.at(static_cast<std::size_t>(role));
}

void require_sound_structure(const Sheet& sheet) {
  const auto count = static_cast<int>(sheet.structure.size());
  for (int i = 0; i < count; ++i) {
    const int parent = sheet.structure[static_cast<std::size_t>(i)].parent;
    if (i == 0 ? parent != -1 : parent < 0 || parent >= i)
      throw Error(Fault::layout, "page", "a structure node stands before its parent");
  }
  for (const auto& page : sheet.pages)
    for (const auto& item : page.items)
      if (item.node < artifact || item.node >= count)
        throw Error(Fault::layout, "page", "an item belongs to no structure node");
}

TagBranch write_tag_branch(Document& document, const Sheet& sheet,
                           std::span<const std::vector<int>> pages,
                           std::span<const Link> links, Id parent, int first_key) {
  Tree tree(document, sheet, pages);
  tree.gather(links);
  return tree.write(links, parent, first_key);
}

void put_tag_root(Document& document, Id root, Id child, Id parent_tree, int next_key) {
  Dictionary entries;
  entries.set("Type", Name{"StructTreeRoot"});
  if (child != Id{})
    entries.set("K", child);
  entries.set("ParentTree", parent_tree).set("ParentTreeNextKey", next_key);
  document.put(root, entries);
  document.catalog().set("StructTreeRoot", root);
}

void write_tags(Document& document, const Sheet& sheet,
                std::span<const std::vector<int>> pages, std::span<const Link> links) {
  const auto root = document.reserve();
  const auto branch = write_tag_branch(document, sheet, pages, links, root, 0);
  Dictionary tree;
  const auto parent_tree = document.add(tree.set("Nums", Raw{branch.entries}));
  put_tag_root(document, root, branch.element, parent_tree, branch.next_key);
}

}  // namespace trialsheet
