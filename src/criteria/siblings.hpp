// Siblings: items that stand at one level, and which of them a lead among them takes.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "criteria/lines.hpp"

namespace trialsheet {

/// An item among others at its level.
struct Sibling {
  std::string_view text;
  std::string_view group;
  Marker marker = Marker::none;
  Marker inner = Marker::none;
  std::size_t number = 0;
  bool starts_list = false;   ///< marked as the first of a list: "a)", "i."
  bool has_children = false;  ///< others stand under it already
};

constexpr auto no_lead = static_cast<std::size_t>(-1);

/// For each of the items the one before it that it belongs under although both stand at
/// the same level ("one of the following:" and what follows), or no_lead. Linear.
std::vector<std::size_t> leads_among(const std::vector<Sibling>& items);

/// Whether leads_among can find anything after such an item.
bool may_take(const Sibling& item);

/// Whether the text starts as rules do and few of the items under a lead: "Signed
/// consent", "Women who".
bool opens_as_a_rule(std::string_view text);

/// "≥ 9 g/dL", "< 8", "lower than 12 nmol/L", "score of 8 or higher".
bool has_limit(std::string_view text);

}  // namespace trialsheet
