// Tags: the structure tree that screen readers follow, and the parent tree that leads
// from the marks on a page back into it (ISO 32000-1, 14.7).

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "page/page.hpp"

namespace trialsheet {

class Document;
struct Link;

/// The standard structure type of a role (14.8.4): "P", "LBody".
std::string_view structure_type(Node::Role role);

/// Throws Error{Fault::layout} unless parents stand before their children and every item
/// belongs to a node that there is.
void require_sound_structure(const Sheet& sheet);

/// Writes the tree of `sheet` and hangs it into the catalog and the pages, of each of
/// which `pages` has the nodes by marked-content identifier. Nodes without any mark,
/// their own or below them, are left out.
void write_tags(Document& document, const Sheet& sheet,
                std::span<const std::vector<int>> pages, std::span<const Link> links);

}  // namespace trialsheet
