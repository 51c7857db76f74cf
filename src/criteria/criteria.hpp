// Criteria: the eligibility text as a tree of rules.
//
// The text is what a registrant typed: CommonMark lists mostly, headings of a hundred
// spellings, children under parents that end in a colon. This door gives the tree;
// nothing of the text is lost or changed but list markers, headings and white space.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "trial/trial.hpp"

namespace trialsheet {

/// One item of the eligibility text.
struct Criterion {
  std::string text;   ///< without its list marker, on one line, in the record's own words
  bool note = false;  ///< a remark ("Note: ...") on the item that it is a child of
  /// Of a rule (a top-level item): whom it is for, in the words of the heading above it
  /// as typed ("Controls", "Cohort 1", "for healthy subjects"). Empty: for everyone.
  std::string group = {};
  std::vector<Criterion> children = {};
};

/// The rules under one kind of heading, in the order of the text.
struct Section {
  std::vector<Criterion> rules;  ///< top-level items; their number is the count of rules
  bool stated = false;           ///< the text has such a heading
  std::string
      none;  ///< the record's words if it says only that there are none ("None", "N/A")
  /// The record's words where it says that there are more rules than it lists ("Other
  /// criteria may apply"): no rules themselves.
  std::vector<std::string> unlisted = {};
  /// What stands in the list and says nothing of who may join: an address alone, a word
  /// to the centres, that nothing else is forbidden.
  std::vector<std::string> remarks = {};
  bool is_typed_twice = false;  ///< the whole list, word for word; `rules` has it once
};

struct Criteria {
  Section inclusion;
  Section exclusion;
  Section other;  ///< rules under no heading that tells their sense
};

/// Parses Eligibility::criteria. Never throws; linear in the length of the text; nesting
/// beyond 8 levels is folded into the eighth.
Criteria parse_criteria(std::string_view text);

/// `text` without the comma or semicolon that parted it from the next item.
std::string without_separator(std::string_view text);
std::string_view view_without_separator(std::string_view text);

/// One line per item, indented by depth, for goldens and for people.
std::string to_text(const Criteria& criteria);

}  // namespace trialsheet
