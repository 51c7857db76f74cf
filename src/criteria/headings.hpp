// Headings: which words of a line say that inclusion or exclusion rules follow.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "criteria/lines.hpp"

namespace trialsheet {

enum class Sense { inclusion, exclusion };

/// A heading found in a line: its bytes are [begin, end), what follows is a rule.
struct Heading {
  Sense sense;
  std::size_t begin;
  std::size_t end;
};

/// The heading that the line's text starts with or consists of. An item's text may start
/// with fewer words before "inclusion": there a rule may have run into the heading.
std::optional<Heading> heading_of(const Line& line);

/// A heading in the midst of a line whose line breaks were lost.
std::optional<Heading> heading_within(std::string_view line);

/// Whether the line names a part of the study, as such lines do above a new pair of
/// headings: "Cohort 2".
bool names_a_part(std::string_view line);

}  // namespace trialsheet
