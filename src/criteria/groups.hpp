// Groups: lines and headings that tell whom the rules below them are for.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "criteria/criteria.hpp"

namespace trialsheet {

/// Whether the line names a part of the study as such lines do above a new pair of
/// headings: "Cohort 2", "Biomarker sub-study:".
bool names_a_part(std::string_view line);

/// Whether the line stands over the rules of one cohort within a section: "Caregivers:",
/// "Phase 2:". "Patients with diabetes:" is one only among inclusion rules; elsewhere it
/// is a rule with its children.
bool names_a_cohort(std::string_view line, bool inclusion);

/// Whether the line is only the title of a cohort: "Healthy Controls", "For participants
/// of the expansion part only:". Where no title is expected it may be a rule.
bool titles_a_cohort(std::string_view line);

/// Whether the line ends a cohort's rules: "All enrolled subjects:".
bool names_everyone(std::string_view line);

/// "OR", alone on its line: the rules before and after it are two ways in.
bool stands_between_ways(std::string_view line);

/// "Meet any of 1 to 3 and all of 4 to 6", "one from (2), (3) or (5)": the line says
/// which of the numbered items after it are needed, so these are not all rules.
bool points_at_items(std::string_view line);

/// Where the name of the next cohort stands glued to the end of `text`, when `cohort` is
/// open: "Visit2" of "PSA at most 4 Visit2" under "Visit1"; the size of the text if none.
std::size_t find_next_cohort(std::string_view text, std::string_view cohort);

/// The qualifier of a heading, without what says that it is for everyone: "Controls" of
/// "(Controls)", nothing of "Key", "for all groups", "were as follows".
std::string qualifier(std::string_view before, std::string_view after);

/// The name of the part; empty if the line is for all of them ("For all phases:").
std::string part_of(std::string_view line);

/// "Cohort 1" and "Controls" as one.
std::string joined_groups(const std::string& part, const std::string& group);

/// Clears the groups of a section that tell nothing: topics ("Disease-specific"), and one
/// for all, of no cohort.
void settle_groups(Section& section);

/// Clears the one group of all rules of all sections where it only says that they are for
/// those who may join: "Healthy volunteers" over both lists.
void settle_common_group(const std::vector<Section*>& sections);

}  // namespace trialsheet
