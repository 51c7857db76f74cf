// Outline: lines put under one another by their indentation and markers.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "criteria/criteria.hpp"
#include "criteria/headings.hpp"
#include "criteria/lines.hpp"

namespace trialsheet {

/// Builds the rules of one section, line by line. Linear: every line is opened and closed
/// once, and the tree is made at the end from a flat list.
class Outline {
 public:
  explicit Outline(Sense sense) : sense_(sense) {}

  void add(const Line& line);

  /// A heading was read: what follows is for `group` and under nothing that came before.
  void open(const std::string& group);
  /// The same within the heading's group.
  void open_cohort(const std::string& cohort);
  /// What follows is under nothing that came before, but for the same people.
  void open_topic();
  /// Another section was opened.
  void close();

  std::vector<Criterion> rules();

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Node {
    std::string text;
    bool note = false;
    std::string group = {};
    std::size_t parent = none;
    /// How its line was marked, for telling it from its siblings.
    Marker marker = Marker::none;
    Marker inner = Marker::none;
    std::size_t number = 0;
    bool in_levels = false;  ///< "5.2.3"
    bool starts_list = false;
  };
  /// The nodes under each node, and last those under none, in the order of the text.
  using Tree = std::vector<std::vector<std::size_t>>;

  /// A node that lines may still come under.
  struct Open {
    std::size_t node;
    Line line;                 ///< without its parts
    bool leads;                ///< ends in a colon
    bool has_nested = false;   ///< has children that are indented
    bool has_plain = false;    ///< has children without a marker at its own level
    bool has_amounts = false;  ///< "Age:" over "12 to 18"
    bool is_subheading = false;
  };

  /// Where an item of an outer list starts in a line, and that list's place in open_.
  struct Outer {
    std::size_t at = none;
    std::size_t level = 0;
  };

  void add_whole(const Line& line);
  Outer find_outer(const Line& line, std::string_view text) const;
  bool add_before_outer(const Line& line);
  std::size_t find_nested(std::size_t number, std::size_t from, std::size_t to) const;
  bool ends_others(const std::vector<std::size_t>& lifted, std::size_t from,
                   std::size_t to) const;
  void take_inner(std::size_t lead, std::size_t next);
  void lift(std::size_t node);
  std::vector<std::size_t> numbered_rules() const;
  void settle_numbers();
  void close_to_previous_number(const Line& line);
  static bool takes(const Open& parent, const Line& line);
  std::size_t parent_of(const Line& line);
  std::size_t append(std::string_view text, std::size_t parent);
  bool announce(const Line& line);
  void settle_announcement(const Line& next);
  bool goes_on_in(const Line& line) const;
  bool defines_word_of_last(const Line& line);
  void add_item(const Line& line);
  bool add_before_announcement(const Line& line);
  void add_before_next_cohort(Line line);
  void add_continuation(const Line& line);
  void add_remark(const Line& line);
  void add_parts(const Line& line);
  Tree tree() const;
  std::optional<std::string> group_over(std::size_t node, const Criterion& rule) const;
  void put_under_leads(Tree& tree, std::size_t level);

  std::vector<Node> nodes_;
  std::vector<Open> open_;
  std::size_t last_rule_ = none;
  std::size_t counted_ = 0;  ///< the number that the list of the rules has come to
  bool is_deep_ = false;     ///< as many are open as may be
  Sense sense_;
  std::string group_;   ///< of the heading
  std::string cohort_;  ///< of a line below it
  /// An item that only announces those after it; none of the rules if some follow.
  std::optional<Line> announcement_;
  std::string announced_;  ///< whom it is for
};

}  // namespace trialsheet
