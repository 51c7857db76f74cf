// Sense: whether a rule means what the heading above it says.
//
// Under "who may not join", "No chemotherapy in the last 4 weeks" may mean that such
// people are kept out, or that all who join must be without it; a pattern cannot tell
// (HANDOUT_FACTS, section 4.4, trap 1). Such rules go under a heading that asks.

#pragma once

#include <string_view>

#include "base/tokens.hpp"

namespace trialsheet {

/// The text of a rule, and its tokens, which may lack separators at its end.
struct RuleText {
  std::string_view text;
  const Tokens& tokens;
};

/// A rule of the exclusion list that is phrased as a requirement, starts with a negation,
/// or says itself who is kept out or let in ("is not allowed", "are eligible"): under
/// "none should be true" that would be a denial of a denial.
bool is_unclear_exclusion(const RuleText& rule);

/// Whether a rule says itself who is kept out: "Children are excluded". Where all of the
/// exclusion list do, that list is clear.
bool says_who_is_kept_out(const RuleText& rule);

/// A rule of the inclusion list that says who is kept out, or what is allowed: who has
/// not what is allowed may join too. One that only adds so at its end, to what it asks
/// for, is clear.
bool is_unclear_inclusion(const RuleText& rule);

/// Whether the first sentence says of people that they can or cannot join: its first
/// words are then its subject, and no lead to leave out.
bool says_who_joins(const RuleText& rule);

/// A rule of the inclusion list that says who may take part ("Women under 60 are
/// eligible") instead of what all who do must have: with others it is one of several
/// ways.
bool names_a_way_in(const RuleText& rule);

/// Whether two rules of the inclusion list cannot both be asked of one person: "Chronic
/// cluster headache" and "Episodic cluster headache", "Asthma patients" and "Gout
/// patients".
bool are_alternatives(const RuleText& rule, const RuleText& other);

/// Cheap, and true of few rules: the others are no alternative to any.
bool may_be_an_alternative(const RuleText& rule);

/// Whether such a rule has terms: "Sisters are eligible if they are well".
bool sets_terms(std::string_view text);

/// A rule of the inclusion list that permits and demands nothing: "Steroids are allowed".
bool only_permits(const RuleText& rule);

/// The "or" between two ways in, a line of its own.
bool stands_between_rules(std::string_view text);

/// A rule that ends in "... except:" or its like: what follows is allowed, not another
/// rule.
bool leads_into_exceptions(std::string_view text);

/// Whether a rule is only for a part of the study that it names itself ("Cohort 1: ...",
/// "For participants in arm B, ..."), or for people whom it names before a colon
/// ("Parents: ...").
bool is_for_a_part(const RuleText& rule);

/// Whether the heading over a rule names some of the people ("Controls", "Cohort 1"), so
/// that the rule is not for all; other headings name a topic ("Medical conditions") or a
/// time ("Screening").
bool names_people(std::string_view heading);

}  // namespace trialsheet
