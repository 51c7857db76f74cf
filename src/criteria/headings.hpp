// Headings: which words of a line say that inclusion or exclusion rules follow.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "criteria/lines.hpp"

namespace trialsheet {

enum class Sense { inclusion, exclusion, other };

/// A heading found in a line: its bytes are [begin, end), what follows is a rule.
struct Heading {
  Sense sense;
  std::size_t begin;
  std::size_t end;
  std::string group = {};  ///< whom it is for, as typed; empty: everyone
};

/// The heading that the line's text starts with or consists of. An item's text may start
/// with fewer words before "inclusion": there a rule may have run into the heading.
std::optional<Heading> heading_of(const Line& line);

/// A heading in the midst of a line whose line breaks were lost.
std::optional<Heading> heading_within(std::string_view line);

/// Whether the line heads rules that are neither: "Dropout Criteria:".
bool heads_other_rules(std::string_view line);

}  // namespace trialsheet
