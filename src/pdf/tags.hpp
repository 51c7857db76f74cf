// Tags: the structure tree that screen readers follow, and the parent tree that leads
// from the marks on a page back into it (ISO 32000-1, 14.7).

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.hpp"
#include "pdf/syntax.hpp"

namespace trialsheet {

class Document;
struct Link;

/// The standard structure type of a role (14.8.4): "P", "LBody".
std::string_view structure_type(Node::Role role);

/// Throws Error{Fault::layout} unless parents stand before their children and every item
/// belongs to a node that there is.
void require_sound_structure(const Sheet& sheet);

/// A part of the structure tree: its element (Id{} if it has no marks), and the entries
/// of the parent tree for what is in it, those with the keys from first_key up to
/// next_key.
struct TagBranch {
  Id element{};
  std::string entries;
  int first_key = 0;
  int next_key = 0;
};

/// Writes the tree of `sheet`, whose pages are those of the document now, below the
/// element `parent`. `pages` are the nodes of their marks, by marked-content identifier.
TagBranch write_tag_branch(Document& document, const Sheet& sheet,
                           std::span<const std::vector<int>> pages,
                           std::span<const Link> links, Id parent, int first_key);

/// Puts `root` as the StructTreeRoot over the element `child`, and hangs it into the
/// catalog.
void put_tag_root(Document& document, Id root, Id child, Id parent_tree, int next_key);

/// Writes the tree of `sheet` and hangs it into the catalog and the pages, of each of
/// which `pages` has the nodes by marked-content identifier. Nodes without any mark,
/// their own or below them, are left out.
void write_tags(Document& document, const Sheet& sheet,
                std::span<const std::vector<int>> pages, std::span<const Link> links);

}  // namespace trialsheet
