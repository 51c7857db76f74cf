// Outline: lines put under one another by their indentation and markers.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "criteria/criteria.hpp"
#include "criteria/lines.hpp"

namespace trialsheet {

/// Builds the rules of one section, line by line. Linear: every line is opened and closed
/// once, and the tree is made at the end from a flat list.
class Outline {
 public:
  void add(const Line& line);

  /// What follows stands under nothing that came before: a heading was read.
  void close_all() { open_.clear(); }

  std::vector<Criterion> rules() const;

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Node {
    std::string text;
    bool note = false;
    std::size_t parent = none;
  };

  /// A node that lines may still come under.
  struct Open {
    std::size_t node;
    Line line;                ///< without its parts
    bool leads;               ///< ends in a colon
    bool has_nested = false;  ///< has children that are indented
    bool is_subheading = false;
  };

  static bool takes(const Open& parent, const Line& line);
  std::size_t parent_of(const Line& line);
  std::size_t append(std::string_view text, std::size_t parent);
  void add_item(const Line& line);
  void add_remark(const Line& line);
  void add_parts(const Line& line);

  std::vector<Node> nodes_;
  std::vector<Open> open_;
  std::size_t last_rule_ = none;
};

}  // namespace trialsheet
