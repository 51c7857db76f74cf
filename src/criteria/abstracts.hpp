// Abstracts: eligibility texts of the National Cancer Institute's PDQ registry
// (topics.hpp has their sections and fields).

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trialsheet {

/// A PDQ abstract with each rule on a line of its own, also where the whole of it was
/// typed in three paragraphs, and with the names of the fields whose rules mean nothing
/// without ("Life expectancy: At least 2 months"); nothing if `text` is no abstract.
std::optional<std::string> unfolded_abstract(std::string_view text);

}  // namespace trialsheet
